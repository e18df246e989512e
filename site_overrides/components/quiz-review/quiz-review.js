/* After a check: what to look at again, first where one was sure. Kept only as long as the page is open. */
(function () {
  "use strict";
  var review = document.querySelector("[data-component=quiz-review]");
  if (!review) { return; }
  var checked = {};

  function link(name) {
    var form = document.querySelector("form[data-question='" + name + "']");
    var item = document.createElement("li");
    var made = document.createElement("a");
    var legend = form.querySelector("legend");
    made.href = "#" + legend.id;
    made.textContent = legend.textContent.trim();
    item.appendChild(made);
    return item;
  }

  function list(key, names) {
    var place = review.querySelector("[data-list=" + key + "]");
    var items = place.querySelector("ul");
    place.hidden = !names.length;
    items.textContent = "";
    names.forEach(function (name) { items.appendChild(link(name)); });
  }

  document.addEventListener("highroad:checked", function (event) {
    checked[event.detail.question] = event.detail;
    var open = Object.keys(checked).filter(function (name) { return checked[name].result !== "right"; });
    var unsure = open.filter(function (name) { return checked[name].result === "unsure"; });
    var wrong = open.filter(function (name) { return unsure.indexOf(name) < 0; });
    list("sure", wrong.filter(function (name) { return checked[name].sure === "sure"; }));
    list("rest", wrong.filter(function (name) { return checked[name].sure !== "sure"; }));
    list("unsure", unsure);
    review.querySelector("[data-list=fine]").hidden = open.length > 0;
    review.firstElementChild.hidden = false;
  });
}());

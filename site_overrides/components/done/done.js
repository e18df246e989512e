/* A module counts as finished when each of its questions was checked once, or when the learner says so. */
(function () {
  "use strict";

  function ready(form) {
    var input = form.querySelector("input"), said = form.querySelector("[role=status]");
    var mark = form.dataset.mark, open = form.dataset.names.split(" ");
    form.classList.add("is-ready");

    function memory() { return window.highRoad && window.highRoad.memory; }

    function keep(words) {
      if (memory()) { memory().set("done", mark, input.checked ? memory().today() : null); }
      said.textContent = input.checked ? [words, memory() && memory().on() ? "" : form.dataset.here].join(" ").trim() : "";
    }

    function draw() {
      if (!memory()) { return; }
      input.checked = memory().get().done.hasOwnProperty(mark);
      if (!input.checked || memory().on()) { said.textContent = said.textContent.replace(form.dataset.here, "").trim(); }
      if (!input.checked) { said.textContent = ""; }
    }

    input.addEventListener("change", function () { keep(""); });
    form.addEventListener("submit", function (event) { event.preventDefault(); });
    document.addEventListener("highroad:checked", function (event) {
      var place = open.indexOf(event.detail.question);
      if (place < 0) { return; }
      open.splice(place, 1);
      if (!open.length && !input.checked) {
        input.checked = true;
        keep(form.dataset.all);
      }
    });
    document.addEventListener("highroad:memory", draw);
    draw();
  }

  document.querySelectorAll("[data-component=done]").forEach(function (form) {
    try { ready(form); } catch (error) { console.error("done", error); }
  });
}());

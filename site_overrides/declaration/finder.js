/* Promotes the list of texts: a field above it leaves what fits, and the map shows where that is. Nothing that is typed is kept or sent. */
(function () {
  "use strict";

  var form = document.querySelector(".finder__form"), engine = window.highRoad && window.highRoad.search;
  if (!form || !engine) { return; }

  var input = form.querySelector("input"), status = form.querySelector("[role=status]"), map = document.querySelector(".finder__world svg");
  var dots = map.querySelector(".finder__dots--found"), ring = map.querySelector(".finder__ring"), jumps = document.querySelector(".finder__world nav");
  var PAUSE = 120; /* milliseconds after the last key before the list changes */
  var timer = 0, entries, without;

  function folded(text) { return " " + engine.fold(text) + " "; }

  function read() {
    var section = document.getElementById("without");
    without = section && { section: section, end: section.previousElementSibling, text: folded(section.dataset.find) };
    entries = Array.prototype.map.call(document.querySelectorAll(".finder__country"), function (box) {
      var heading = box.querySelector("h3"), country = heading ? heading.textContent : "";
      return { box: box, items: Array.prototype.map.call(box.querySelectorAll("li"), function (item) {
        var state = item.lastElementChild; /* how whole the text is: not a name */
        var words = Array.prototype.filter.call(item.children, function (child) { return child !== state; }).map(function (child) { return child.textContent; });
        return { item: item, text: folded(words.concat(country, item.dataset.find).join(" ")) };
      }) };
    });
  }

  function update() {
    clearTimeout(timer);
    var words = engine.fold(input.value).split(" ").filter(Boolean), count = 0, places = "";
    if (!entries) { read(); }
    /* A word is looked for where words begin; inside words only where no word begins so, or no spaces show where words begin. */
    function fitting(within) {
      return function (text) { return words.every(function (word) { return text.indexOf(within ? word : " " + word) >= 0; }); };
    }
    var begins = entries.some(function (country) { return country.items.some(function (each) { return fitting(false)(each.text); }); });
    var fit = fitting(!begins);
    var lacks = words.length > 0 && without && fitting(true)(without.text);
    if (without) {
      without.section.hidden = words.length > 0 && !lacks;
      (lacks ? form : without.end).after(without.section);
    }
    entries.forEach(function (country) {
      var any = false;
      country.items.forEach(function (each) {
        var fits = fit(each.text);
        each.item.hidden = !fits;
        any = any || fits;
        count += fits;
        if (fits && words.length && each.item.dataset.at) { places += "M" + each.item.dataset.at + "h0"; }
      });
      country.box.hidden = !any;
    });
    document.querySelectorAll(".finder__region").forEach(function (region) { region.hidden = !region.querySelector(".finder__country:not([hidden])"); });
    map.classList.toggle("is-filtered", words.length > 0);
    jumps.hidden = words.length > 0;
    dots.setAttribute("d", places);
    status.textContent = !words.length ? "" : count ? form.dataset.count.replace("{n}", String(count)) : lacks ? form.dataset.lacks : form.dataset.none;
  }

  function point(event) {
    var item = event.target.closest ? event.target.closest("li[data-at]") : null, at = item ? item.dataset.at.split(",") : [-20, -20];
    ring.setAttribute("cx", at[0]);
    ring.setAttribute("cy", at[1]);
  }

  form.hidden = false;
  input.addEventListener("input", function () {
    clearTimeout(timer);
    timer = setTimeout(update, PAUSE);
  });
  form.addEventListener("submit", function (event) {
    event.preventDefault();
    update();
    var first = document.querySelector(".finder__country:not([hidden]) li:not([hidden]) a");
    if (first && input.value.trim()) { first.focus(); }
  });
  document.addEventListener("focusin", point);
  document.addEventListener("mouseover", point);
  if (input.value) { update(); } /* what the browser kept in the field when the page came back */
}());

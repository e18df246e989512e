/* What the two checks show. Each box means "right": ticked by itself when a question of this page is checked, from what the device
   remembers, or by hand from paper. */
(function () {
  "use strict";

  var HIGH = 0.8;

  function ready(form) {
    var role = form.dataset.role, rows = Array.prototype.slice.call(form.querySelectorAll("[data-mark]"));
    var own = { before: {}, after: {} };
    form.classList.add("is-ready");

    function memory() { return window.highRoad && window.highRoad.memory; }
    function results() { return memory() ? memory().get() : own; }

    function keep(part, mark, right) {
      if (memory()) { memory().set(part, mark, right); return; }
      own[part][mark] = right;
      draw();
    }

    function shown(number) { return number.toLocaleString(document.documentElement.lang, { numberingSystem: document.documentElement.dataset.numbers }); }

    function of(n, total) { return form.dataset.of.replace("{n}", shown(n)).replace("{total}", shown(total)); }

    function said(value) { return { 0: form.dataset.notyet, 1: form.dataset.right, 2: form.dataset.unsure }[value] || ""; }

    function put(name, text) {
      var place = form.querySelector("[data-sum=" + name + "]");
      if (place) { place.textContent = text; }
    }

    function draw() {
      var found = results(), right = { before: 0, after: 0 }, known = { before: 0, after: 0 };
      rows.forEach(function (row) {
        row.querySelectorAll("input").forEach(function (input) {
          var part = input.dataset.part, value = found[part][row.dataset.mark];
          input.checked = value === 1;
          input.parentNode.querySelector(".gain__said").textContent = said(value);
          right[part] += value === 1 ? 1 : 0;
          known[part] += value === undefined ? 0 : 1;
        });
      });
      sum(right, known);
    }

    /* g = (after - before) / (all - before), as two numbers and never as a grade. */
    function sum(right, known) {
      var all = rows.length, missing = all - right.before, gained = right.after - right.before;
      var note = "", whole = known.after === all && known.before > 0;
      put("before", known.before ? of(right.before, known.before) : "");  // of those that are known so far
      put("after", known.after ? of(right.after, known.after) : "");
      if (known.after === all && !known.before) { note = form.dataset.unknown; }
      if (whole) { note = !missing ? form.dataset.full : right.before > HIGH * all ? form.dataset.high : gained < 0 ? form.dataset.fewer : ""; }
      put("gained", !whole ? "" : note ? "–" : of(gained, missing));
      var place = form.querySelector(".gain__note");
      if (place) {
        place.textContent = note;
        place.hidden = !note;
      }
    }

    form.addEventListener("change", function (event) {
      var part = event.target.dataset.part;
      if (part === "before" && role === "after") {
        /* From paper: a box that is left empty there was not right, so the whole column is known. */
        rows.map(function (row) { return row.querySelector("[data-part=before]").checked; })
          .forEach(function (right, place) { keep("before", rows[place].dataset.mark, right ? 1 : 0); });
        return;
      }
      keep(part, event.target.closest("[data-mark]").dataset.mark, event.target.checked ? 1 : 0);
    });
    form.addEventListener("submit", function (event) { event.preventDefault(); });
    document.addEventListener("highroad:checked", function (event) {
      rows.forEach(function (row) {
        if (row.dataset.name !== event.detail.question || results()[role][row.dataset.mark] !== undefined) { return; }  // the first answer counts
        keep(role, row.dataset.mark, { right: 1, unsure: 2 }[event.detail.result] || 0);
      });
    });
    document.addEventListener("highroad:memory", draw);
    draw();
  }

  document.querySelectorAll("[data-component=gain]").forEach(function (form) {
    try { ready(form); } catch (error) { console.error("gain", error); }
  });
}());

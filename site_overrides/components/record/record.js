/* Ticks the modules that the device remembers as finished. What is ticked or typed by hand stays on the page and goes with it. */
(function () {
  "use strict";

  function ready(section) {
    var rows = Array.prototype.slice.call(section.querySelectorAll("[data-mark]")), filled = false;

    function draw() {
      var memory = window.highRoad && window.highRoad.memory, on = !!memory && memory.on(), done = on ? memory.get().done : {};
      if (!on && !filled) { return; }
      rows.forEach(function (row) { row.querySelector("input").checked = done.hasOwnProperty(row.dataset.mark); });
      if (!on) { section.querySelector("[type=text]").value = ""; }
      filled = on;
    }

    document.addEventListener("highroad:memory", draw);
    draw();
  }

  document.querySelectorAll("[data-component=record]").forEach(function (section) {
    try { ready(section); } catch (error) { console.error("record", error); }
  });
}());

/* Shows what is finished, where the device remembers it, and where to go on. */
(function () {
  "use strict";

  function ready(track) {
    var on = track.querySelector(".track__on"), words = on && on.firstChild.textContent;
    var link = on && on.querySelector("a"), stops = Array.prototype.slice.call(track.querySelectorAll("[data-mark]"));
    if (!on) { return; }

    function draw() {
      var memory = window.highRoad && window.highRoad.memory;
      var done = memory && memory.on() ? memory.get().done : {};
      var next = null, some = false;
      stops.forEach(function (stop) {
        var finished = done.hasOwnProperty(stop.dataset.mark);
        stop.querySelector(".track__done").hidden = !finished;
        some = some || finished;
        if (!finished && !next) { next = stop.querySelector("h3 a"); }
      });
      on.hidden = !some;
      on.firstChild.textContent = next ? words : on.dataset.all;
      link.hidden = !next;
      if (next) {
        link.href = next.href;
        link.textContent = next.textContent;
      }
    }

    document.addEventListener("highroad:memory", draw);
    draw();
  }

  document.querySelectorAll("[data-component=track]").forEach(function (track) {
    try { ready(track); } catch (error) { console.error("track", error); }
  });
}());

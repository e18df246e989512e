/* Says which modules to look at again today, where the device remembers when they were finished. On the day and the day after; a day that
   was missed is never held against anybody. */
(function () {
  "use strict";

  var GRACE = 1;

  function ready(section) {
    var days = section.dataset.days.split(" ").map(Number), box = section.querySelector(".recall__today");
    var list = box.querySelector("ul"), nothing = box.querySelector("p");
    var stops = Array.prototype.slice.call(section.querySelectorAll("[data-mark]"));

    function next(age) {
      var later = days.filter(function (day) { return day > age; });
      return later.length ? section.dataset.next.replace("{n}", (later[0] - age).toLocaleString(document.documentElement.lang, { numberingSystem: document.documentElement.dataset.numbers })) : section.dataset.enough;
    }

    function entry(link) {
      var item = document.createElement("li"), copy = link.cloneNode(true);
      copy.removeAttribute("data-text");
      item.appendChild(copy);
      list.appendChild(item);
    }

    function draw() {
      var memory = window.highRoad && window.highRoad.memory, done = memory && memory.on() ? memory.get().done : {};
      list.textContent = "";
      box.hidden = true;
      stops.forEach(function (stop) {
        var said = stop.querySelector(".recall__next"), finished = done.hasOwnProperty(stop.dataset.mark);
        said.hidden = !finished;
        if (!finished) { return; }
        box.hidden = false;
        var age = Math.max(0, memory.today() - done[stop.dataset.mark]);
        var due = days.some(function (day) { return age >= day && age <= day + GRACE; });
        if (due) { entry(stop.querySelector("h3 a")); }
        said.textContent = next(age);
        said.hidden = due;
      });
      nothing.hidden = list.children.length > 0;
    }

    document.addEventListener("highroad:memory", draw);
    draw();
  }

  document.querySelectorAll("[data-component=recall]").forEach(function (section) {
    try { ready(section); } catch (error) { console.error("recall", error); }
  });
}());

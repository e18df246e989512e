/* Makes a list that one moves: with two buttons for each line, and, as an extra, by dragging. The numbers to choose without script stay
   in the form and say which place a line has. */
(function () {
  "use strict";
  var all = window.highRoad.all;

  window.highRoad.question("order", function (form) {
    var list = form.querySelector(".sort");
    var status = form.querySelector("[role=status]");
    var lines = all(list, "li");
    var start = lines.slice();
    var type = window.highRoad.choices(form);
    var moved = false;

    function text(line) { return line.querySelector("[data-text]").textContent; }

    function now() { return all(list, "li"); }

    /* Each line's list of numbers says its place. */
    function number() {
      now().forEach(function (line, place) { line.querySelector("select").selectedIndex = moved ? place + 1 : 0; });
    }

    function changed() {
      moved = true;
      number();
      form.dispatchEvent(new Event("change", { bubbles: true }));
    }

    function say(line) {
      var at = now().indexOf(line);
      status.textContent = form.dataset.moved.replace("{item}", text(line)).replace("{n}", at + 1).replace("{total}", lines.length);
    }

    /* One place up (-1) or down (1). The neighbour moves, so that the line keeps focus and pointer. */
    function move(line, by) {
      var other = by < 0 ? line.previousElementSibling : line.nextElementSibling;
      if (!other) { return false; }
      list.insertBefore(other, by < 0 ? line.nextElementSibling : line);
      changed();
      return true;
    }

    function button(line, by) {
      var made = document.createElement("button");
      made.type = "button";
      made.className = by < 0 ? "up" : "down";
      made.setAttribute("aria-label", form.dataset[made.className].replace("{item}", text(line)));
      made.addEventListener("click", function () {
        move(line, by);
        say(line);
      });
      line.appendChild(made);
    }

    function drag(line) {
      var held = false;
      var handle = line.querySelector(".item");
      handle.addEventListener("pointerdown", function (event) {
        if (event.button || event.pointerType === "touch") { return; }
        held = true;
        handle.setPointerCapture(event.pointerId);
        line.classList.add("is-held");
      });
      handle.addEventListener("pointermove", function (event) {
        if (!held) { return; }
        var box = line.getBoundingClientRect();
        if (event.clientY < box.top) { move(line, -1); }
        if (event.clientY > box.bottom) { move(line, 1); }
      });
      ["pointerup", "pointercancel", "lostpointercapture"].forEach(function (name) {
        handle.addEventListener(name, function () {
          if (!held) { return; }
          held = false;
          line.classList.remove("is-held");
          say(line);
        });
      });
    }

    lines.forEach(function (line) {
      line.querySelector("select").hidden = true;
      button(line, -1);
      button(line, 1);
      drag(line);
    });
    form.querySelector(".order-bare").hidden = true;
    form.querySelector(".order-live").hidden = false;
    form.addEventListener("reset", function () {
      moved = false;
      start.forEach(function (line) { list.appendChild(line); });
    });
    type.answered = function () { return moved; };
    type.begun = null;
    type.first = function () { return list.querySelector("button"); };
    return type;
  });
}());

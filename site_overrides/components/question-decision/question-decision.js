/* Tells the story scene by scene: a scene appears when a choice leads to it. The button stands under the choices of the scene at hand, so that what
   follows from a choice opens where the button was pressed, and takes the focus, which reads it out. Without script all scenes stand there, and links lead on. */
(function () {
  "use strict";
  var all = window.highRoad.all;

  window.highRoad.question("decision", function (form) {
    var status = form.querySelector("[role=status]");
    var scenes = all(form, ".scene");
    var acts = all(form, ".sure, .question__act, .question__status");
    var way = [scenes[0]];

    function here() { return way[way.length - 1]; }

    function chosen(scene) { return scene.querySelector("input:checked"); }

    function opened(scene, input) {
      var found = null;
      all(scene, ".way").forEach(function (each) {
        each.open = Boolean(input) && each.getAttribute("data-reason") === input.value;
        if (each.open) { found = each; }
      });
      scene.querySelector(".question__reasons").open = Boolean(input);
      return found;
    }

    function show() {
      var place = here().querySelector("fieldset");
      scenes.forEach(function (scene) { scene.hidden = way.indexOf(scene) < 0; });
      acts.forEach(function (each) {
        place.after(each);
        place = each;
      });
    }

    /* Back to a scene: what followed from an older choice there goes. */
    function back(scene) {
      way = way.slice(0, way.indexOf(scene) + 1);
      scenes.forEach(function (each) {
        if (way.indexOf(each) >= 0) { return; }
        all(each, "input").forEach(function (input) { input.checked = false; });
        opened(each, null);
      });
      show();
    }

    form.addEventListener("change", function (event) {
      var scene = scenes.filter(function (each) { return each.contains(event.target); })[0];
      if (scene) { back(scene); opened(scene, null); }
    });
    form.addEventListener("reset", function () { back(scenes[0]); opened(scenes[0], null); });
    show();

    return {
      answered: function () { return Boolean(chosen(here())); },
      first: function () { return here().querySelector("input"); },
      /* "" while the story goes on. */
      result: function () {
        if (chosen(here()).hasAttribute("data-next")) { return ""; }
        var sound = way.filter(function (scene) { return chosen(scene).hasAttribute("data-correct"); }).length;
        var unsure = way.filter(function (scene) { return window.highRoad.isUnsure(chosen(scene)); }).length;
        return sound === way.length ? "right" : sound ? "partly" : unsure === way.length ? "unsure" : "notyet";
      },
      mark: function () {
        var scene = here();
        var input = chosen(scene);
        var next = input.getAttribute("data-next");
        var found = opened(scene, input);
        way.forEach(function (each) {
          var own = all(each, ".way").filter(function (one) { return one.getAttribute("data-reason") === chosen(each).value; })[0];
          window.highRoad.mine(own, "", true);
        });
        if (next) {
          way.push(scenes.filter(function (each) { return each.getAttribute("data-scene") === next; })[0]);
          show();
          status.textContent = form.dataset.on.replace("{n}", scenes.indexOf(here()) + 1);
        }
        found = found.querySelector("p");
        found.tabIndex = -1;
        found.focus();
      },
      clear: function () {}
    };
  });
}());

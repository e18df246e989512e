/* Promotes questions: adds checking, a spoken result and the reasons that matter. Without script the form and its <details> are complete.
   highRoad.question(type, make) promotes all questions of a type. make(form) gives
     answered()  whether there is something to check      first()  what gets the focus where there is not, and after a new start
     result()    "right", "partly", "notyet" or "unsure"  mark()   shows the learner's answer among the reasons      clear()  takes that back */
(function () {
  "use strict";
  var highRoad = window.highRoad = window.highRoad || {};
  var words = (document.querySelector("[data-component=quiz-review]") || document.body).dataset;

  function all(root, what) { return Array.prototype.slice.call(root.querySelectorAll(what)); }

  /* Not to be sure is never wrong: the choice called so counts neither way. */
  function isUnsure(input) { return input.value === "not-sure"; }

  function word(form, key) { return form.dataset[key] || words[key] || ""; }

  /* Marks a reason as the learner's own; `said` is what they answered, where the reason does not stand for one answer. */
  function mine(reason, said, chosen) {
    var place = reason.querySelector(".said");
    var chip = document.createElement("span");
    chip.className = "mine chip";
    chip.textContent = words.mine + (said ? ": " + said : "");
    place.appendChild(document.createTextNode(" "));
    place.appendChild(chip);
    reason.classList.toggle("is-chosen", chosen);
  }

  function unmark(form) {
    all(form, ".mine").forEach(function (chip) { chip.parentNode.removeChild(chip); });
    all(form, ".is-chosen").forEach(function (reason) { reason.classList.remove("is-chosen"); });
  }

  /* Whatever is answered by choosing: radios, boxes and lists, in one or several parts. */
  function choices(form) {
    var parts = {};
    all(form, "input[value], select").forEach(function (control) {
      if (control.name !== "-sure") { (parts[control.name] = parts[control.name] || []).push(control); }
    });
    var names = Object.keys(parts);

    function picked(name) {
      return parts[name].map(function (control) {
        return control.options ? control.options[control.selectedIndex] : control;
      }).filter(function (each) { return each.value && (each.checked || each.selected); });
    }

    function isRight(each) { return each.hasAttribute("data-correct"); }

    function open() { return names.filter(function (name) { return !picked(name).length; }); }

    return {
      answered: function () { return !open().length; },
      begun: function () { return open().length < names.length; },
      first: function () { return parts[open()[0] || names[0]][0]; },
      result: function () {
        var hits = 0, wanted = 0, chosen = 0, unsure = 0;
        names.forEach(function (name) {
          var own = picked(name);
          var boxes = parts[name][0].type === "checkbox";
          var left = own.filter(isUnsure).length;
          unsure += left;
          chosen += own.length - left;
          hits += own.filter(isRight).length;
          wanted += boxes ? parts[name].filter(isRight).length : 1;
        });
        if (unsure && !chosen) { return "unsure"; }
        return hits === wanted && chosen === hits ? "right" : hits ? "partly" : "notyet";
      },
      mark: function () {
        names.forEach(function (name) {
          picked(name).forEach(function (each) {
            var own = all(form, "[data-reason]").filter(function (reason) {
              var of = reason.getAttribute("data-of");
              return reason.getAttribute("data-reason") === (of ? each.value : name) && (!of || of === name);
            })[0];
            if (!own) { return; }
            if (own.hasAttribute("data-of")) { mine(own, "", true); return; }
            mine(own, (each.getAttribute("data-label") || each.textContent || each.parentNode.textContent).trim(), !isRight(each));
          });
        });
      },
      clear: function () {}
    };
  }

  function ready(form, make) {
    var status = form.querySelector("[role=status]");
    var act = form.querySelector(".question__act");
    var reasons = all(form, ".question__reasons").filter(function (each) { return each.parentNode === form; })[0];
    var type = make(form);

    function clear(event) {
      if (event && event.target.name === "-sure") { return; }
      status.textContent = "";
      form.removeAttribute("data-result");
      if (reasons) { reasons.open = false; }
      unmark(form);
      type.clear();
    }

    form.addEventListener("submit", function (event) {
      event.preventDefault();
      if (!type.answered()) {
        clear();
        status.textContent = word(form, type.begun && type.begun() ? "open" : "none");
        type.first().focus();
        return;
      }
      unmark(form);
      var result = type.result();
      type.mark();
      if (!result) { return; }
      form.setAttribute("data-result", result);
      if (reasons) { reasons.open = true; }
      status.textContent = word(form, result);
      status.scrollIntoView({ block: "nearest" });
      var sure = form.querySelector("[name='-sure']:checked");
      document.dispatchEvent(new CustomEvent("highroad:checked", {
        detail: { question: form.getAttribute("data-question"), result: result, sure: sure ? sure.value : "" }
      }));
    });

    /* A changed answer is a new try: what was said about the old one goes. Choosing never submits (WCAG F36). */
    form.addEventListener("change", clear);
    form.addEventListener("input", clear);
    form.addEventListener("reset", function () {
      clear();
      setTimeout(function () { type.first().focus(); });
    });
    act.hidden = false;
    form.classList.add("is-ready");
  }

  highRoad.all = all;
  highRoad.choices = choices;
  highRoad.mine = mine;
  highRoad.isUnsure = isUnsure;
  highRoad.question = function (type, make) {
    all(document, "form[data-type='" + type + "']").forEach(function (form) {
      try { ready(form, make); } catch (error) { console.error("question", form.dataset.question, error); }
    });
  };
  ["single", "multiple", "true-false", "match", "classify", "fill-in"].forEach(function (type) { highRoad.question(type, choices); });
}());

/* Promotes a question: adds checking, a spoken result and the reasons that matter. Without script the form and its <details> are complete. */
(function () {
  "use strict";

  function ready(form) {
    var status = form.querySelector("[role=status]");
    var reasons = form.querySelector(".question__reasons");
    var inputs = Array.prototype.slice.call(form.querySelectorAll("input"));
    var act = form.querySelector(".question__act");
    if (!status || !reasons || !act || !inputs.length) { return; }
    act.hidden = false;
    form.classList.add("is-ready");

    function chosen() {
      return inputs.filter(function (input) { return input.checked; });
    }

    function verdict(picked) {
      var right = inputs.filter(function (input) { return input.hasAttribute("data-correct"); });
      var hits = picked.filter(function (input) { return input.hasAttribute("data-correct"); });
      if (hits.length === right.length && picked.length === hits.length) { return "right"; }
      return hits.length ? "partly" : "notyet";
    }

    /* The learner's own choices, marked in the reasons by a word and by the edge. */
    function mark(picked) {
      form.querySelectorAll("[data-reason]").forEach(function (reason) {
        var mine = picked.some(function (input) { return input.value === reason.getAttribute("data-reason"); });
        reason.classList.toggle("is-chosen", mine);
        reason.querySelector(".question__mine").hidden = !mine;
      });
    }

    function clear() {
      status.textContent = "";
      form.removeAttribute("data-result");
      reasons.open = false;
      mark([]);
    }

    form.addEventListener("submit", function (event) {
      event.preventDefault();
      var picked = chosen();
      if (!picked.length) {
        clear();
        status.textContent = form.dataset.none;
        inputs[0].focus();
        return;
      }
      var result = verdict(picked);
      mark(picked);
      form.setAttribute("data-result", result);
      reasons.open = true;
      status.textContent = form.dataset[result];
      document.dispatchEvent(new CustomEvent("highroad:checked", { detail: { question: form.dataset.question, result: result, sure: "" } }));
      status.scrollIntoView({ block: "nearest" });
    });

    /* A changed answer is a new try: what was said about the old one goes. Choosing never submits (WCAG F36). */
    form.addEventListener("change", clear);
    form.addEventListener("reset", function () {
      clear();
      inputs[0].focus();
    });
  }

  document.querySelectorAll("[data-component=question]").forEach(function (form) {
    try { ready(form); } catch (error) { console.error("question", form.dataset.question, error); }
  });
}());

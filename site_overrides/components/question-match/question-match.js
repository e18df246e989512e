/* The lists say the words behind their letters. Without script these stand in the list above. */
(function () {
  "use strict";
  window.highRoad.all(document, "form[data-type=match]").forEach(function (form) {
    var texts = {};
    window.highRoad.all(form, "[data-option]").forEach(function (each) {
      texts[each.getAttribute("data-option")] = each.querySelector("span").textContent;
    });
    window.highRoad.all(form, "option[value]").forEach(function (option) {
      if (!texts[option.value]) { return; }
      option.setAttribute("data-label", option.textContent);
      option.textContent += " · " + texts[option.value];
    });
  });
}());

/* Reads a number in the digits of any script, with comma or point, and tells what a typical slip did. */
(function () {
  "use strict";
  /* The zeros of the Arabic, Extended Arabic, Devanagari, Bengali, Thai, Burmese, Shan and Khmer digits. */
  var zeros = [0x660, 0x6f0, 0x966, 0x9e6, 0xe50, 0x1040, 0x1090, 0x17e0];

  /* The number that a text spells, or NaN. `decimal` is the character that the page's language writes before parts of a whole. */
  function read(text, decimal, unit) {
    var plain = text.trim();
    if (unit && plain.slice(-unit.length) === unit) { plain = plain.slice(0, -unit.length); }
    plain = plain.replace(/[^\x00-\x7f]/g, function (each) {
      var code = each.charCodeAt(0);
      var zero = zeros.filter(function (start) { return code >= start && code < start + 10; })[0];
      return zero === undefined ? each : String(code - zero);
    }).replace(/\u066b/g, decimal).replace(/[\s\u066c\u2019'\u200e\u200f\u061c]/g, "").replace(/[\u2212\u2013]/g, "-").replace(/\u060c/g, ",");
    var last = Math.max(plain.lastIndexOf(","), plain.lastIndexOf("."));
    if (last >= 0) {
      var mark = plain.charAt(last);
      var several = plain.indexOf(mark) !== last;
      var grouped = /^[-+]?[1-9]\d{0,2}(?:[.,]\d{2,3})*[.,]\d{3}$/.test(plain);
      if (several && !grouped) { return NaN; }
      plain = grouped && (several || mark !== decimal) ? plain.replace(/[.,]/g, "") : plain.slice(0, last).replace(/[.,]/g, "") + "." + plain.slice(last + 1);
    }
    return /^[-+]?(\d+\.?\d*|\.\d+)%?$/.test(plain) ? parseFloat(plain) : NaN;
  }

  window.highRoad.question("number", function (form) {
    var input = form.querySelector("[name=number]");
    var unit = input.parentNode.querySelector("[data-text]");

    function value() { return read(input.value, input.getAttribute("data-decimal"), unit ? unit.textContent : ""); }

    function near(wanted) { return Math.abs(value() - wanted) <= parseFloat(input.getAttribute("data-tolerance")) + 1e-9; }

    return {
      answered: function () { return !isNaN(value()); },
      first: function () { return input; },
      result: function () { return near(input.getAttribute("data-answer")) ? "right" : "notyet"; },
      mark: function () {
        var own = form.querySelector("[data-reason=number]");
        if (!near(input.getAttribute("data-answer"))) {
          own = window.highRoad.all(form, "[data-slip]").filter(function (slip) { return near(slip.getAttribute("data-slip")); })[0] || null;
        }
        if (own) { window.highRoad.mine(own, "", true); }
      },
      clear: function () {}
    };
  });
}());

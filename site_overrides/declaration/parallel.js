/* Lays two texts of the Declaration side by side. Each is a script that calls `highRoad.declaration`; what is chosen stands in the address
   (`#spa+qva`), so that it can be passed on; a booklet's link names its own text (`?qva`). Texts are set as text, never as markup. */
(function () {
  "use strict";

  var form = document.querySelector(".parallel__form"), rows = document.querySelector(".parallel__rows");
  if (!form || !rows) { return; }

  var choices = form.querySelectorAll("select"), status = form.querySelector("[role=status]"), words = form.dataset;
  var FOLDER = "../declaration/texts/", BREAK = "\u200b";
  var texts = {}, asked = {};

  window.highRoad = window.highRoad || {};
  window.highRoad.declaration = function (code, text) { texts[code] = text; };

  function make(name, className, parent) {
    var made = document.createElement(name);
    if (className) { made.className = className; }
    if (parent) { parent.appendChild(made); }
    return made;
  }

  /* Words into an element: what we put right marked, and where the text says where its lines may break, nowhere else. */
  function write(parent, said, mended) {
    var place = -1, found = (mended || []).filter(function (each) { return said.indexOf(each) >= 0; })[0];
    if (found) {
      place = said.indexOf(found);
      write(parent, said.slice(0, place));
      make("mark", "", parent).textContent = found;
      write(parent, said.slice(place + found.length), mended);
      return;
    }
    var parts = said.split(BREAK);
    parts.forEach(function (part) {
      if (parts.length === 1 || !part.trim()) { parent.append(part); return; }
      make("span", "s", parent).textContent = part;
      make("wbr", "", parent);
    });
  }

  function cell(row, text, said, name) {
    var made = make("div", "parallel__cell", row);
    if (said) {
      made.lang = text.lang;
      made.dir = text.dir;
      if (text.font) { made.dataset.font = text.font; }
      if (text.columns) { made.classList.add("parallel__cell--columns"); }
      write(make(name, "", made), said, text.mended);
    } else {
      make("p", "small", made).textContent = words.missing;
    }
    return made;
  }

  function part(pair, title, id, headings, bodies) {
    var section = make("section", "parallel__part", rows), row;
    section.id = id;
    make("h2", "", section).textContent = title;
    row = make("div", "parallel__row", section);
    pair.forEach(function (text, index) { if (headings[index]) { cell(row, text, headings[index], "p").classList.add("title"); } else { make("div", "", row); } });
    bodies.forEach(function (body) {
      row = make("div", "parallel__row", section);
      pair.forEach(function (text, index) { body(row, text, index); });
    });
  }

  /* All of it beside all of it: the number of its paragraphs differs from language to language. */
  function whole(paragraphs) {
    return [function (row, text, index) {
      var said = paragraphs[index].filter(Boolean), first = cell(row, text, said[0] || "", "p");
      said.slice(1).forEach(function (each) { write(make("p", "", first), each, text.mended); });
    }];
  }

  function article(pair, number) {
    var found = pair.map(function (text) { return text.articles[number] || ["", [], false]; }), bodies = [], clause;
    function at(place) {
      return function (row, text, index) { cell(row, text, found[index][1][place] || "", "p").setAttribute("data-clause", String(place + 1)); };
    }
    if (found[0][2] && found[1][2]) {
      for (clause = 0; clause < Math.max(found[0][1].length, found[1][1].length); clause += 1) { bodies.push(at(clause)); }
    } else {
      bodies = whole(found.map(function (each) { return each[1]; }));
    }
    part(pair, words.article.replace("{number}", new Intl.NumberFormat(document.documentElement.lang, { numberingSystem: document.documentElement.dataset.numbers }).format(number)), "article-" + number,
      found.map(function (each) { return each[0]; }), bodies);
  }

  function chosen() { return Array.prototype.map.call(choices, function (each) { return each.value; }); }

  function show() {
    var codes = chosen(), pair = codes.map(function (code) { return texts[code]; }), number;
    rows.textContent = "";
    if (!pair[0] || !pair[1]) { return; }
    part(pair, words.preamble, "preamble", pair.map(function (text) { return text.title || text.preamble[0]; }),
      whole(pair.map(function (text) { return text.preamble[1]; })));
    for (number = 1; number <= 30; number += 1) { article(pair, number); }
    status.textContent = words.ready.replace("{first}", name(0)).replace("{second}", name(1));
  }

  function name(index) { return choices[index].selectedOptions[0].textContent; }

  function load(code) {
    if (!code || asked[code]) { return; }
    asked[code] = true;
    var script = make("script");
    script.src = FOLDER + code + ".js";
    script.onload = show;
    script.onerror = function () { asked[code] = false; status.textContent = words.failed; };
    document.head.appendChild(script);
  }

  function update() {
    status.textContent = "";
    chosen().forEach(load);
    show();
  }

  function fromAddress() {
    var codes = decodeURIComponent(location.hash.slice(1)).split("+");
    var named = decodeURIComponent(location.search.slice(1));
    if (codes.length < 2) {
      if (codes[0] && (choices[0].value || choices[1].value)) { return; } /* an anchor in the page */
      codes = [words.own, [named, words.other].find(function (code) { return code && code !== words.own; })];
    }
    choices.forEach(function (choice, index) { choice.value = codes[index] || ""; });
    update();
  }

  form.hidden = false;
  document.querySelector(".parallel__still").hidden = true;
  form.addEventListener("submit", function (event) { event.preventDefault(); });
  form.addEventListener("change", function () {
    history.replaceState(null, "", "#" + chosen().join("+"));
    update();
  });
  window.addEventListener("hashchange", fromAddress);
  fromAddress();
}());

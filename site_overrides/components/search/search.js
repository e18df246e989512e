/* Promotes the link to all pages to a search. The engine and the index of the language are loaded when somebody first goes into the field; nothing
   that is typed is kept or sent. Finds are plain links: arrow keys move among them, Escape closes, Enter in the field opens the first. */
(function () {
  "use strict";

  var ENGINE = (document.currentScript ? document.currentScript.src : "").replace(/[^/]*$/, "search-engine.js");
  var MOST = 20;
  var PAUSE = 120; /* milliseconds after the last key before the finds, and what is said about them, change */

  function engine() { return window.highRoad && window.highRoad.search; }

  function make(name, className, parent) {
    var made = document.createElement(name);
    if (className) { made.className = className; }
    if (parent) { parent.appendChild(made); }
    return made;
  }

  /* Pieces of a text, those that were found marked. As text, never as markup. */
  function write(parent, className, pieces) {
    if (!pieces.length) { return; }
    var line = make("span", className, parent);
    pieces.forEach(function (piece) { (piece[1] ? make("mark", "", line) : line).append(piece[0]); });
    parent.append(" ");
  }

  function ready(box) {
    var form = box.querySelector("form"), input = form.querySelector("input"), status = form.querySelector("[role=status]");
    var found = box.querySelector(".search__found"), words = box.dataset, timer = 0, state = "";

    function said(word, n) { return words[word].replace("{n}", String(n)); }

    function open(yes) {
      box.classList.toggle("is-open", yes);
      found.hidden = !yes || !found.firstChild;
    }

    function add(source, last) {
      var script = make("script");
      script.src = source;
      script.async = false; /* in this order */
      script.onerror = function () { state = "missing"; update(); };
      if (last) { script.onload = function () { if (!state || state === "loading") { state = "ready"; update(); } }; }
      document.head.appendChild(script);
    }

    function load() {
      if (state === "loading" || state === "ready") { return; }
      if (engine() && engine().size()) {
        state = "ready";
        return;
      }
      state = "loading";
      if (!engine()) { add(ENGINE, false); }
      add(words.root + "search-index.js", true);
    }

    function list(label, hits) {
      if (!hits.length) { return; }
      if (label) { make("p", "search__label label", found).textContent = label; }
      var items = make("ol", "", found);
      hits.forEach(function (hit) {
        var link = make("a", "search__hit", make("li", "", items));
        link.href = words.root + hit.href;
        link.setAttribute("data-hit", "");
        /* A page's link to itself leads to its top without loading it again, so that answers already given stay. */
        if (!link.hash && link.pathname === location.pathname) { link.href = "#content"; }
        write(link, "search__title", hit.title);
        write(link, "search__heading small", hit.heading);
        write(link, "search__text small", hit.text);
      });
    }

    function update() {
      clearTimeout(timer);
      var query = input.value.trim(), result, label = "";
      found.textContent = "";
      if (query && state === "missing") { label = words.missing; }
      if (query && state === "ready") {
        result = engine().find(query, document.documentElement.lang, MOST);
        label = !result ? "" : result.exact.length ? said("found", result.exact.length + result.more) : words.none;
      }
      if (label) { make("p", "search__label label", found).textContent = label; }
      if (result) {
        found.lastChild.setAttribute("aria-hidden", "true"); /* the status says it */
        list("", result.exact);
        if (result.more) { make("p", "search__label small", found).textContent = said("more", result.more); }
        list(said("similar", result.similar.length), result.similar);
        if (result.similar.length) { label += " " + said("similar", result.similar.length); }
      }
      if (status.textContent !== label) { status.textContent = label; }
      open(true);
    }

    function move(event) {
      var stops = [input].concat(Array.prototype.slice.call(box.querySelectorAll(".search__panel a")));
      var to = stops.indexOf(document.activeElement) + (event.key === "ArrowDown" ? 1 : -1);
      if (event.isComposing || to < 0 || to >= stops.length) { return; }
      event.preventDefault();
      open(true);
      stops[to].focus();
    }

    form.hidden = false;
    box.classList.add("is-ready");
    input.addEventListener("focus", function () { load(); open(true); });
    input.addEventListener("input", function () {
      clearTimeout(timer);
      timer = setTimeout(update, PAUSE);
    });
    form.addEventListener("submit", function (event) {
      event.preventDefault();
      update();
      var first = found.querySelector("[data-hit]");
      if (first) { first.click(); }
    });
    box.addEventListener("keydown", function (event) {
      if (event.key === "ArrowDown" || event.key === "ArrowUp") { move(event); }
      if (event.key === "Escape" && box.classList.contains("is-open")) {
        event.preventDefault();
        input.focus();
        open(false);
      }
    });
    found.addEventListener("click", function (event) {
      var fold = box.closest("details");
      if (!event.target.closest("[data-hit]")) { return; }
      open(false);
      if (fold) { fold.open = false; }
    });
    ["focusin", "click"].forEach(function (kind) {
      document.addEventListener(kind, function (event) { if (!box.contains(event.target)) { open(false); } });
    });
  }

  document.querySelectorAll("[data-component=search]").forEach(function (box) {
    try { ready(box); } catch (error) { console.error("search", error); }
  });
}());

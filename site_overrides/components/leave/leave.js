/* Leaves at once: hides the page, blanks its title, wipes what is remembered and typed, and puts a neutral page in this one's place. By the
   link, or by three presses of Shift within five seconds, as the pattern "Exit this page" of GOV.UK does. The name of the window, which
   nothing keeps, tells a page that Back brings up that we were left: it stays blank until somebody asks for it again.
   Runs before the page is drawn (base.html), so that such a page is never seen. */
(function () {
  "use strict";

  var PRESSES = 3, WITHIN = 5000, NAME = "table";
  var root = document.documentElement, count = 0, alone = false, gone = false, timer, box;

  function say(text) { if (box) { box.querySelector("[role=status]").textContent = text; } }

  function hide() {
    root.classList.add("is-away");
    document.title = "";
    document.querySelectorAll("link[rel=icon]").forEach(function (icon) { icon.removeAttribute("href"); });
  }

  function stop(words) {
    window.clearTimeout(timer);
    count = 0;
    if (words !== undefined) { say(words); }
  }

  function leave() {
    if (!box) { return; }
    hide();
    stop(box.dataset.going);
    window.name = NAME;
    /* Whatever fails here, the page is left all the same. */
    try { window.highRoad.memory.wipe(); } catch (error) { /* nothing is remembered */ }
    try { document.querySelectorAll("form").forEach(function (form) { form.reset(); }); } catch (error) { /* nothing was typed */ }
    try { document.querySelectorAll("input, textarea").forEach(function (input) { if (/text|search|textarea/.test(input.type)) { input.value = ""; } }); } catch (error) { /* the same */ }
    var link = box.querySelector("[data-leave]");
    window.location.replace(link.href);
    if (link.hash === "#away") { away(); }
  }

  /* In a file of its own the neutral part is there already. */
  function away() {
    root.classList.remove("is-away");
    gone = true;
    window.name = "";
    document.title = box.dataset.away;
  }

  function press() {
    count += 1;
    if (count === 1) { timer = window.setTimeout(function () { stop(box.dataset.stopped); }, WITHIN); }
    if (count >= PRESSES) { leave(); } else { say(count === 1 ? box.dataset.two : box.dataset.one); }
  }

  /* Shift counts when it was pressed alone: whoever types a capital letter does not leave. */
  document.addEventListener("keydown", function (event) {
    if (event.key !== "Shift") {
      alone = false;
      if (count) { stop(""); }
    } else if (!event.repeat) { alone = true; }
  });
  document.addEventListener("keyup", function (event) {
    if (event.key === "Shift" && alone && box && !root.classList.contains("is-away")) { press(); }
    if (event.key === "Shift") { alone = false; }
  });

  /* Whether the neutral page is among those that this tab has shown. Where the browser does not tell, take it so. */
  function left() {
    var pages = window.navigation && window.navigation.entries ? window.navigation.entries() : null;
    return window.name === NAME || !pages || !box || pages.some(function (page) { return page.url === box.querySelector("[data-leave]").href; });
  }

  /* The page was left and is here again. */
  function covered() {
    hide();
    stop("");
    window.name = NAME;
    if (!box) { return; }
    var again = box.querySelector(".leave__again");
    again.hidden = false;
    again.querySelector("button").onclick = function () {
      window.name = "";
      window.location.reload();
    };
  }

  function ready() {
    box = document.querySelector("[data-component=leave]");
    if (!box) { return; }
    document.querySelectorAll("[data-leave]").forEach(function (link) {
      link.addEventListener("click", function (event) {
        event.preventDefault();
        leave();
      });
    });
    if (window.location.hash === "#away") { away(); }
    if (window.name === NAME) { covered(); }
  }

  if (window.name === NAME) { root.classList.add("is-away"); }
  if (document.readyState === "loading") { document.addEventListener("DOMContentLoaded", ready); } else { ready(); }
  window.addEventListener("hashchange", function () { if (gone && window.location.hash !== "#away") { covered(); } });
  /* A browser may set a page aside as it is, and with Back show it without loading it, and without the name. It is set aside hidden. */
  window.addEventListener("pagehide", function (event) { if (event.persisted) { root.classList.add("is-away"); } });
  window.addEventListener("pageshow", function (event) {
    if (!event.persisted) { return; }
    if (left()) { covered(); } else { root.classList.remove("is-away"); }
  });
}());

/* What this device remembers, if the learner says so: which modules are finished and how the two checks went, in numbers without names.
   Off until switched on. Every page opened from a file on the device can read and write the same place, so what stands there is believed
   only where it has exactly our form. window.highRoad.memory: on(), get(), set(part, mark, number or null), wipe(). After each change the
   document hears `highroad:memory`. */
(function () {
  "use strict";

  var KEY = "notes", VERSION = 1, DAYS = 90, MOST = 500, LATEST = 99999;
  var PARTS = { done: LATEST, before: 2, after: 2 };  // of a question: 1 right, 0 not yet, 2 not sure
  var MARK = /^[0-9a-f]{8}$/;
  var kept = false, able = true, record = {};

  function empty() { return { done: {}, before: {}, after: {} }; }

  /* The day, counted from 1970 by the clock of the device. No time of day is ever kept. */
  function today() {
    var now = new Date();
    return Math.max(0, Math.floor(now.getTime() / 864e5 - now.getTimezoneOffset() / 1440));
  }

  function whole(value, most) { return typeof value === "number" && value >= 0 && value <= most && value % 1 === 0; }

  function plain(value) { return Object.prototype.toString.call(value) === "[object Object]"; }

  /* The record that a text spells, or null where it is not one of ours to the last key. */
  function parse(text) {
    var given, made = empty();
    try { given = JSON.parse(text); } catch (error) { return null; }
    if (!plain(given) || given.v !== VERSION || !whole(given.day, LATEST) || Object.keys(given).length !== 5) { return null; }
    var fits = Object.keys(PARTS).every(function (part) {
      var marks = plain(given[part]) ? Object.keys(given[part]) : null;
      return marks && marks.length <= MOST && marks.every(function (mark) {
        made[part][mark] = given[part][mark];
        return MARK.test(mark) && whole(given[part][mark], PARTS[part]);
      });
    });
    return fits ? { record: made, day: given.day } : null;
  }

  function save() {
    try {
      window.localStorage.setItem(KEY, JSON.stringify({ v: VERSION, day: today(), done: record.done, before: record.before, after: record.after }));
      kept = true;
    } catch (error) { kept = able = false; }
  }

  /* Asks once whether there is a record: nothing else can tell a new page that the learner has switched it on. */
  function load() {
    var found = null, was = kept;
    try { found = parse(window.localStorage.getItem(KEY)); } catch (error) { able = false; }
    kept = !!found && today() - found.day <= DAYS;
    if (kept) {
      record = found.record;
      if (found.day !== today()) { save(); }
    } else {
      if (found) { forget(); }
      if (found || was) { record = empty(); }
    }
  }

  function forget() {
    try { window.localStorage.removeItem(KEY); } catch (error) { able = false; }
    kept = false;
  }

  function tell() {
    document.dispatchEvent(new CustomEvent("highroad:memory", { detail: { on: kept } }));
  }

  var memory = {
    on: function () { return kept; },
    get: function () { return JSON.parse(JSON.stringify(record)); },
    set: function (part, mark, value) {
      if (!PARTS.hasOwnProperty(part) || !MARK.test(mark)) { return; }
      if (value === null) { delete record[part][mark]; } else if (whole(value, PARTS[part])) { record[part][mark] = value; }
      if (kept) { save(); }
      tell();
    },
    today: today,
    wipe: function () {
      forget();
      record = empty();
      tell();
    }
  };

  function ready(box) {
    var input = box.querySelector("input"), wipe = box.querySelector(".memory__wipe"), said = box.querySelector("[role=status]");
    box.hidden = false;
    function draw() {
      input.checked = kept;
      input.disabled = !able;
      wipe.hidden = !kept;
      if (!able) { said.textContent = box.dataset.none; }
    }
    function wiped() {
      memory.wipe();
      said.textContent = able ? box.dataset.wiped : box.dataset.none;
      (able ? input : box).focus();
    }
    input.addEventListener("change", function () {
      if (!input.checked) { wiped(); return; }
      save();
      said.textContent = kept ? box.dataset.on : "";
      tell();
    });
    wipe.querySelector("button").addEventListener("click", function () {
      box.querySelector("details").open = true;
      wiped();
    });
    document.addEventListener("highroad:memory", draw);
    draw();
  }

  record = empty();
  load();
  window.highRoad = window.highRoad || {};
  window.highRoad.memory = memory;
  document.querySelectorAll("[data-component=memory]").forEach(function (box) {
    try { ready(box); } catch (error) { console.error("memory", error); }
  });
  /* Another tab wiped or kept something; or Back shows a page as it was before that. */
  function reload() { load(); tell(); }
  window.addEventListener("storage", function (event) { if (event.key === KEY || event.key === null) { reload(); } });
  window.addEventListener("pageshow", function (event) { if (event.persisted) { reload(); } });
  tell();
}());

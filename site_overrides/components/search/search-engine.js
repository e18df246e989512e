/* Finds words in the sections of a site. Pure: it knows no page; search.js shows what it finds. Texts and queries are folded alike, so that accents,
   apostrophes, hyphens, invisible characters and the habits of keyboards do not matter. Words are found inside words: most of our scripts have no
   spaces. What is not found exactly is looked for once more, by likeness. */
(function (root) {
  "use strict";

  /* Scripts without spaces between words: Thai, Lao, Burmese, Khmer, Chinese and Japanese. */
  var UNSPACED = "\u0e01-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uaa60-\uaa7f";
  var IS_UNSPACED = new RegExp("[" + UNSPACED + "]");
  var GAP = new RegExp("([" + UNSPACED + "]) (?=[" + UNSPACED + "])", "g");
  var SMALL = /^ [a-z]/;
  var MARKS = /\p{M}/gu;
  /* A letter with what stands on, under and around it. What `fold` changes together lies in one cluster. */
  var CLUSTER = /(?:เเ|ເເ|\P{M})(?:[\u1039\u17d2]\P{M}|\p{M}|[\u200b-\u200d])*|\p{M}+/gu;
  var LETTERS = { "ٱ": "ا", "ى": "ي", "ی": "ي", "ک": "ك", "ة": "ه", "ہ": "ه", "ە": "ه", "ς": "σ", "ı": "i", "ø": "o", "ł": "l", "đ": "d",
    "ð": "d", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ဝ": "0" /* people type the digit for the letter */ };
  var RULES = [
    [/[\u0300-\u036f\u00ad\u0621\u0640\u064b-\u065f\u0670\u06d6-\u06ed\u061c\u17b4\u17b5\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]/g, ""],
    [/[ٱىیکةہەςıøłđðßæœþဝ]/g, function (letter) { return LETTERS[letter]; }],
    [/เเ/g, "แ"], [/ເເ/g, "ແ"],
    [/\u17d2\u178a/g, "\u17d2\u178f"], [/\u17c1\u17b6/g, "\u17c4"], [/\u17c1\u17b8/g, "\u17be"],
    [/\u1025(?=\u103a)/g, "\u1009"],
    /* Marks in one order, whatever the keyboard's. */
    [/[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u0eb1\u0eb4-\u0ebc\u0ec8-\u0ece\u102b-\u1038\u103a-\u103e\u17b6-\u17d1]{2,}/g,
      function (marks) { return marks.split("").sort().join(""); }],
    [/[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\u0e50-\u0e59\u0ed0-\u0ed9\u1040-\u1049\u1090-\u1099\u17e0-\u17e9]/g,
      function (digit) { var code = digit.charCodeAt(0); return (code & 15) - (code >> 4 === 0x96 ? 6 : 0); }],
    [/[^\p{L}\p{M}\p{N}]+/gu, " "]
  ];

  function letters(text) {
    text = text.replace(/['’‘ʼʹʻꞌ′´`\-‐‑]/g, "");
    if (/^[\x00-\x7f]*$/.test(text)) { return text.toLowerCase().replace(/[^a-z0-9]+/g, " "); }
    return RULES.reduce(function (made, rule) { return made.replace(rule[0], rule[1]); }, text.normalize("NFKD").toLowerCase());
  }

  function fold(text) {
    return letters(text).replace(/ +/g, " ").replace(GAP, "$1").trim();
  }

  var clustered = {};

  /* The folded text, and for each of its characters where in the text its cluster begins and ends. */
  function spread(text, skeleton) {
    var made = [], clusters = text.match(CLUSTER) || [], at = 0;
    clusters.forEach(function (cluster) {
      clustered[cluster] = clustered[cluster] || letters(cluster).split("");
      (skeleton ? clustered[cluster].join("").replace(MARKS, "").split("") : clustered[cluster]).forEach(function (letter) { made.push([letter, at, at + cluster.length]); });
      at += cluster.length;
    });
    made = made.filter(function (each, index) { return each[0] !== " " || index && made[index - 1][0] !== " "; });
    return made.filter(function (each, index) {
      return each[0] !== " " || !(index && made[index + 1] && IS_UNSPACED.test(made[index - 1][0]) && IS_UNSPACED.test(made[index + 1][0]));
    });
  }

  /* -- the index -- */

  var entries = [], ready = 0, tops = {}, folded = {}, vocabulary = null;

  function load(rows) {
    rows.forEach(function (row) {
      var page = row[0].split("#")[0];
      entries.push({ href: row[0], page: page, texts: [row[1], row[2], row[3]], top: !tops[page] });
      tops[page] = true;
    });
    vocabulary = null;
    (function some() {
      prepare(ready + 150);
      if (ready < entries.length) { setTimeout(some, 0); }
    }());
  }

  function prepare(until) {
    for (; ready < Math.min(until, entries.length); ready += 1) {
      var entry = entries[ready], title = entry.texts[0];
      folded[title] = folded[title] || fold(title);
      entry.parts = [" " + folded[title] + " ", " " + fold(entry.texts[1]) + " ", " " + fold(entry.texts[2]) + " "];
      entry.own = entry.parts[1] + "\n" + entry.parts[2];
      entry.all = entry.parts[0] + "\n" + entry.own;
    }
  }

  /* -- the query -- */

  /* A word as typed, and what of it must be found: without the Arabic "and", "in", "for" and "the" before it, without a plural's s; a short one only
     where a word begins. */
  function wanted(word) {
    var bare = /^[\u0600-\u06ff]+$/.test(word) ? word.replace(/^[وف]?(?:[بك]?ال|لل)(?=...)|^[وفبل](?=....)/, "")
      : /^[a-z]{5,}$/.test(word) ? word.replace(/e?s$/, "") : word;
    return { word: word, bare: /^[a-z\d]{1,3}$/.test(word) ? " " + word : bare };
  }

  function words(texts) {
    return texts.join(" ").split(" ").filter(Boolean).map(wanted);
  }

  /* The words of a text that is written without spaces, where the browser knows how to tell them. */
  function segmented(text, lang) {
    return IS_UNSPACED.test(text) && typeof Intl === "object" && Intl.Segmenter
      ? Array.from(new Intl.Segmenter(lang, { granularity: "word" }).segment(text), function (each) { return each.segment; }) : null;
  }

  /* As typed; split at its spaces, also in scripts that have none; cut into words of the language, where the browser knows how. */
  function readings(query, lang) {
    var pieces = (segmented(query, lang) || []).map(fold).filter(function (each) { return each.replace(MARKS, "").length > 1; });
    return [words([fold(query)]), words(query.split(/\s+/).map(fold)), words(pieces)];
  }

  /* What is worth marking: not the small words, unless there are no others. */
  function telling(looked) {
    var long = looked.filter(function (each) { return !SMALL.test(each.bare); }), told = long.length ? long : looked;
    return told.map(function (each) { return each.bare[0] === " " ? each.bare : each.word; }).concat(told.map(function (each) { return each.bare; }));
  }

  function has(text, each) { return text.indexOf(each.bare) >= 0; }

  function rank(entry, looked, phrase) {
    var weights = entry.top ? [9, 4, 1] : [0, 4, 1];
    var sum = looked.reduce(function (total, each) {
      return total + Math.max.apply(null, entry.parts.map(function (part, index) {
        if (!has(part, each)) { return 0; }
        return (weights[index] * (1 + (part.indexOf(" " + each.word) >= 0) + (part.indexOf(" " + each.word + " ") >= 0))
          + Math.min(5, part.split(each.bare).length) / 10) / (SMALL.test(each.bare) ? 9 : 1);
      }));
    }, 0);
    return sum + (looked.length > 1 && entry.all.indexOf(phrase) >= 0 ? 6 : 0);
  }

  /* Sections that hold all words; then, of pages that hold all of them only together, the section with most. */
  function exact(looked) {
    var phrase = looked.map(function (each) { return each.word; }).join(" "), found = [], done = {}, pages = {};
    if (!looked.length) { return found; }
    entries.forEach(function (entry) {
      var count = looked.filter(has.bind(null, entry.all)).length;
      var own = entry.top || looked.some(has.bind(null, entry.own));
      if (count && own && count === looked.length) {
        found.push({ entry: entry, score: rank(entry, looked, phrase) });
        done[entry.page] = true;
      } else if (count) {
        var page = pages[entry.page] = pages[entry.page] || { text: "", most: 0 };
        page.text += entry.all;
        if (own && count > page.most) { page.most = count; page.entry = entry; }
      }
    });
    Object.keys(pages).forEach(function (name) {
      var page = pages[name];
      if (!done[name] && page.entry && looked.every(has.bind(null, page.text))) { found.push({ entry: page.entry, score: page.most / looked.length }); }
    });
    return found.map(function (hit) { hit.needles = telling(looked); return hit; });
  }

  /* -- likeness -- */

  function grams(word, size) {
    var made = [];
    for (var at = 0; at + size <= word.length; at += 1) { made.push(word.slice(at, at + size)); }
    return made;
  }

  /* How many letters must be changed, added, left out or exchanged with their neighbour (optimal string alignment). */
  function distance(one, other) {
    var rows = [], i, j;
    for (i = 0; i <= one.length; i += 1) {
      rows[i] = [i];
      for (j = 1; j <= other.length; j += 1) {
        rows[i][j] = !i ? j : Math.min(rows[i - 1][j] + 1, rows[i][j - 1] + 1, rows[i - 1][j - 1] + (one[i - 1] === other[j - 1] ? 0 : 1));
        if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) { rows[i][j] = Math.min(rows[i][j], rows[i - 2][j - 2] + 1); }
      }
    }
    return rows[one.length][other.length];
  }

  /* Words of the texts that are like a word: a slip or two away, its stem, or with most of their trigrams in common. */
  function near(word) {
    var slips = word.length < 4 ? 0 : word.length < 7 ? 1 : 2, mine = grams(" " + word + " ", 3), known = {};
    mine.forEach(function (gram) { known[gram] = true; });
    if (!vocabulary) {
      var seen = {};
      entries.forEach(function (entry) {
        entry.all.split(/\s+/).forEach(function (each) { if (each.length > 3 && !IS_UNSPACED.test(each)) { seen[each] = true; } });
      });
      vocabulary = Object.keys(seen);
    }
    return slips ? vocabulary.map(function (each) {
      var theirs = grams(" " + each + " ", 3), common = theirs.filter(function (gram) { return known[gram] === true; }).length;
      var share = 2 * common / (theirs.length + mine.length), away = Math.abs(each.length - word.length) > slips ? 99 : distance(each, word);
      var like = Math.max(share < 0.55 ? 0 : 0.5 + share / 2, away > slips ? 0 : 1 - away / 10, word.indexOf(each) || 2 * each.length < word.length ? 0 : 0.5 + each.length / word.length / 2);
      return { word: each, like: like };
    }).filter(function (each) { return each.like > 0.5; }).sort(function (a, b) { return b.like - a.like; }) : [];
  }

  /* Sections that hold at least this share of what was typed, or of something like it. */
  function similar(looked, least) {
    var whole = 0;
    var plans = looked.map(function (each) {
      var unspaced = IS_UNSPACED.test(each.word), skeleton = each.word.replace(MARKS, "");
      whole += each.word.length;
      return { each: each, near: unspaced ? [] : near(each.word), skeleton: unspaced && skeleton.length > 2 ? skeleton : "",
        grams: unspaced ? grams(each.word, /[\u3040-\u9fff]/.test(each.word) ? 2 : 3) : [] };
    });
    return entries.map(function (entry) {
      var hit = { entry: entry, score: 0, needles: [], skeletons: [] };
      plans.forEach(function (plan) {
        var share = 0, found = has(entry.own, plan.each) ? [plan.each.bare] : [];
        if (found.length) { share = 1; }
        if (!share) {
          found = plan.near.filter(function (each) { return entry.own.indexOf(" " + each.word + " ") >= 0; });
          share = found.length && found[0].like;
          found = found.map(function (each) { return each.word; });
        }
        if (!share && plan.skeleton) {
          entry.skeleton = entry.skeleton || entry.own.replace(MARKS, "");
          if (entry.skeleton.indexOf(plan.skeleton) >= 0) { share = 0.7; hit.skeletons.push(plan.skeleton); }
        }
        if (!share && plan.grams.length > 1) {
          found = plan.grams.filter(function (gram) { return entry.own.indexOf(gram) >= 0; });
          share = found.length / plan.grams.length;
        }
        hit.needles = hit.needles.concat(found);
        hit.score += share * plan.each.word.length / whole;
      });
      return hit;
    }).filter(function (hit) { return hit.score >= least; }).map(function (hit) {  /* a title says what its page is about */
      hit.score += hit.needles.some(function (needle) { return hit.entry.parts[0].indexOf(needle) >= 0; }) ? 0.1 : 0;
      return hit;
    });
  }

  /* -- what is shown -- */

  function ranges(text, needles, skeleton) {
    var map = [[" ", 0, 0]].concat(needles.length ? spread(text, skeleton) : []), joined = map.map(function (each) { return each[0]; }).join(""), found = [];
    needles.forEach(function (needle, which) {
      for (var at = joined.indexOf(needle); at >= 0; at = joined.indexOf(needle, at + needle.length)) {
        found.push({ from: map[needle[0] === " " ? at + 1 : at][1], to: map[at + needle.length - 1][2], which: which });
      }
    });
    return found;
  }

  /* A stretch of the text around what was found, from one word or space to another, as pieces: [words, whether they were found]. */
  function pieces(text, hit, size, lang) {
    var found = ranges(text, hit.needles).concat(ranges(text, hit.skeletons || [], true)).sort(function (a, b) { return a.from - b.from || b.to - a.to; });
    var from = 0, best = -1, made = [], at;
    found.forEach(function (start) {
      var kinds = {};
      found.forEach(function (each) { if (each.from >= start.from && each.to <= start.from + size - 40) { kinds[each.which] = true; } });
      if (Object.keys(kinds).length > best) { best = Object.keys(kinds).length; from = Math.max(0, start.from - 40); }
    });
    var bounds = [0], to = Math.min(text.length, from + size);
    (segmented(text, lang) || text.match(CLUSTER) || []).forEach(function (part) { bounds.push(bounds[bounds.length - 1] + part.length); });
    function soft(place) {
      var spaces = bounds.filter(function (each) { return each > place - 15 && each <= place && /\s/.test(text[each] || ""); });
      return spaces.length ? spaces[0] : bounds.filter(function (each) { return each <= place; }).pop();
    }
    from = from && soft(from);
    to = to < text.length ? soft(to) : to;
    at = from;
    if (from) { made.push(["… ", false]); }
    found.forEach(function (each) {
      if (each.to <= at || each.from >= to) { return; }
      made.push([text.slice(at, Math.max(at, each.from)), false], [text.slice(Math.max(at, each.from), each.to), true]);
      at = each.to;
    });
    made.push([text.slice(at, Math.max(at, to)), false]);
    if (to < text.length) { made.push([" …", false]); }
    return made.filter(function (piece) { return piece[0]; });
  }

  function shown(hit, lang) {
    var texts = hit.entry.texts;
    return { href: hit.entry.href, title: pieces(texts[0], hit, 1e4, lang), heading: pieces(texts[1], hit, 1e4, lang), text: pieces(texts[2], hit, 170, lang) };
  }

  /* What is found for a query, best first, at most `limit` in all: `exact` and `similar` finds, and the number of exact ones that are not among them.
     Nothing (null) for a query that says too little yet. */
  function find(query, lang, limit) {
    var looked = readings(query, lang), found = [], like = [], pages = {}, max = limit || 20;
    prepare(entries.length);
    if (fold(query).length < 2 && !IS_UNSPACED.test(query)) { return null; }
    looked.some(function (reading) { found = exact(reading); return found.length; });
    if (found.length < 3 && looked[0].length) {
      like = similar(looked[0], found.length ? 0.85 : 0.5).filter(function (hit) { return found.every(function (each) { return each.entry !== hit.entry; }); });
    }
    function best(hits) { return hits.sort(function (a, b) { return b.score - a.score; }); }
    var listed = best(found).filter(function (hit) {
      pages[hit.entry.page] = (pages[hit.entry.page] || 0) + 1;
      return found.length <= max || pages[hit.entry.page] < 5;
    }).slice(0, max);
    function told(hit) { return shown(hit, lang); }
    return { exact: listed.map(told), similar: best(like).slice(0, Math.min(8, max - listed.length)).map(told), more: found.length - listed.length };
  }

  root.highRoad = root.highRoad || {};
  root.highRoad.search = { load: load, find: find, fold: fold, spread: spread, size: function () { return entries.length; } };
}(window));

/* Only in the preview: reloads the page when it was built anew, and shows what is wrong with the sources. Never published. */
(function () {
  "use strict";
  var version = null;
  var panel = null;

  function show(problems) {
    if (panel) { panel.remove(); panel = null; }
    if (!problems.length) { return; }
    panel = document.createElement("div");
    panel.setAttribute("role", "alert");
    panel.className = "live-problems";
    var list = panel.appendChild(document.createElement("pre"));
    list.textContent = problems.join("\n");
    document.body.prepend(panel);
  }

  function ask() {
    fetch("/__live").then(function (answer) { return answer.json(); }).then(function (news) {
      if (version !== null && news.version !== version) { location.reload(); return; }
      version = news.version;
      show(news.problems);
      setTimeout(ask, 500);
    }).catch(function () { setTimeout(ask, 2000); });
  }

  ask();
}());

"use strict";
// The self-check: one question at a time, and which were missed. Nothing is kept or sent.
(function () {
  var body = document.body;
  var items = list(document, ".item");
  var pool = items, queue = [], missed = [], at = 0, known = 0;

  function get(id) { return document.getElementById(id); }
  function list(within, what) { return [].slice.call(within.querySelectorAll(what)); }
  function words(node, n, total) {
    return node.getAttribute("data-text").replace("{n}", n).replace("{total}", total);
  }
  function say(id, n, total) { get(id).textContent = words(get(id), n, total); }
  function focus(node) { node.tabIndex = -1; node.focus(); }
  function back(item) { return item.querySelector(".answer"); }

  // States: reading; asking, then judging (by the learner) or told (by the page); done.
  function enter(state) {
    body.className = state === "reading" ? state : "picked " + state;
    list(document, "[data-in]").forEach(function (node) {
      node.hidden = node.getAttribute("data-in").split(" ").indexOf(state) < 0;
    });
  }
  function is(state) { return body.classList.contains(state); }
  function pick(chosen) {
    list(document, ".in").forEach(function (item) { item.classList.remove("in"); });
    chosen.forEach(function (item) { item.classList.add("in"); });
  }

  function shuffled(all) {
    var mixed = all.slice();
    for (var left = mixed.length; left > 1; left--) {
      var other = Math.floor(Math.random() * left), last = mixed[left - 1];
      mixed[left - 1] = mixed[other];
      mixed[other] = last;
    }
    return mixed;
  }
  function start(chosen) {
    queue = get("shuffle").checked ? shuffled(chosen) : chosen;
    missed = [];
    at = known = 0;
    ask();
  }
  function ask() {
    var item = queue[at], topic = item.parentNode.getAttribute("data-topic");
    pick([item]);
    list(item, "details").forEach(function (part) { part.open = false; });
    list(item, ".options li").forEach(function (option, place) {
      var button = document.createElement("button");
      option.className = "";
      button.type = "button";
      while (option.firstChild) { button.appendChild(option.firstChild); }
      button.onclick = function () { choose(item, place); };
      option.appendChild(button);
    });
    get("verdict").textContent = "";
    say("progress", at + 1, queue.length);
    say("score", known, at);
    get("meter").max = queue.length;
    get("meter").value = at;
    get("of-topic").textContent = topic || words(get("of-topic"));
    enter("asking");
    focus(item.querySelector(".stem"));
  }
  function plain(item) { // options that were buttons are text again
    list(item, ".options button").forEach(function (button) {
      while (button.firstChild) { button.parentNode.insertBefore(button.firstChild, button); }
      button.remove();
    });
  }
  function told(item) {
    return list(item, ".right-answer bdi").map(function (word) { return word.textContent; }).join("; ");
  }
  function reveal(item) {
    get("verdict").textContent = words(get("verdict")).replace("{answer}", told(item));
    enter("judging");
    var dock = get("dock");
    if (dock.getBoundingClientRect().bottom - item.getBoundingClientRect().top < window.innerHeight) {
      dock.scrollIntoView({ block: "nearest" });
    }
  }
  function choose(item, place) {
    var right = Number(item.querySelector(".options").getAttribute("data-right"));
    var verdict = get("verdict"), options = list(item, ".options li");
    plain(item);
    options[place].className = "wrong";
    options[right].className = "right";
    verdict.className = place === right ? "verdict" : "verdict bad";
    verdict.textContent = verdict.getAttribute(place === right ? "data-right" : "data-wrong").replace("{answer}", told(item));
    enter("told");
    back(item).open = true;
    count(place === right);
    get("next").focus();
  }
  function count(right) {
    if (right) { known++; } else { missed.push(queue[at]); }
    at++;
    say("score", known, at);
    get("meter").value = at;
  }
  function next() { if (at < queue.length) { ask(); } else { finish(); } }
  function judge(right) { count(right); next(); }
  function finish() {
    if (queue[at]) { plain(queue[at]); }
    if (!at) { read(); return; }
    missed.forEach(function (item) { back(item).open = false; });
    pick(missed);
    say("result", known, at);
    say("again", missed.length);
    enter("done");
    get("again").hidden = get("those").hidden = !missed.length;
    focus(get("result"));
  }
  function read() { pick([]); enter("reading"); get("start").focus(); }

  get("start").onclick = function () {
    var topic = get("topic") ? get("topic").value : "";
    pool = items.filter(function (item) { return !topic || item.parentNode.getAttribute("data-topic") === topic; });
    start(pool);
  };
  get("again").onclick = function () { start(missed); };
  get("over").onclick = function () { start(pool); };
  get("leave").onclick = read;
  get("stop").onclick = finish;
  get("next").onclick = next;
  get("knew").onclick = function () { judge(true); };
  get("not").onclick = function () { judge(false); };
  get("all").onclick = function () {
    var open = this.getAttribute("aria-pressed") !== "true";
    items.forEach(function (item) { back(item).open = open; });
    this.setAttribute("aria-pressed", open);
  };
  // An answer's opening does not bubble.
  document.addEventListener("toggle", function (event) {
    var part = event.target;
    if (is("asking") && part.open && part === back(queue[at])) { reveal(queue[at]); }
  }, true);
  // Letters work only while the question has the focus, so that dictated words press nothing.
  document.addEventListener("keydown", function (event) {
    var item = queue[at], key = event.key, place;
    if (event.ctrlKey || event.altKey || event.metaKey || event.repeat) { return; }
    if (is("judging") && (key === "ArrowLeft" || key === "ArrowRight")) {
      event.preventDefault();
      judge(key === get("dock").getAttribute("data-onward"));
    } else if (is("asking") && item.contains(event.target)) {
      place = list(item, ".letter").map(function (letter) { return letter.textContent; }).indexOf(key.toUpperCase());
      if (place >= 0) {
        choose(item, place);
      } else if (key === "Enter" && event.target.className === "stem" && !item.querySelector(".options")) {
        event.preventDefault(); // or it would close it at once
        back(item).open = true;
        back(item).querySelector("summary").focus();
      }
    }
  });
  enter("reading");
}());

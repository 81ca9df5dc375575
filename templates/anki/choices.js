// Draws the order of the choices anew at each review, and keeps it on the back. Where
// nothing is known to carry from the front to the back (a page for each, no storage), both
// draw it from the card and the day instead. ES5 throughout: old phones have old browsers.
(function () {
  "use strict";
  var NAME = "civics-quiz-choices";

  // What may carry from side to side: this window, and its session's storage.
  function memories() {
    var found = [];
    try {
      window[NAME] = window[NAME] || {};
      found.push(window[NAME]);
    } catch (ignored) {}
    try {
      if (window.sessionStorage) { found.push(window.sessionStorage); }
    } catch (ignored) {}
    return found;
  }

  function get(memory, key) {
    try { return memory[NAME + key]; } catch (ignored) { return undefined; }
  }

  function put(memory, key, text) {
    try { memory[NAME + key] = text; } catch (ignored) {}
    return get(memory, key) === text;
  }

  // Fisher and Yates; `below(n)` draws a whole number from 0 to n - 1.
  function drawn(count, below) {
    var order = [], i, j, held;
    for (i = 0; i < count; i += 1) { order.push(i); }
    for (i = count - 1; i > 0; i -= 1) {
      j = below(i + 1);
      held = order[i];
      order[i] = order[j];
      order[j] = held;
    }
    return order;
  }

  function anyhow(count) {
    return drawn(count, function (n) { return Math.floor(Math.random() * n); });
  }

  // Park and Miller's generator, from the card and Anki's day, which begins at four.
  function ofDay(count, id) {
    var day = new Date(new Date().getTime() - 4 * 3600 * 1000);
    var text = id + " " + [day.getFullYear(), day.getMonth(), day.getDate()].join("-");
    var state = 7, i;
    function next() {
      state = (state * 16807) % 2147483647;
      return state;
    }
    for (i = 0; i < text.length; i += 1) {
      state = ((next() + text.charCodeAt(i)) % 2147483646) + 1;
    }
    for (i = 0; i < 5; i += 1) { next(); }
    return drawn(count, function (n) { return Math.floor(next() / 2147483647 * n); });
  }

  function read(text, count) {
    var order = String(text).split(","), seen = {}, i;
    if (order.length !== count) { return null; }
    for (i = 0; i < count; i += 1) {
      order[i] = Number(order[i]);
      if (!(order[i] >= 0 && order[i] < count) || seen[order[i]]) { return null; }
      seen[order[i]] = true;
    }
    return order;
  }

  function atFront(count, id) {
    var known = memories(), order = anyhow(count), kept = false, i, stuck;
    for (i = 0; i < known.length; i += 1) {
      stuck = put(known[i], id, order.join(","));
      kept = kept || (stuck && get(known[i], "") === "carries");
    }
    if (kept) { return order; }
    order = ofDay(count, id);
    for (i = 0; i < known.length; i += 1) { put(known[i], id, order.join(",")); }
    return order;
  }

  function atBack(count, id) {
    var known = memories(), order = null, found, i;
    for (i = 0; i < known.length; i += 1) {
      found = read(get(known[i], id), count);
      if (found) { put(known[i], "", "carries"); }
      order = order || found;
    }
    return order || ofDay(count, id);
  }

  try {
    var box = document.getElementById("choices");
    var list = box.getElementsByTagName("ol")[0];
    var id = " " + box.getAttribute("data-id");
    // The back has a list of its own; a template that shows the front there has the line.
    var back = box.getAttribute("data-side") === "back" || document.getElementById("answer");
    var rows = [].slice.call(list.getElementsByTagName("li"));
    var order, i;
    if (!/\bfixed\b/.test(list.className) && !list.getAttribute("data-drawn")) {
      order = (back ? atBack : atFront)(rows.length, id);
      for (i = 0; i < order.length; i += 1) { list.appendChild(rows[order[i]]); }
      list.setAttribute("data-drawn", "yes");
    }
  } catch (ignored) {} // The list stands as it is stored, which is a drawn order as well.
})();

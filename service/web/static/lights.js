// What lights up: an entry lights its marks, a mark its entry and its fellows; a click leads from one to the other.
import { selectTab } from "./tabs.js";

// marked: what showText returned. text, dateline, findings, tabs: the article, the line above it, the panel beside it and
// the tabs of that. Returns what disconnects them.
export function connectLights(marked, { text, dateline, findings, tabs }) {
  const stop = new AbortController();
  const places = new Map();
  let lit = [];
  let litId = null;
  // What stays lit while nothing is pointed at.
  let held = null;
  // Whether an entry leads to the mark that takes the focus: then the entry stays in sight.
  let isLed = false;

  function light(id) {
    if (id === litId) return;
    litId = id;
    for (const element of lit) element.classList.remove("lit");
    const entry = id === null ? null : findEntry(id);
    lit = id === null ? [] : [...(marked.marks.get(id) ?? [])];
    if (entry) lit.push(entry);
    for (const element of lit) element.classList.add("lit");
    text.classList.toggle("lighting", id !== null);
  }

  function hold(id) {
    held = id;
    light(id);
  }

  function openEntry(id, focus) {
    const entry = findEntry(id);
    if (!entry) return;
    const panel = entry.closest("[role=tabpanel]");
    if (panel?.hidden) selectTab(tabs, tabs.querySelector(`[aria-controls=${panel.id}]`));
    if (panel) scrollWithin(findings, entry);
    if (!focus) return;
    const button = entry.querySelector("button");
    button.focus({ preventScroll: true });
    if (!panel || !isScrolled(findings)) entry.scrollIntoView({ block: "nearest" });
  }

  // Each jump to the same id goes to its next place, and after the last to the first.
  function jump(id) {
    const all = marked.places.get(id) ?? marked.marks.get(id) ?? [];
    if (all.length === 0) return;
    const index = places.has(id) ? (places.get(id) + 1) % all.length : 0;
    places.set(id, index);
    isLed = true;
    rove(all[index]);
    isLed = false;
    hold(id);
  }

  function rove(element) {
    const former = text.querySelector("mark[tabindex='0']");
    if (former) former.tabIndex = -1;
    element.tabIndex = 0;
    element.scrollIntoView({ block: "center" });
    element.focus({ preventScroll: true });
  }

  function on(target, name, listener) {
    target.addEventListener(name, listener, { signal: stop.signal });
  }

  // Not mouseover, which also comes when something else slips below a pointer that rests.
  on(text, "mousemove", (event) => light(findOwner(event.target) ?? held));
  on(text, "mouseleave", () => light(held));
  on(text, "focusin", (event) => {
    const span = findSpan(event.target);
    if (!span || isLed) return;
    hold(span.ids[span.ids.length - 1]);
    if (isScrolled(findings)) openEntry(span.ids[0], false);
  });
  on(text, "click", (event) => {
    const span = findSpan(event.target);
    if (!span) return hold(null);
    // A mark takes the focus by its click, which has lit it.
    return openEntry(span.ids[0], false);
  });
  on(text, "keydown", (event) => {
    const element = event.target.closest("mark");
    const span = findSpan(event.target);
    if (!span) return;
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      openEntry(span.ids[0], true);
      return;
    }
    const next = findNeighbour(text, element, event.key);
    if (!next) return;
    event.preventDefault();
    rove(next);
  });
  for (const entries of [dateline, findings]) {
    on(entries, "mousemove", (event) => light(event.target.closest("[data-id]")?.dataset.id ?? held));
    on(entries, "mouseleave", () => light(held));
    on(entries, "focusin", (event) => {
      const entry = event.target.closest("[data-id]");
      if (entry) hold(entry.dataset.id);
    });
    on(entries, "click", (event) => {
      const button = event.target.closest("button");
      if (button?.dataset.jump) jump(button.dataset.jump);
      if (button?.dataset.open) openEntry(button.dataset.open, true);
    });
  }
  on(document, "keydown", (event) => {
    if (event.key === "Escape") hold(null);
  });

  // The shortest span at an element whose layer is shown.
  function findSpan(target) {
    const spans = marked.spansOf.get(target.closest("mark")) ?? [];
    return spans.find((span) => !text.classList.contains(`hide-${span.layer}`)) ?? null;
  }

  function findOwner(target) {
    const span = findSpan(target);
    return span ? span.ids[span.ids.length - 1] : null;
  }

  return () => stop.abort();
}

function findEntry(id) {
  return document.getElementById(`entry-${id}`);
}

// Whether the panel scrolls by itself, beside the article or below it.
function isScrolled(panel) {
  return getComputedStyle(panel).overflowY === "auto";
}

function scrollWithin(panel, entry) {
  if (!isScrolled(panel)) return;
  const outer = panel.getBoundingClientRect();
  const inner = entry.getBoundingClientRect();
  if (inner.top < outer.top || inner.bottom > outer.bottom) {
    panel.scrollTop += inner.top - outer.top - panel.clientHeight / 4;
  }
}

function findNeighbour(text, element, key) {
  const marks = text.getElementsByTagName("mark");
  if (key === "Home") return marks[0];
  if (key === "End") return marks[marks.length - 1];
  const index = Array.prototype.indexOf.call(marks, element);
  if (key === "ArrowRight" || key === "ArrowDown") return marks[index + 1] ?? null;
  if (key === "ArrowLeft" || key === "ArrowUp") return marks[index - 1] ?? null;
  return null;
}

// The article with its marks: a <mark> for every segment that belongs to anything.
import { make } from "./dom.js";
import { cutText, listParagraphs, listSpans } from "./marks.js";

const HEADLINE = 160;

// Shows text in container. Returns { marks, places, spansOf }: id → its elements in order, id → the first element of
// each of its spans in order, element → the spans that it belongs to, the shortest first.
export function showText(container, text, extraction) {
  const marked = { marks: new Map(), places: new Map(), spansOf: new Map() };
  const fragment = document.createDocumentFragment();
  const segments = cutText(text.length, listSpans(extraction));
  let next = 0;
  let shown = 0;
  for (const [start, end] of listParagraphs(text)) {
    // Line breaks stand between paragraphs, so that what is copied is what was sent.
    fragment.append(text.slice(shown, start));
    const paragraph = make("p", { class: isHeadline(text, start, end, extraction) ? "headline" : null });
    while (segments[next].end <= start) next += 1;
    for (let index = next; index < segments.length && segments[index].start < end; index += 1) {
      const segment = segments[index];
      const from = Math.max(start, segment.start);
      paragraph.append(showSegment(text.slice(from, Math.min(end, segment.end)), from, segment.spans, marked));
    }
    fragment.append(paragraph);
    shown = end;
  }
  fragment.append(text.slice(shown));
  container.replaceChildren(fragment);
  const first = container.querySelector("mark");
  if (first) first.tabIndex = 0;
  return marked;
}

// The first line, where it is short, ends like no sentence, and the article goes on below it.
function isHeadline(text, start, end, extraction) {
  if (start > 0 || end - start > HEADLINE || !text.slice(end).trim()) return false;
  const opensWithDateline = extraction.dateline && extraction.dateline.start < end;
  return !opensWithDateline && !/[.!?:;,”"]\s*$/.test(text.slice(start, end));
}

function showSegment(content, from, spans, marked) {
  if (spans.length === 0) return document.createTextNode(content);
  const classes = new Set();
  const element = make("mark", { tabindex: "-1" }, content);
  for (const span of spans) {
    classes.add(span.layer).add(span.role);
    const isFirst = span.start === from;
    if (isFirst && span.label) element.dataset[span.layer] = `${span.label} `;
    for (const id of span.ids) {
      append(marked.marks, id, element);
      if (isFirst) append(marked.places, id, element);
    }
  }
  element.className = [...classes].join(" ");
  element.dataset.ids = [...new Set(spans.flatMap((span) => span.ids))].join(" ");
  marked.spansOf.set(element, spans);
  return element;
}

function append(lists, id, element) {
  const list = lists.get(id);
  if (list === undefined) lists.set(id, [element]);
  else if (list[list.length - 1] !== element) list.push(element);
}

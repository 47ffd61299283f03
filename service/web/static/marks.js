// Where the parts of an extraction lie in its article, and how the article is cut so that they may overlap.
// Offsets are UTF-16 units, as those of JavaScript's strings are.

// Each span: { start, end, layer, role, label, ids }. ids: the entry that it opens first, then whose it is besides.
export function listSpans(extraction) {
  const spans = [];
  const dateline = extraction.dateline;
  if (dateline) spans.push(mark(dateline, "dateline", "dateline", ["dateline"]));
  for (const source of extraction.quoted_sources) spans.push(...listSourceSpans(source));
  for (const organisation of extraction.organisations) {
    for (const mention of organisation.mentions) {
      spans.push(mark(mention, "organisation", "mention", [organisation.id]));
    }
  }
  for (const claim of extraction.key_claims) {
    spans.push(mark(claim, "claim", "claim", [claim.id], claim.id.toUpperCase()));
  }
  return spans;
}

function listSourceSpans(source) {
  const spans = source.mentions.map((mention) => mark(mention, "source", "speaker", [source.id]));
  for (const quote of source.quotes) {
    const ids = [quote.id, source.id];
    quote.parts.forEach((part, index) => {
      spans.push(mark(part, "quote", quote.kind, ids, index === 0 ? quote.id.toUpperCase() : null));
    });
    if (quote.cue) spans.push(mark(quote.cue, "source", "cue", ids));
    if (quote.speaker) spans.push(mark(quote.speaker, "source", "speaker", ids));
  }
  return spans;
}

function mark({ start, end }, layer, role, ids, label = null) {
  return { start, end, layer, role, label, ids };
}

// The stretches between line breaks, empty ones left out: [[start, end], …].
export function listParagraphs(text) {
  const paragraphs = [];
  for (const match of text.matchAll(/[^\r\n\u2028\u2029]+/g)) {
    paragraphs.push([match.index, match.index + match[0].length]);
  }
  return paragraphs;
}

// A text of this length in segments, none of which crosses the edge of a span: [{ start, end, spans }, …] from
// the first position to the last, the shortest span of a segment first. spans need no order.
export function cutText(length, spans) {
  const opening = [...spans].sort((one, other) => one.start - other.start);
  const edges = new Set([0, length]);
  for (const span of spans) edges.add(span.start).add(span.end);
  const positions = [...edges].sort((one, other) => one - other);
  const segments = [];
  let open = [];
  let next = 0;
  for (let index = 0; index + 1 < positions.length; index += 1) {
    const start = positions[index];
    open = open.filter((span) => span.end > start);
    while (next < opening.length && opening[next].start <= start) {
      if (opening[next].end > start) open.push(opening[next]);
      next += 1;
    }
    const inside = open.length > 1 ? [...open].sort(byLength) : open;
    segments.push({ start, end: positions[index + 1], spans: inside });
  }
  return segments;
}

function byLength(one, other) {
  return one.end - one.start - (other.end - other.start);
}

// The entries beside the article, one for each source, organisation and claim, and the line of the dateline.
import { count, make } from "./dom.js";

const REASONS = {
  main_event: "tells the main event",
  early: "stands early",
  in_headline: "is in the headline",
  on_topic: "on the article’s topic",
  cause: "names a cause",
  prediction: "looks ahead",
  factual: "asserts a fact",
  has_number: "has a figure",
  trend: "tells a trend",
  comparison: "compares",
  named_source: "has a named source",
};

export function makeDateline(dateline) {
  if (!dateline) return make("p", { class: "none" }, "The article has no dateline.");
  const facts = [...dateline.locations.map(makeLocation)];
  const day = dateline.date ? spellDay(dateline.date) : dateline.date_text;
  if (day) facts.push(make("li", {}, make("time", { datetime: dateline.date }, day)));
  if (dateline.agency) facts.push(make("li", {}, dateline.agency));
  return make(
    "div",
    { class: "entry dateline-entry", "data-id": "dateline", id: "entry-dateline" },
    makeJump("dateline", dateline.text),
    make("ul", { class: "facts" }, facts),
  );
}

function makeLocation(location) {
  const names = [location.name, location.region, location.country].filter((name) => name);
  const isKnown = location.latitude !== null && location.longitude !== null;
  const point = isKnown ? `${location.latitude.toFixed(2)}, ${location.longitude.toFixed(2)}` : null;
  return make("li", {}, names.join(", "), point && make("small", { class: "point" }, ` ${point}`));
}

// The day of an ISO date in words, whatever the reader's time zone.
function spellDay(day) {
  return new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" }).format(new Date(`${day}T00:00:00Z`));
}

export function makeSource(source, organisationNames) {
  const about = [make("span", { class: "kind" }, source.kind), source.description];
  if (source.affiliation) {
    const name = organisationNames.get(source.organisation_id);
    about.push(name ? makeLink(source.organisation_id, source.affiliation) : source.affiliation);
  }
  return makeEntry(source.id, source.name ?? "Nobody is named", [
    makeAbout(about),
    make("ol", { class: "quotes" }, source.quotes.map(makeQuote)),
  ]);
}

function makeQuote(quote) {
  const words = quote.kind === "direct" ? `“${quote.text}”` : quote.text;
  const said = [quote.speaker, quote.cue].filter((span) => span).sort((one, other) => one.start - other.start);
  return make(
    "li",
    { class: "quote-entry", "data-id": quote.id, id: `entry-${quote.id}` },
    makeJump(quote.id, words, quote.id.toUpperCase()),
    makeAbout([
      make("span", { class: "kind" }, quote.kind),
      said.length > 0 ? said.map((span) => span.text).join(" … ") : "no words say whose",
      makeFigure("confidence", quote.confidence),
    ]),
  );
}

export function makeOrganisation(organisation, rank) {
  const identifiers = Object.entries(organisation.identifiers).map(([scheme, value]) => `${scheme} ${value}`);
  const aliases = organisation.aliases.length > 0 ? `also ${organisation.aliases.join(", ")}` : null;
  const surest = Math.max(...organisation.mentions.map((mention) => mention.confidence));
  return makeEntry(organisation.id, organisation.name, [
    makeAbout([
      make("span", { class: "kind" }, organisation.kind),
      aliases,
      count(organisation.mentions.length, "mention"),
      ...identifiers,
    ]),
    makeAbout([makeFigure("salience", organisation.salience), makeFigure("confidence", surest)]),
  ], `${rank}`);
}

export function makeClaim(claim) {
  const about = [make("span", { class: "kind" }, claim.kind), ...claim.modality.map(makeTag)];
  about.push(claim.claimant ? makeClaimant(claim.claimant) : "in the article’s own voice");
  const parts = [makeAbout(about)];
  if (claim.quantities.length > 0) {
    parts.push(make("ul", { class: "quantities" }, claim.quantities.map(makeQuantity)));
  }
  if (claim.standalone_text && claim.standalone_text !== claim.text) {
    parts.push(make("p", { class: "standalone" }, make("span", { class: "lead" }, "Alone: "), claim.standalone_text));
  }
  parts.push(
    makeAbout([
      makeFigure("score", claim.score),
      makeFigure("a claim", claim.claim),
      makeFigure("central", claim.centrality),
      makeFigure("worth a check", claim.check_worthiness),
    ]),
  );
  const reasons = claim.reasons.map((reason) => REASONS[reason] ?? reason.replaceAll("_", " "));
  if (reasons.length > 0) parts.push(make("p", { class: "reasons" }, `Because it ${reasons.join(", ")}.`));
  return makeEntry(claim.id, claim.text, parts, claim.id.toUpperCase());
}

function makeClaimant(claimant) {
  return make("span", {}, "by ", makeLink(claimant.source_id, claimant.name ?? "a source without a name"));
}

// A figure, with its value where its words or its million hide that.
function makeQuantity(quantity) {
  const digits = quantity.text.replaceAll(",", "").match(/[\d.]+/);
  const isPrinted = quantity.value === null || Number(digits) === quantity.value;
  if (isPrinted) return make("li", {}, quantity.text);
  const value = quantity.value.toLocaleString("en", { maximumFractionDigits: 6 });
  return make("li", {}, quantity.text, make("span", { class: "value" }, ` = ${value}`));
}

function makeEntry(id, title, parts, label = null) {
  return make("li", { class: "entry", "data-id": id, id: `entry-${id}` }, make("h3", {}, makeJump(id, title, label)), parts);
}

// A button that leads to a place in the text; label: what the mark there is called.
function makeJump(id, title, label = null) {
  const badge = label && make("span", { class: "label" }, `${label} `);
  return make("button", { type: "button", class: "jump", "data-jump": id }, badge, title);
}

// A button that leads to another entry.
function makeLink(id, title) {
  return make("button", { type: "button", class: "link", "data-open": id }, title);
}

function makeTag(word) {
  return make("span", { class: "tag" }, word);
}

function makeAbout(parts) {
  return make("p", { class: "about" }, parts.filter((part) => part).map((part) => make("span", { class: "part" }, part)));
}

// A number from 0 to 1 with its name, and a bar of that length.
function makeFigure(name, value) {
  const bar = make("span", { class: "bar", "aria-hidden": "true" });
  bar.style.setProperty("--share", value);
  return make("span", { class: "figure" }, `${name} `, make("b", {}, value.toFixed(2)), bar);
}

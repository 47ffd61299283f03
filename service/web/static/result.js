// An article with all that was read from it: the marked text, the entries beside it, the JSON.
import { prepareCopy } from "./copy.js";
import { count, find, make } from "./dom.js";
import { makeClaim, makeDateline, makeOrganisation, makeSource } from "./entries.js";
import { connectLights } from "./lights.js";
import { prepareTabs, selectTab } from "./tabs.js";
import { showText } from "./text.js";

let disconnect = () => {};
let extraction = null;

// Once for the page.
export function prepareResult() {
  prepareTabs(find("tabs"));
  prepareCopy(find("copy-json"), find("json"));
  for (const toggle of document.querySelectorAll("[data-layer]")) {
    toggle.addEventListener("change", () => find("text").classList.toggle(`hide-${toggle.dataset.layer}`, !toggle.checked));
  }
  // Of a long article the JSON is long too: it is written when somebody asks for it.
  find("tabs").addEventListener("chosen", (event) => {
    if (event.target.id === "tab-json") find("json").textContent = JSON.stringify(extraction, null, 2);
  });
}

// Returns what was found, in words. The offsets of read must be UTF-16 units.
export function showResult(text, read) {
  extraction = read;
  disconnect();
  const sources = read.quoted_sources;
  const quotes = sources.reduce((sum, source) => sum + source.quotes.length, 0);
  const names = new Map(read.organisations.map((organisation) => [organisation.id, organisation.name]));
  find("dateline").replaceChildren(makeDateline(read.dateline));
  fill("sources", sources.map((source) => makeSource(source, names)), "Nobody is quoted.");
  fill("organisations", read.organisations.map((found, index) => makeOrganisation(found, index + 1)), "No organisation is named.");
  fill("claims", read.key_claims.map(makeClaim), "No claim stands out.");
  find("warnings").replaceChildren(...read.warnings.map((warning) => make("p", {}, warning)));
  const marked = showText(find("text"), text, read);
  for (const [layer, number] of countLayers(read, quotes)) find(`count-${layer}`).textContent = number;
  selectTab(find("tabs"), find("tab-sources"));
  const parts = { text: find("text"), dateline: find("dateline"), findings: find("findings"), tabs: find("tabs") };
  disconnect = connectLights(marked, parts);
  return [
    read.dateline ? "A dateline" : "No dateline",
    `${count(quotes, "quotation")} by ${count(sources.length, "source")}`,
    count(read.organisations.length, "organisation"),
    count(read.key_claims.length, "key claim"),
  ].join(", ");
}

function fill(name, entries, otherwise) {
  find(`${name}-list`).replaceChildren(...entries);
  find(`${name}-none`).textContent = entries.length > 0 ? "" : otherwise;
  find(`${name}-number`).textContent = entries.length;
}

function countLayers(read, quotes) {
  return [
    ["dateline", read.dateline ? 1 : 0],
    ["quote", quotes],
    ["source", read.quoted_sources.length],
    ["organisation", read.organisations.length],
    ["claim", read.key_claims.length],
  ];
}

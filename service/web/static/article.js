// One article that lies in the page itself, as `python -m service render` writes it.
import { find } from "./dom.js";
import { prepareResult, showResult } from "./result.js";

const given = JSON.parse(find("article-data").textContent);
prepareResult();
find("summary").textContent = `${showResult(given.text, given.extraction)}.`;
find("result").hidden = false;

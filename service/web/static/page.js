// The form: an article is pasted, dropped, opened or chosen, and sent.
import { Failure, ask, makeRequest, spellCall } from "./ask.js";
import { prepareCopy } from "./copy.js";
import { count, find, make } from "./dom.js";
import { prepareResult, showResult } from "./result.js";

const MEGABYTE = 1_048_576;
// Seconds between two announcements to those who hear the page.
const ANNOUNCE_EVERY = 5;
let running = null;

find("ask").addEventListener("submit", (event) => {
  event.preventDefault();
  read();
});
document.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) read();
  if (event.key === "Escape") running?.abort();
});
find("cancel").addEventListener("click", () => running?.abort());
find("article").addEventListener("input", showLength);
find("file").addEventListener("change", (event) => openFile(event.target.files[0]));
for (const button of document.querySelectorAll("[data-sample]")) {
  button.addEventListener("click", () => openSample(button));
}
document.addEventListener("dragover", (event) => {
  event.preventDefault();
  find("article").classList.add("dropping");
});
document.addEventListener("dragleave", () => find("article").classList.remove("dropping"));
document.addEventListener("drop", (event) => {
  event.preventDefault();
  find("article").classList.remove("dropping");
  const file = event.dataTransfer.files[0];
  if (file) openFile(file);
  else setArticle(event.dataTransfer.getData("text/plain"));
});
prepareResult();
prepareCopy(find("copy-call"), find("call"));
showLength();

async function read() {
  running?.abort();
  const mine = new AbortController();
  running = mine;
  const request = makeRequest(find("article").value, find("published").value);
  const key = find("api-key").value;
  find("problem").replaceChildren();
  const stop = startClock();
  try {
    const extraction = await ask(request, key, mine.signal);
    const seconds = stop();
    const found = showResult(request.text, extraction);
    find("summary").textContent = `${found}, read in ${seconds.toFixed(2)} s.`;
    find("call").textContent = spellCall(request, key !== "");
    find("result").hidden = false;
    find("status").textContent = "";
    find("result-title").focus({ preventScroll: true });
    find("result").scrollIntoView({ block: "start" });
  } catch (error) {
    stop();
    // One request gives way to the next in silence.
    if (running === mine) showFailure(error);
  } finally {
    if (running === mine) running = null;
  }
}

// Shows the seconds that pass; returns what ends that, and says how many they were.
function startClock() {
  const begun = performance.now();
  const elapsed = () => (performance.now() - begun) / 1000;
  const show = () => {
    const seconds = Math.floor(elapsed());
    find("elapsed").textContent = seconds;
    if (seconds % ANNOUNCE_EVERY === 0) find("status").textContent = `Reading, ${seconds} seconds`;
  };
  showProgress(true);
  show();
  const clock = setInterval(show, 1000);
  return () => {
    clearInterval(clock);
    showProgress(false);
    return elapsed();
  };
}

function showProgress(isRunning) {
  find("progress").hidden = !isRunning;
  find("cancel").hidden = !isRunning;
  find("ask").setAttribute("aria-busy", String(isRunning));
}

function showFailure(error) {
  if (error.name === "AbortError") {
    find("status").textContent = "Cancelled";
    find("article").focus();
    return;
  }
  if (!(error instanceof Failure)) throw error;
  find("status").textContent = "";
  find("result").hidden = true;
  find("problem").replaceChildren(
    make("h2", {}, error.message),
    make("p", {}, error.detail),
    make("ul", {}, error.details.map((detail) => make("li", {}, detail))),
  );
  if (error.status === 401) {
    find("key-field").hidden = false;
    find("api-key").focus();
  }
}

async function openSample(button) {
  const response = await fetch(`static/${button.dataset.sample}`).catch(() => null);
  if (!response?.ok) return showFailure(new Failure("The sample cannot be opened", "The service does not answer."));
  find("published").value = button.dataset.published;
  setArticle(await response.text());
  return read();
}

async function openFile(file) {
  if (!file) return;
  if (file.size > 10 * MEGABYTE) {
    showFailure(new Failure("The file is too large", `${file.name}: ${Math.ceil(file.size / MEGABYTE)} MB; at most 10.`));
    return;
  }
  try {
    setArticle(new TextDecoder("utf-8", { fatal: true }).decode(await file.arrayBuffer()));
  } catch {
    showFailure(new Failure("The file is no text", `${file.name}: its bytes are not UTF-8.`));
  }
}

function setArticle(text) {
  find("problem").replaceChildren();
  find("article").value = text;
  showLength();
}

function showLength() {
  find("length").textContent = count(find("article").value.length, "character");
}

// The request to the service, its answer or what went wrong in words, and the same request as a curl call.

const PATH = "v1/extract";

// What went wrong: title and detail for the reader; details: a list of what is wrong with which field.
export class Failure extends Error {
  constructor(title, detail, { status = 0, details = [] } = {}) {
    super(title);
    this.detail = detail;
    this.details = details;
    this.status = status;
  }
}

// The body for an article. UTF-16 units are what JavaScript's strings count in.
export function makeRequest(text, published) {
  return { text, offset_unit: "utf16", ...(published ? { published } : {}) };
}

// The extraction; Failure where there is none, AbortError where the reader cancelled.
export async function ask(request, key, signal) {
  const headers = { "Content-Type": "application/json", Accept: "application/json", ...(key ? { "X-API-Key": key } : {}) };
  let response;
  try {
    response = await fetch(PATH, { method: "POST", headers, body: JSON.stringify(request), signal });
    if (response.ok) return await response.json();
  } catch (error) {
    if (error.name === "AbortError") throw error;
    throw new Failure("The service cannot be reached", "No answer came. Is it running, and is the network up?");
  }
  throw await readProblem(response);
}

async function readProblem(response) {
  let problem = {};
  try {
    problem = await response.json();
  } catch {
    // What stands between, such as a proxy, answers in its own form.
  }
  const seconds = response.headers.get("Retry-After");
  const patience = seconds ? ` Try again in ${seconds} s.` : "";
  const wrong = (problem.errors ?? []).map(spellError).filter((line) => line !== problem.detail);
  const reference = problem.request_id ? [`Request ${problem.request_id}`] : [];
  return new Failure(
    problem.title ?? `The answer was ${response.status}`,
    capitalise(problem.detail ?? `${response.statusText || "It says no more"}`) + patience,
    { status: response.status, details: [...wrong, ...reference] },
  );
}

// "/published: Not a valid date."; of the text itself the detail alone.
function spellError(error) {
  return error.pointer === "/text" || !error.pointer ? error.detail : `${error.pointer.slice(1)}: ${error.detail}`;
}

function capitalise(sentence) {
  const whole = /[.!?]$/.test(sentence) ? sentence : `${sentence}.`;
  return whole.charAt(0).toUpperCase() + whole.slice(1);
}

// JSON of one line cannot hold a line that is the delimiter alone, whatever the article says.
export function spellCall(request, hasKey) {
  const key = hasKey ? ' -H "X-API-Key: $API_KEY"' : "";
  const address = new URL(PATH, document.baseURI).href;
  return `curl -s ${address} -H 'Content-Type: application/json'${key} --data-binary @- <<'JSON'\n${JSON.stringify(request)}\nJSON\n`;
}

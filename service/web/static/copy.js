// Buttons that copy what stands in another element.

export function prepareCopy(button, element) {
  const name = button.textContent;
  button.addEventListener("click", async () => {
    button.textContent = (await copy(element)) ? "Copied" : "Select and copy by hand";
    setTimeout(() => (button.textContent = name), 2000);
  });
}

async function copy(element) {
  try {
    await navigator.clipboard.writeText(element.textContent);
    return true;
  } catch {
    // Where the page came without TLS there is no clipboard; the old command still works.
    getSelection().selectAllChildren(element);
    return document.execCommand("copy");
  }
}

// Tabs: arrow keys go from one to the next, and the one that is chosen shows its panel.

export function prepareTabs(list) {
  const tabs = [...list.querySelectorAll("[role=tab]")];
  list.addEventListener("click", (event) => {
    const tab = event.target.closest("[role=tab]");
    if (tab) selectTab(list, tab);
  });
  list.addEventListener("keydown", (event) => {
    const next = findNext(tabs, tabs.indexOf(event.target), event.key);
    if (!next) return;
    event.preventDefault();
    selectTab(list, next);
    next.focus();
  });
}

export function selectTab(list, chosen) {
  for (const tab of list.querySelectorAll("[role=tab]")) {
    const isChosen = tab === chosen;
    tab.setAttribute("aria-selected", String(isChosen));
    tab.tabIndex = isChosen ? 0 : -1;
    document.getElementById(tab.getAttribute("aria-controls")).hidden = !isChosen;
  }
  chosen.dispatchEvent(new CustomEvent("chosen", { bubbles: true }));
}

function findNext(tabs, index, key) {
  if (key === "ArrowRight") return tabs[(index + 1) % tabs.length];
  if (key === "ArrowLeft") return tabs[(index + tabs.length - 1) % tabs.length];
  if (key === "Home") return tabs[0];
  if (key === "End") return tabs[tabs.length - 1];
  return null;
}

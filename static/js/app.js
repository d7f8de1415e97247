// Improvements only: every page works without this file.
document.addEventListener("DOMContentLoaded", () => {
  if (document.title.startsWith("Fout: ")) document.getElementById("fouten")?.focus();
});

// A screen reader says what appears in a place it already listens to: so what was done, and how
// many a filter leaves, are said there as well.
function announce(found) {
  const words = found?.textContent.trim().replace(/\s+/g, " ");
  if (words) setTimeout(() => { document.getElementById("announcer").textContent = words; }, 100);
}
document.addEventListener("DOMContentLoaded", () => announce(document.querySelector(".messages")));
document.addEventListener("htmx:afterSettle", () => announce(document.getElementById("count")));

// One box that ticks all rows of the page; without JavaScript it stays hidden.
function offerTickAll(root) {
  root.querySelectorAll("[data-tick-all]").forEach((box) => {
    box.hidden = false;
    box.addEventListener("change", () => {
      const rows = box.closest("table").querySelectorAll(`[name="${box.dataset.tickAll}"]`);
      rows.forEach((row) => { row.checked = box.checked; });
    });
  });
}
document.addEventListener("DOMContentLoaded", () => offerTickAll(document));
document.addEventListener("htmx:load", (event) => offerTickAll(event.target));

// "/" goes to the search and "?" to the help, unless somebody is typing or switched them off.
document.addEventListener("keydown", (event) => {
  const typing = event.target.closest("input, textarea, select, [contenteditable]");
  if (!("shortcuts" in document.body.dataset) || typing || event.ctrlKey || event.altKey || event.metaKey) return;
  const target = { "/": "#zoek", "?": ".help-link" }[event.key];
  const found = target && document.querySelector(target);
  if (!found) return;
  event.preventDefault();
  if (event.key === "/") found.focus(); else found.click();
});

// Improvements only: every page works without this file.
document.addEventListener("DOMContentLoaded", () => {
  if (document.title.startsWith("Fout: ")) document.getElementById("fouten")?.focus();
});

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

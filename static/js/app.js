// Improvements only: every page works without this file.
document.addEventListener("DOMContentLoaded", () => {
  document.getElementById("fouten")?.focus();
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

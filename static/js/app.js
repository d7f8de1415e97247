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

// A list that is too wide scrolls in its own box, with the keys as well; one that fits is left alone.
function scrollWhereTooWide() {
  document.querySelectorAll(".table-list").forEach((box) => {
    const tooWide = box.scrollWidth > box.clientWidth;
    const label = box.querySelector("caption")?.textContent ?? "Lijst";
    box.classList.toggle("too-wide", tooWide);
    Object.entries({ role: "region", tabindex: "0", "aria-label": label }).forEach(([name, value]) => {
      if (tooWide) box.setAttribute(name, value); else box.removeAttribute(name);
    });
  });
}
document.addEventListener("DOMContentLoaded", scrollWhereTooWide);
document.addEventListener("htmx:afterSettle", scrollWhereTooWide);
window.addEventListener("resize", scrollWhereTooWide);

document.addEventListener("DOMContentLoaded", () => {
  document.querySelectorAll(".quick-search kbd").forEach((key) => {
    key.hidden = false;
    // The field says so itself, by aria-keyshortcuts.
    key.setAttribute("aria-hidden", "true");
  });
});

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

// Who was ticked stays ticked while one filters, sorts or turns the pages of the list: rows that
// are not in view any more go along as hidden fields.
const tickedRows = () => [...document.querySelectorAll('[name="nummer"][form="bulk"]')].filter((row) => row.type === "hidden" || row.checked);
function goAlong(form, name, value) {
  const field = Object.assign(document.createElement("input"), { type: "hidden", name, value });
  field.setAttribute("form", form);
  document.getElementById(form).append(field);
}
function countTicked() {
  const place = document.querySelector("[data-ticked]");
  if (!place) return;
  const rows = tickedRows();
  const away = rows.filter((row) => row.type === "hidden").length;
  place.hidden = !rows.length;
  place.textContent = `${rows.length} aangevinkt${away ? `, van wie ${away} niet in beeld` : ""}`;
}
let ticked = [];
document.addEventListener("htmx:beforeSwap", (event) => {
  if (event.detail.target.id !== "results") return;
  ticked = tickedRows().map((row) => {
    const name = `aanwezigheid-${row.value}`;
    return [row.value, name, document.querySelector(`[name="${name}"]`)?.value];
  });
});
document.addEventListener("htmx:afterSwap", () => {
  document.querySelectorAll('[form="bulk"][type="hidden"]').forEach((field) => field.remove());
  ticked.forEach(([number, name, chosen]) => {
    const row = document.querySelector(`[name="nummer"][value="${number}"]`);
    const attendance = document.querySelector(`[name="${name}"]`);
    if (row) row.checked = true; else goAlong("bulk", "nummer", number);
    if (chosen && attendance) attendance.value = chosen;
    if (chosen && !attendance) goAlong("bulk", name, chosen);
  });
  ticked = [];
  countTicked();
});
document.addEventListener("DOMContentLoaded", countTicked);
document.addEventListener("change", countTicked);

// What was typed and not saved is not lost by a click beside it. Where it is kept already, or only
// looked for, nothing is asked.
document.addEventListener("DOMContentLoaded", () => {
  if (document.getElementById("autosave")) return;
  let typed = document.title.startsWith("Fout: ");
  // After an error any form may be the one that was refused, also one with only a file or choices;
  // a form of nothing but a button is not.
  document.querySelectorAll('main form[method="post"]:has(textarea, select, input:not([type="hidden"]))').forEach((form) => {
    form.addEventListener("submit", () => { typed = false; });
    if (!form.querySelector('textarea, input[type="text"]')) return;
    form.addEventListener("input", () => { typed = true; });
  });
  window.addEventListener("beforeunload", (event) => { if (typed) event.preventDefault(); });
});

// The usual values of a field as buttons; without JavaScript they stay hidden.
document.addEventListener("DOMContentLoaded", () => {
  document.querySelectorAll("[data-fills]").forEach((buttons) => {
    const field = document.getElementById(buttons.dataset.fills);
    buttons.hidden = false;
    buttons.addEventListener("click", (event) => {
      if (!event.target.value) return;
      field.value = event.target.value;
      field.dispatchEvent(new Event("input", { bubbles: true }));
    });
  });
});

// To take along what is shown once; without JavaScript one selects it.
document.addEventListener("DOMContentLoaded", () => {
  document.querySelectorAll("[data-copies]").forEach((button) => {
    if (!navigator.clipboard) return;
    button.hidden = false;
    button.addEventListener("click", async () => {
      const field = document.getElementById(button.dataset.copies);
      field.select();
      await navigator.clipboard.writeText(field.value);
      button.textContent = "Gekopieerd";
      announce(button);
    });
  });
});

// What is typed about a step is kept on the server until it is logged.
function keepWhatIsTyped(place) {
  const form = document.querySelector(".form-page form");
  let waiting = 0;
  const keep = () => { waiting = 0; htmx.trigger(place, "keep"); };
  const later = (milliseconds) => { clearTimeout(waiting); waiting = setTimeout(keep, milliseconds); };
  const say = (state) => {
    place.replaceChildren(document.querySelector(`[data-autosave="${state}"]`).content.cloneNode(true));
  };
  form.addEventListener("input", () => later(800));
  form.addEventListener("submit", () => clearTimeout(waiting));
  place.addEventListener("htmx:beforeSwap", (event) => {
    if (event.detail.xhr.responseURL.endsWith(place.dataset.hxPost)) return;
    // Sent on to the page where one logs in.
    event.detail.shouldSwap = false;
    say("out");
  });
  ["htmx:sendError", "htmx:responseError", "htmx:timeout"].forEach((problem) => {
    place.addEventListener(problem, () => { say("failed"); later(5000); });
  });
  // A tab that is closed has no time left for an answer.
  document.addEventListener("visibilitychange", () => {
    if (!document.hidden || !waiting) return;
    clearTimeout(waiting);
    waiting = 0;
    navigator.sendBeacon(place.dataset.hxPost, new FormData(form));
  });
}
document.addEventListener("DOMContentLoaded", () => {
  const place = document.getElementById("autosave");
  if (place) keepWhatIsTyped(place);
});

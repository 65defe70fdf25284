// The panel that finds and replaces words in the whole guide. Escape closes it.

import { canUndo, count, leave, place, replaceAll, replaceOne, search, show, step, undo } from "./find/search.js";

const panel = document.getElementById("find-panel");
const form = panel.querySelector("form");
const status = panel.querySelector("[role=status]");
let opener;

const wanted = () => ({ find: form.elements.find.value, matchesCase: form.elements.case.checked });

function tell(words = "") {
  const none = form.elements.find.value ? "Not found." : "";
  status.textContent = words || (count() ? `${place() + 1} of ${count()}` : none);
  for (const name of ["previous", "next", "one", "all"]) form.querySelector(`[value=${name}]`).disabled = !count();
  form.querySelector("[value=undo]").disabled = !canUndo();
}

const acts = {
  previous: () => step(-1),
  next: () => step(1),
  one: () => replaceOne(form.elements.words.value, wanted()),
  all: () => {
    const times = replaceAll(form.elements.words.value, wanted());
    return `Replaced ${times} ${times === 1 ? "time" : "times"}.`;
  },
  undo: () => (undo(wanted()) ? "Undone, but for what you changed since." : "Undone."),
};

function act(name) {
  search(wanted());
  tell(acts[name]());
  if (document.activeElement.disabled || document.activeElement === document.body) form.elements.find.focus();
}

function open() {
  panel.hidden = false;
  form.elements.find.select();
  form.elements.find.focus();
  look();
}

function look() {
  search(wanted());
  show();
  tell();
}

function close() {
  panel.hidden = true;
  if (!leave()) opener.focus();
}

function prepare() {
  if (!window.ContentEditor.allowChange) return;
  opener = document.createElement("button");
  opener.type = "button";
  opener.className = "block-button find-button";
  opener.textContent = "Find and replace";
  opener.addEventListener("click", open);
  document.querySelector(".machine-collapse").prepend(opener);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    act(event.submitter?.value ?? "next");
  });
  form.addEventListener("input", ({ target }) => target.name !== "words" && look());
  panel.querySelector(".find-panel__close").addEventListener("click", close);
  panel.addEventListener("keydown", (event) => event.key === "Escape" && close());
}

document.addEventListener("content-editor:ready", prepare, { once: true });

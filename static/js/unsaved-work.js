// Keeps what an editor has typed into a guide in this browser until the server has it, so that a crash or an expired
// login costs nothing. The server lists the tokens of the forms that it stored; what is kept under any other is offered
// back, each work by itself, and while an offer waits what is typed is kept beside it. Chosen files cannot be kept.

import { entries, form } from "./desk/writing.js";

const KEEP_EVERY = 3000;
const panel = document.getElementById("unsaved-work");
const prefix = () => `unsaved-guide ${panel.dataset.user} ${panel.dataset.guide}`;

// All that is kept of this guide, the newest first. Before each form had a key of its own, the guide had one.
function allKept() {
  return Object.keys(localStorage)
    .filter((key) => key === prefix() || key.startsWith(`${prefix()} `))
    .map((key) => ({ key, ...JSON.parse(localStorage.getItem(key)) }))
    .sort((one, other) => other.at - one.at);
}

function keep(state) {
  const now = entries();
  const text = JSON.stringify(now);
  if (text === state.text) return;
  state.text = text;
  store({ entries: now, isAutosaved: text === state.autosaved });
}

function store(kept) {
  const token = form.elements.draft_token.value;
  try {
    localStorage.setItem(`${prefix()} ${token}`, JSON.stringify({ token, at: Date.now(), ...kept }));
  } catch (error) {
    if (!(error instanceof DOMException)) throw error; // the browser's store is full or shut: saving still works
  }
}

// Sends what was kept to the form's own address, marked so that the server shows it and saves nothing.
function putBack(kept) {
  const sender = document.createElement("form");
  sender.method = "post";
  sender.enctype = "multipart/form-data";
  const token = ["csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value];
  for (const [name, value] of [...kept.entries, token, ["_restore", "1"]]) {
    const field = document.createElement("textarea"); // keeps line breaks
    field.name = name;
    field.value = value;
    sender.append(field);
  }
  sender.hidden = true;
  document.body.append(sender);
  sender.submit();
}

function offer(kept) {
  const work = panel.querySelector("template").content.cloneNode(true).firstElementChild;
  const words = work.querySelector(".unsaved-work__words");
  words.id = `unsaved-${kept.token}`;
  work.querySelector(".unsaved-work__when").textContent = new Date(kept.at).toLocaleString("en-GB", { dateStyle: "long", timeStyle: "short" });
  for (const button of work.querySelectorAll("button")) button.setAttribute("aria-describedby", words.id);
  work.querySelector("[data-act=put-back]").addEventListener("click", () => putBack(kept));
  work.querySelector("[data-act=throw-away]").addEventListener("click", () => {
    localStorage.removeItem(kept.key);
    work.remove();
    panel.hidden = panel.querySelector("button") === null;
    (panel.querySelector("button") ?? form.elements.title).focus();
  });
  panel.append(work);
  panel.hidden = false;
}

// Only work of the editor's own hand is kept: the editors of rich text tidy their fields while they load.
function watch() {
  const state = { text: null, autosaved: null };
  const start = () => {
    if (state.text !== null) return;
    state.text = "";
    setInterval(() => keep(state), KEEP_EVERY);
    for (const name of ["pagehide", "visibilitychange"]) addEventListener(name, () => keep(state));
    form.addEventListener("submit", () => keep(state));
  };
  for (const name of ["input", "change", "keydown", "drop", "paste"]) form.addEventListener(name, start);
  form.addEventListener("desk:autosaved", ({ detail }) => {
    state.autosaved = detail;
    store({ entries: JSON.parse(detail), isAutosaved: true });
    state.text = detail;
  });
  form.addEventListener("desk:begun", ({ detail }) => {
    localStorage.removeItem(`${prefix()} ${form.elements.draft_token.value}`);
    panel.dataset.guide = detail.guide;
  });
}

// The server offers what it was sent last. Of the same form, this browser may have later words: then it offers those.
function choose(kept) {
  const autosaved = document.querySelector(`.autosaved[data-token="${CSS.escape(kept.token)}"]`);
  if (autosaved && kept.isAutosaved) {
    autosaved.querySelector("[data-act=discard]").addEventListener("submit", () => localStorage.removeItem(kept.key));
    return;
  }
  autosaved?.remove();
  offer(kept);
}

if (form && panel) {
  const stored = panel.dataset.stored.split(" ");
  for (const kept of allKept()) {
    if (stored.includes(kept.token)) localStorage.removeItem(kept.key);
    else if (kept.token !== form.elements.draft_token.value) choose(kept); // the form's own was put back into it
  }
  watch();
}

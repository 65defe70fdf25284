// Keeps what an editor has typed into a guide in this browser until the server has it, so that a crash or an expired
// login costs nothing. The server lists the tokens of the forms that it stored; what is kept under another is offered
// back. Chosen files cannot be kept.

const KEEP_EVERY = 3000;
const panel = document.getElementById("unsaved-work");
const form = panel?.closest("form");

function read(key) {
  return JSON.parse(localStorage.getItem(key) ?? "null");
}

function entries() {
  return [...new FormData(form)].filter(([name, value]) => typeof value === "string" && name !== "csrfmiddlewaretoken");
}

function keep(key, state) {
  const now = entries();
  const text = JSON.stringify(now);
  if (text === state.text) return;
  state.text = text;
  try {
    localStorage.setItem(key, JSON.stringify({ token: form.elements.draft_token.value, at: Date.now(), entries: now }));
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

function offer(key, kept) {
  const when = new Date(kept.at).toLocaleString("en-GB", { dateStyle: "long", timeStyle: "short" });
  panel.querySelector(".unsaved-work__when").textContent = when;
  panel.querySelector("[data-act=put-back]").addEventListener("click", () => putBack(kept));
  panel.querySelector("[data-act=throw-away]").addEventListener("click", () => {
    localStorage.removeItem(key);
    panel.hidden = true;
    watch(key);
  });
  panel.hidden = false;
}

// Only work of the editor's own hand is kept: the editors of rich text tidy their fields while they load.
function watch(key) {
  const state = { text: null };
  const start = () => {
    if (state.text !== null) return;
    state.text = "";
    setInterval(() => keep(key, state), KEEP_EVERY);
    for (const name of ["pagehide", "visibilitychange"]) addEventListener(name, () => keep(key, state));
    form.addEventListener("submit", () => keep(key, state));
  };
  for (const name of ["input", "change", "keydown", "drop", "paste"]) form.addEventListener(name, start);
}

if (form) {
  const key = `unsaved-guide ${panel.dataset.user} ${panel.dataset.guide}`;
  const kept = read(key);
  const isStored = kept && panel.dataset.stored.split(" ").includes(kept.token);
  const isHere = kept && kept.token === form.elements.draft_token.value; // put back into this very form
  if (isStored) localStorage.removeItem(key);
  if (kept && !isStored && !isHere) offer(key, kept);
  else watch(key);
}

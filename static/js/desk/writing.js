// The form of the writing page as the other modules see it: what stands in it, and when that changed.

const LOOK_EVERY = 400;
const OWN = ["csrfmiddlewaretoken", "draft_version", "draft_token"];

const bar = document.querySelector(".desk-bar");
export const form = bar?.closest("form");

// Where the server is asked; a new guide has other addresses once it is a draft.
export const where = { ...bar?.dataset };

// Everything but chosen files, which only saving sends.
export function entries() {
  return [...new FormData(form)].filter(([name, value]) => typeof value === "string" && name !== "csrfmiddlewaretoken");
}

// What was sent as the form holds it now: a guide that was new has a version of its own since.
export function asOfNow(sent) {
  return sent.map(([name, value]) => [name, OWN.includes(name) ? form.elements[name].value : value]);
}

export function posted() {
  const body = new URLSearchParams(entries());
  body.set("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value);
  return body;
}

const listeners = [];
let seen = null; // until its editor touches the form: the editors of rich text tidy their fields while they load

function words() {
  return JSON.stringify(entries().filter(([name]) => !OWN.includes(name)));
}

export function onEdit(act) {
  listeners.push(act);
}

// Buttons, drags and scripts change fields without an event that all of them share, so the form is looked at.
export function look() {
  if (seen === null) return;
  const now = words();
  if (now === seen) return;
  seen = now;
  for (const act of listeners) act();
}

function touched(isChanged) {
  if (seen !== null) return;
  seen = isChanged ? "" : words();
  setInterval(look, LOOK_EVERY);
}

if (form) {
  for (const name of ["pointerdown", "keydown"]) form.addEventListener(name, () => touched(false), { capture: true });
  for (const name of ["input", "change", "drop", "paste"]) form.addEventListener(name, () => touched(true));
  form.addEventListener("submit", look, { capture: true });
  addEventListener("visibilitychange", look);
}

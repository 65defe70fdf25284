// Sends what stands in the form to the server some moments after the last change, one request at a time, and says in the
// bar how that went. The server keeps it as a version of its own; the draft changes only with the buttons.

import { asOfNow, entries, form, look, onEdit, posted, where } from "./writing.js";

const PAUSE = 3000;
const LONGEST = 15000; // somebody who never pauses
const AGAIN = 10000;
const GIVE_UP = 20000;
const AWAY = "Could not save: the server cannot be reached. Your words are kept in this browser, and saving is tried again.";
const SIGNED_OUT = "Could not save: you are signed out. Sign in again in another tab, then write on here; your words are kept in this browser.";
const REFUSED = "Could not save: the server refuses this form. Your words are kept in this browser.";

const shown = document.getElementById("save-state");
const said = document.getElementById("save-said");
let timer;
let changedAt = null; // when the oldest change was made that the server does not have
let underWay = null;
let isLeaving = false;

class Failure extends Error {
  constructor(message, { isForNow = false, kind = "failed" } = {}) {
    super(message);
    this.isForNow = isForNow;
    this.kind = kind;
  }
}

function show(words, state = "") {
  shown.textContent = words;
  shown.dataset.state = state;
  if (state) said.textContent = words; // what passes by is not read aloud, and the same words not twice
}

function schedule(pause) {
  clearTimeout(timer);
  const latest = changedAt === null ? pause : changedAt + LONGEST - Date.now();
  timer = setTimeout(save, Math.max(0, Math.min(pause, latest)));
}

async function ask(options) {
  try {
    return await fetch(where.autosave, { ...options, redirect: "manual", signal: AbortSignal.timeout(GIVE_UP) });
  } catch (error) {
    if (!(error instanceof TypeError || error instanceof DOMException)) throw error;
    throw new Failure(AWAY, { isForNow: true });
  }
}

// Who signs in again in another tab has another proof against forgery: this form then needs it too.
async function renewProof() {
  const response = await ask({});
  if (response.type === "opaqueredirect") throw new Failure(SIGNED_OUT, { isForNow: true });
  if (!response.ok) throw new Failure(REFUSED);
  form.elements.csrfmiddlewaretoken.value = (await response.json()).csrf;
}

async function send(mayRenew = true) {
  const body = posted();
  // Only a short form outlives its page, as browsers limit what they send for one that is gone.
  const keepalive = document.visibilityState === "hidden" && body.toString().length < 60000;
  const response = await ask({ method: "POST", body, keepalive });
  if (response.type === "opaqueredirect") throw new Failure(SIGNED_OUT, { isForNow: true });
  if (response.status === 403 && mayRenew) {
    await renewProof();
    return send(false);
  }
  if (response.status >= 500) throw new Failure(AWAY, { isForNow: true });
  if (!response.ok) throw new Failure(REFUSED);
  const answer = await response.json();
  if (answer.refused) throw new Failure(answer.refused, { kind: answer.kind });
  return answer;
}

function replace(id, html) {
  const before = document.getElementById(id);
  const after = new DOMParser().parseFromString(html, "text/html").body.firstElementChild;
  if (!before || !after) return;
  if (before.open) after.open = true;
  before.replaceWith(after);
}

// A guide that was new is a draft now, and this is its form.
function begin(begun) {
  form.elements.draft_version.value = begun.version;
  Object.assign(where, { autosave: begun.autosave, preview: begun.preview });
  history.replaceState(null, "", begun.change);
  form.dispatchEvent(new CustomEvent("desk:begun", { detail: begun }));
}

function tell(answer) {
  document.getElementById("length").textContent = answer.length;
  document.getElementById("counts").textContent = answer.counts;
  replace("findings", answer.findings);
  if (changedAt === null) show([answer.state, answer.note].filter(Boolean).join(". "), answer.note ? "warned" : "saved");
  else show("Not saved yet"); // what was written since is not with the server
}

async function save() {
  if (underWay || changedAt === null || isLeaving) return;
  const sent = entries();
  const since = changedAt;
  changedAt = null;
  show("Saving…");
  underWay = send();
  try {
    const answer = await underWay;
    if (answer.begun) begin(answer.begun);
    tell(answer);
    form.dispatchEvent(new CustomEvent("desk:autosaved", { detail: JSON.stringify(asOfNow(sent)) }));
  } catch (failure) {
    if (!(failure instanceof Failure)) throw failure;
    show(failure.message, failure.kind);
    if (failure.isForNow) changedAt ??= since;
  } finally {
    underWay = null;
  }
  if (changedAt !== null) schedule(shown.dataset.state === "failed" ? AGAIN : PAUSE);
}

// What is on its way arrives before the form does, or it would come too late to count as saved.
async function waitThenSubmit(event) {
  event.preventDefault();
  event.stopImmediatePropagation();
  await Promise.allSettled([underWay]);
  await new Promise((done) => setTimeout(done)); // until a new guide's form knows where it belongs
  form.requestSubmit(event.submitter);
}

if (form && where.autosave) {
  onEdit(() => {
    changedAt ??= Date.now();
    if (shown.dataset.state !== "failed") show("Not saved yet");
    if (!underWay) schedule(PAUSE);
  });
  const now = () => {
    look();
    save();
  };
  addEventListener("blur", now);
  addEventListener("online", now);
  document.addEventListener("visibilitychange", now);
  form.addEventListener("submit", (event) => {
    if (underWay) {
      waitThenSubmit(event);
    } else {
      isLeaving = true;
      show("Saving…");
    }
  });
  addEventListener("pageshow", (event) => {
    if (event.persisted) isLeaving = false;
  });
}

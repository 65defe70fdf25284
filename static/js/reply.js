// While a reply is written: keeps it as a draft every quarter of a minute, and says who else is writing. Without it the
// draft is kept whenever the form is sent, and the page says once who else is there.

const EVERY = 15_000;
const form = document.querySelector("form[data-autosave]");
const saved = document.querySelector("[data-saved]");
const writing = document.querySelector("[data-writing]");
let last = words();
let asking = null;

// What is typed, without files, which go with the form.
function words() {
  const data = new FormData(form);
  data.delete("uploads");
  data.delete("remove");
  return data;
}

function text(data) {
  return JSON.stringify([...data]);
}

async function tell() {
  const now = words();
  const body = text(now) === text(last) ? new FormData() : now;
  body.set("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value);
  asking = new AbortController();
  try {
    const answer = await fetch(form.dataset.autosave, { method: "POST", body, signal: asking.signal });
    if (!answer.ok) return;
    const said = await answer.json();
    last = now;
    if (said.saved) show(saved, said.saved);
    show(writing, said.writing);
  } catch (error) {
    if (!(error instanceof TypeError || error instanceof DOMException)) throw error; // no network, or on the way elsewhere
  }
}

// Only what is new, so that a screen reader says it once.
function show(place, words) {
  if (place.textContent.trim() !== words) place.textContent = words;
}

const timer = setInterval(tell, EVERY);
form.addEventListener("submit", () => {
  clearInterval(timer);
  asking?.abort();
});

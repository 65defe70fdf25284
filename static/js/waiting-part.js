// Brings a part of the page that waits for something up to date every two seconds. Without scripts a link does the same.

const EVERY = 2000;
const LONGEST = 60_000;
const began = Date.now();
let part = document.querySelector("[data-waiting]");

async function look() {
  try {
    const answer = await fetch(location.href);
    if (!answer.ok) throw new Error(answer.statusText);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const now = page.getElementById(part.id);
    if (now.innerHTML !== part.innerHTML) {
      // The words change inside the element that is read aloud, and not with it.
      part.querySelector("[role=status]").replaceChildren(...now.querySelector("[role=status]").childNodes);
      part.querySelector("[role=status]").className = now.querySelector("[role=status]").className;
    }
    if (!now.hasAttribute("data-waiting")) {
      part.querySelector("a.button")?.parentElement.remove();
      return;
    }
  } catch {
    // The server is away for a moment: the next look may find it again.
  }
  if (Date.now() - began < LONGEST) setTimeout(look, EVERY);
}

setTimeout(look, EVERY);

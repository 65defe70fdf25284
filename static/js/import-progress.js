// Shows how far a run is, every two seconds, and the page anew once it is over. Without scripts a link does the same.

const EVERY = 2000;
const card = document.querySelector("[data-progress]");
const bar = card.querySelector("progress");
const words = card.querySelector("[role=status]");

async function look() {
  try {
    const answer = await fetch(card.dataset.progress, { headers: { Accept: "application/json" } });
    if (!answer.ok) throw new Error(answer.statusText);
    const told = await answer.json();
    if (told.is_over) {
      location.reload();
      return;
    }
    bar.max = told.total || 1;
    bar.value = told.done;
    words.textContent = told.words;
  } catch {
    // The server is away for a moment: the next look may find it again.
  }
  setTimeout(look, EVERY);
}

setTimeout(look, EVERY);

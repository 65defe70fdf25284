// What stands beside the text: where there is room it is open, and what a link leads to opens by itself.

const WIDE = matchMedia("(width >= 1100px)");

for (const group of document.querySelectorAll(".desk__side .opens-wide > details")) group.open = WIDE.matches;

function reveal() {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  for (let at = target; at; at = at.parentElement?.closest("details")) {
    if (at.matches("details")) at.open = true;
  }
}

addEventListener("hashchange", reveal);
document.addEventListener("click", (event) => {
  if (event.target.closest?.(".desk-bar a[href^='#']")) setTimeout(reveal); // the same place again is no change of the hash
  const more = document.querySelector(".desk-bar__more[open]");
  if (more && !more.contains(event.target)) more.open = false;
});
document.addEventListener("keydown", (event) => {
  const more = event.target.closest?.(".desk-bar__more[open]");
  if (event.key !== "Escape" || !more) return;
  more.open = false;
  more.querySelector("summary").focus();
});
// A title is one line, however it wraps.
document.getElementById("id_title")?.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || event.isComposing) return;
  event.preventDefault();
  document.getElementById("id_standfirst")?.focus();
});
reveal();

// What happened to the blocks, said in a live region; beside it a button that undoes it, until somebody types on.

let words;
let undoing;

export function prepareStatus(before) {
  const bar = document.createElement("div");
  bar.className = "block-bar";
  words = document.createElement("p");
  words.className = "block-status";
  words.setAttribute("role", "status");
  bar.append(words);
  before.before(bar);
  document.addEventListener("beforeinput", withdraw);
}

function withdraw() {
  undoing?.remove();
  undoing = null;
}

export function say(what, undo = null) {
  withdraw();
  words.textContent = what;
  if (!undo) return;
  undoing = document.createElement("button");
  undoing.type = "button";
  undoing.className = "block-button";
  undoing.textContent = "Undo";
  undoing.addEventListener("click", () => {
    withdraw();
    undo();
  });
  words.after(undoing);
}

// Moves a block by one step, or to any place that is chosen from a list.

import { offerPlaces, open } from "./dialogs.js";
import { blocks, kind, renumber } from "./list.js";
import { say } from "./status.js";

export function moveBy(block, step) {
  const to = blocks().indexOf(block) + step;
  if (to < 0 || to >= blocks().length) say(`${kind(block)} is already ${step < 0 ? "first" : "last"}.`);
  else moveTo(block, to);
}

function moveTo(block, to) {
  const before = blocks();
  const focused = document.activeElement;
  const list = before.filter((each) => each !== block);
  list.splice(to, 0, block);
  renumber(list);
  focused.focus();
  block.scrollIntoView({ block: "nearest" });
  say(`${kind(block)} moved to place ${to + 1} of ${list.length}.`, () => {
    renumber(before);
    focused.focus();
    say("Undone.");
  });
}

export function choosePlace(block, button) {
  const { dialog, form } = open("move-block", () => {
    button.focus();
    moveTo(block, Number(form.elements.place.value));
  });
  dialog.querySelector("h2").textContent = `Move: ${kind(block)}`;
  offerPlaces(form.elements.place, block, blocks().indexOf(block));
}

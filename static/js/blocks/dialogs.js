// The dialogs of the block editor, whose markup the page has, and the places in a guide that they offer.

import { blocks, nameOf } from "./list.js";

// Opens a dialog with its form as new; `closed` gets its form when one of its buttons was pressed that does something.
export function open(id, closed) {
  const dialog = document.getElementById(id);
  const form = dialog.querySelector("form");
  form.reset();
  dialog.returnValue = "";
  dialog.addEventListener("close", () => dialog.returnValue && closed(dialog.returnValue, form), { once: true });
  dialog.showModal();
  return { dialog, form };
}

// Offers the places that a block can have among the others: first, or after one of them.
export function offerPlaces(select, moved, chosen) {
  const others = blocks().filter((block) => block !== moved);
  const labels = ["At the beginning", ...others.map((block, at) => `After ${at + 1}. ${nameOf(block)}`)];
  select.replaceChildren(...labels.map((label, at) => new Option(label, at, false, at === chosen)));
}

// The block that stands at the place, before which a new one goes; null at the end.
export function blockAt(select) {
  return blocks()[Number(select.value)] ?? null;
}

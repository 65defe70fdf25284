// Takes a block from another guide: the guide is found by words of its title, then one of its blocks is chosen.

import { ask, exchange } from "./asking.js";
import { blockAt, offerPlaces, open } from "./dialogs.js";
import { blocks } from "./list.js";
import { add, undoably } from "./making.js";

const PAUSE = 250; // between the last letter and the question

export function chooseBlock() {
  const { dialog, form } = open("copy-block", () => {});
  offerPlaces(form.elements.place, null, blocks().length);
  list(dialog, ".copy-block__blocks", []);
  let waiting;
  form.elements.title.oninput = () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => showGuides(dialog, form), PAUSE);
  };
  showGuides(dialog, form);
}

async function showGuides(dialog, form) {
  const words = form.elements.title.value;
  const answer = await ask(`${exchange().guides}?${new URLSearchParams({ q: words })}`);
  if (!answer || words !== form.elements.title.value) return;
  const choices = answer.guides.map((guide) => choice(guide.title, () => showBlocks(dialog, form, guide)));
  list(dialog, ".copy-block__guides", choices);
  tell(dialog, `${choices.length} ${choices.length === 1 ? "guide" : "guides"}.`);
}

async function showBlocks(dialog, form, guide) {
  const answer = await ask(guide.blocks);
  if (!answer) return;
  const choices = answer.blocks.map((block) => choice(`${block.kind}: ${block.summary}`, () => copy(dialog, form, block, guide)));
  list(dialog, ".copy-block__blocks", choices);
  tell(dialog, `${choices.length} ${choices.length === 1 ? "block" : "blocks"} in “${guide.title}”.`);
  (choices[0] ?? form.elements.title).focus();
}

function copy(dialog, form, block, guide) {
  const place = blockAt(form.elements.place);
  dialog.close();
  const missing = block.lacks.length ? ` Choose its ${block.lacks.join(", ")} again.` : "";
  undoably(`${block.kind} copied from “${guide.title}”.${missing}`, [], () => add(block, place));
}

function choice(words, act) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "block-button";
  button.textContent = words;
  button.addEventListener("click", act);
  return button;
}

function list(dialog, selector, choices) {
  dialog.querySelector(selector).replaceChildren(
    ...choices.map((button) => {
      const item = document.createElement("li");
      item.append(button);
      return item;
    }),
  );
}

function tell(dialog, words) {
  dialog.querySelector("[role=status]").textContent = words;
}

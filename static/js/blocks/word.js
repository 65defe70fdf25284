// Inserts what a Word document says as blocks, where somebody was writing, and tells what of it did not come along.

import { ask, exchange } from "./asking.js";
import { blockAt, offerPlaces, open } from "./dialogs.js";
import { BLOCK, blocks, focusWhenReady } from "./list.js";
import { add, undoably } from "./making.js";

let current = null; // the block in which somebody was last

document.addEventListener("focusin", ({ target }) => {
  current = target.closest?.(BLOCK) ?? current;
});

export function chooseDocument() {
  const { dialog, form } = open("insert-word", () => {});
  const at = blocks().indexOf(current);
  offerPlaces(form.elements.place, null, at < 0 ? blocks().length : at + 1);
  show(dialog, { words: "", lines: [] });
  form.querySelector(".insert-word__ask").hidden = false;
  form.elements.insert.hidden = false;
  form.elements.insert.onclick = () => insert(dialog, form);
}

async function insert(dialog, form) {
  const [file] = form.elements.document.files;
  if (!file) {
    show(dialog, { words: "Choose a document first.", lines: [] });
    form.elements.document.focus();
    return;
  }
  const fields = new FormData();
  fields.append("document", file);
  form.elements.insert.disabled = true;
  show(dialog, { words: `Reading “${file.name}” …`, lines: [] });
  const answer = await ask(exchange().word, fields, (why) => show(dialog, { words: why, lines: [] }));
  form.elements.insert.disabled = false;
  if (answer) done(dialog, form, file, answer);
}

function done(dialog, form, file, answer) {
  const place = blockAt(form.elements.place);
  const words = `${answer.blocks.length} ${answer.blocks.length === 1 ? "block" : "blocks"} inserted from “${file.name}”.`;
  let first = null;
  const put = () => {
    const added = answer.blocks.map((block) => add(block, place));
    [first = null] = added;
    return first;
  };
  if (!answer.said.length) dialog.close();
  undoably(words, [], put);
  if (!answer.said.length) return;
  show(dialog, { words: `${words} What you should know:`, lines: answer.said });
  form.querySelector(".insert-word__ask").hidden = true;
  form.elements.insert.hidden = true;
  dialog.addEventListener("close", () => first?.isConnected && focusWhenReady(first), { once: true });
}

function show(dialog, { words, lines }) {
  dialog.querySelector("[role=status]").textContent = words;
  dialog.querySelector(".insert-word__said").replaceChildren(...lines.map(line));
}

function line({ deed, what, words }) {
  const item = document.createElement("li");
  const name = document.createElement("strong");
  name.textContent = `${deed[0].toUpperCase()}${deed.slice(1)}: `;
  item.append(name, what);
  if (!words) return item;
  const quoted = document.createElement("q");
  quoted.textContent = words;
  item.append(" ", quoted);
  return item;
}

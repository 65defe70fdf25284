// Turns a part of a text into a block of another kind, and a block into text again.

import { ask, exchange } from "./asking.js";
import { open } from "./dialogs.js";
import { blocks, editorOf, isLeaving, kind, machine, prefixOf, valuesOf } from "./list.js";
import { add, remove, undoably } from "./making.js";
import { say } from "./status.js";

const TEXT = "articles_textblock_set";
const QUOTE = "articles_quoteblock_set";
const JOIN = "join";

export const isText = (block) => prefixOf(block) === TEXT;
export const canBecomeText = (block) => !isText(block) && exchange().kinds.some(({ prefix }) => prefix === prefixOf(block));

// The whole paragraphs, lists and tables that the selection touches, as positions in the text.
function selectedPart({ state: { doc, selection } }) {
  const [first, last] = [selection.$from.index(0), Math.min(selection.$to.index(0), doc.childCount - 1)];
  let from = 0;
  for (let at = 0; at < first; at += 1) from += doc.child(at).nodeSize;
  let to = from;
  for (let at = first; at <= last; at += 1) to += doc.child(at).nodeSize;
  return { doc, from, to };
}

function htmlOf(block, { doc, from, to }) {
  return editorOf(block).storage.toolbar.htmlOf(doc.cut(from, to));
}

function hasWords({ doc, from, to }) {
  return /\S/.test(doc.textBetween(from, to, " "));
}

// Puts blocks in the place of a part of a text, which is parted around them; the first of them.
function putInPlace(block, { doc, from, to }, contents) {
  const { view } = editorOf(block);
  const before = { doc, from: 0, to: from };
  const after = { doc, from: to, to: doc.content.size };
  const next = hasWords(before) ? (blocks()[blocks().indexOf(block) + 1] ?? null) : block;
  const made = contents.map((content) => add(content, next));
  if (hasWords(before)) {
    if (hasWords(after)) add({ prefix: TEXT, values: { html: htmlOf(block, after) } }, next);
    view.dispatch(view.state.tr.delete(from, doc.content.size));
  } else if (hasWords(after)) view.dispatch(view.state.tr.delete(0, to));
  else remove(block);
  return made[0];
}

async function turn(block, part, to) {
  if (!hasWords(part)) {
    say("There are no words to turn into something else. Select some first.");
    return;
  }
  const answer = await ask(exchange().convert, { to, html: htmlOf(block, part) });
  if (!answer) return;
  if (!editorOf(block).state.doc.eq(part.doc)) {
    say("The text changed in the meantime. Select the part again.");
    return;
  }
  const { length } = answer.blocks;
  const what = answer.blocks[0].kind;
  const words = length > 1 ? `The selected part became ${length} blocks: ${what}.` : `The selected part became a block: ${what}.`;
  undoably(words, [block], () => putInPlace(block, part, answer.blocks));
}

function choose(block) {
  const part = selectedPart(editorOf(block));
  const above = blocks().slice(0, blocks().indexOf(block)).findLast((each) => !isLeaving(each));
  const { form } = open("turn-part", (to) => (to === JOIN ? join(above, block) : turn(block, part, to)));
  const choices = exchange().kinds.map(({ prefix, title }) => choice(prefix, prefix === TEXT ? "Text block of its own" : title));
  if (above && isText(above)) choices.push(choice(JOIN, "Join the whole block with the text above"));
  form.querySelector(".block-dialog__choices").replaceChildren(...choices);
}

function choice(value, words) {
  const button = document.createElement("button");
  button.value = value;
  button.className = "block-button";
  button.textContent = words;
  return button;
}

function join(above, block) {
  undoably("Joined with the text above.", [above, block], () => {
    const editor = editorOf(above);
    editor.commands.setContent(editor.getHTML() + editorOf(block).getHTML());
    remove(block);
    return above;
  });
}

export async function toText(block) {
  const answer = await ask(exchange().toText, { from: prefixOf(block), ...valuesOf(block) });
  if (!answer) return;
  undoably(`${kind(block)} became text.`, [block], () => {
    const text = add(answer.blocks[0], block);
    remove(block);
    return text;
  });
}

// A paragraph that somebody began with “> ”. They type on, so nothing is asked of the server.
function typedQuote(block) {
  const part = selectedPart(editorOf(block));
  const text = part.doc.textBetween(part.from, part.to, " ");
  undoably("Quote added. Who said it goes into the field under it.", [block], () =>
    putInPlace(block, part, [{ prefix: QUOTE, values: { text } }]),
  );
}

export function prepareConverting() {
  machine().addEventListener("turn-into", (event) => choose(event.target.closest(".inline-related")));
  machine().addEventListener("typed-quote", (event) => typedQuote(event.target.closest(".inline-related")));
}

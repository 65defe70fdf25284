// Adds and removes blocks for other scripts, in steps that can be undone.

import { blocks, fill, focusWhenReady, isLeaving, prefixOf, renumber, valuesOf } from "./list.js";
import { say } from "./status.js";

// A new block before another, or at the end, with these values in its fields.
export function add({ prefix, values }, before = null) {
  const there = new Set(blocks());
  window.ContentEditor._insertBefore = before;
  window.ContentEditor.addContent(prefix);
  const block = blocks().find((each) => !there.has(each));
  fill(block, values);
  return block;
}

// A block that was never saved goes at once, a saved one when the draft is saved.
export function remove(block) {
  const link = block.querySelector(".inline-deletelink");
  if (link) link.click();
  else setLeaving(block, true);
}

function setLeaving(block, leaves) {
  const box = block.querySelector(".delete input[type=checkbox]");
  if (box && isLeaving(block) !== leaves) box.click();
}

// Does what may change the blocks `touched`, their order, and which there are; focuses the block that `act` returns.
export function undoably(what, touched, act) {
  const order = blocks();
  const before = touched.map((block) => ({ block, prefix: prefixOf(block), values: valuesOf(block), leaves: isLeaving(block) }));
  focusWhenReady(act());
  say(what, () => {
    for (const block of blocks().filter((each) => !order.includes(each))) remove(block);
    const back = before.map((content) => putBack(order, content));
    renumber(order);
    if (order.length) focusWhenReady(back[0] ?? order[0]);
    say("Undone.");
  });
}

function putBack(order, { block, prefix, values, leaves }) {
  if (!block.isConnected) return (order[order.indexOf(block)] = add({ prefix, values }));
  fill(block, values);
  setLeaving(block, leaves);
  return block;
}

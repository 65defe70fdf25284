// From what a program put on the clipboard to what its author meant.

import { rewritten } from "./blocks.js";
import { takeOut } from "./left-behind.js";
import { mendLists } from "./lists.js";
import { removeUnmeant } from "./removals.js";
import { parse } from "./styles.js";
import { tidy } from "./tidying.js";
import { makeWordLists } from "./word-lists.js";

// `html`: plain HTML in a short list of tags, without a style; `left`: how much of each kind could not come along.
export function clean(html) {
  const paste = parse(html);
  removeUnmeant(paste);
  makeWordLists(paste);
  mendLists(paste);
  const left = takeOut(paste);
  const out = rewritten(paste);
  tidy(out);
  return { html: out.innerHTML, left };
}

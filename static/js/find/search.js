// One search through a guide: its matches, the one looked at, and what was replaced, so that it can be undone.

import { patternOf, texts } from "./texts.js";

let matches = [];
let at = 0;
const replaced = []; // each a list of `{ text, before, after }`

export const count = () => matches.length;
export const place = () => at;
export const canUndo = () => replaced.length > 0;

// Looks again, since people type on meanwhile; stays at the match with the same number.
export function search({ find, matchesCase }) {
  matches = find ? texts().flatMap((text) => text.find(patternOf(find, matchesCase))) : [];
  at = Math.min(at, Math.max(matches.length - 1, 0));
  mark();
}

export function step(by) {
  if (matches.length) at = (at + by + matches.length) % matches.length;
  show();
}

export function show() {
  matches[at]?.text.show(matches[at]);
  mark();
}

export function leave() {
  const match = matches[at];
  matches = [];
  at = 0;
  mark();
  match?.text.element.focus();
  return Boolean(match);
}

// Replaces the match looked at and goes on to the next after it, which is not in the new words.
export function replaceOne(words, wanted) {
  const match = matches[at];
  if (!match) return;
  change([match], words);
  const order = texts().map(({ element }) => element);
  const isAfter = ({ text, from }) => {
    const ahead = order.indexOf(text.element) - order.indexOf(match.text.element);
    return ahead > 0 || (ahead === 0 && from >= match.from + words.length);
  };
  search(wanted);
  at = Math.max(matches.findIndex(isAfter), 0);
  show();
}

export function replaceAll(words, wanted) {
  const { length } = matches;
  change(matches, words);
  search(wanted);
  return length;
}

function change(found, words) {
  const changed = [...new Set(found.map(({ text }) => text))].map((text) => {
    const before = text.state;
    text.replace(found.filter((match) => match.text === text), words);
    return { text, before, after: text.state };
  });
  if (changed.length) replaced.push(changed);
}

// Takes the last replacement back, where nobody typed since; how many texts had to stay as they are.
export function undo(wanted) {
  const kept = replaced.pop().filter(({ text, before, after }) => {
    if (!text.element.isConnected || !text.isAt(after)) return true;
    text.putBack(before);
    return false;
  });
  search(wanted);
  show();
  return kept.length;
}

function mark() {
  for (const field of document.querySelectorAll(".is-found")) field.classList.remove("is-found");
  matches[at]?.text.element.classList.add("is-found");
  if (!CSS.highlights) return; // a browser without them still shows which text
  const byText = Map.groupBy(matches, ({ text }) => text);
  CSS.highlights.set("found", new Highlight(...[...byText].flatMap(([text, found]) => text.ranges(found))));
  CSS.highlights.set("found-now", new Highlight(...(matches[at]?.text.ranges([matches[at]]) ?? [])));
}

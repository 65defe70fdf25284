// The lists of desktop Word and Outlook, which arrive as paragraphs: the mark is typed, and `mso-list` says the level.
// Paragraphs that begin with a typed bullet are items too, wherever they come from.

import { nested } from "./lists.js";

const PLACE = /mso-list:\s*(l\d+)\s+level(\d+)(?:\s+(lfo\d+))?/i;
const IGNORED = /mso-list:\s*Ignore/i;
const GAP = /font:\s*7(?:\.0)?pt\s*["']?Times/i; // the space after a mark where Word says nothing else of lists
const TYPED = /^[\s\u00a0]*[•·▪◦‣●○■\uf0b7\uf0a7][\s\u00a0]+/;
const INDENT = /margin-left:\s*([\d.]+)(pt|in|cm)/i;
const POINTS = { pt: 1, in: 72, cm: 28.35 };
const STEP = 36;
const NUMBER = /^\(?(?:\d+\.)*(?:(\d+)|([a-z]{1,6}))[.):\]]*$/i;
const FORMATS = { "alpha-lower": "a", "alpha-upper": "A", "roman-lower": "i", "roman-upper": "I" };
const ROMAN = { i: 1, v: 5, x: 10, l: 50, c: 100, d: 500, m: 1000 };
const CONTINUED = "[class*='MsoListParagraphCxSp'], [class^='MsoListContinue']";

export function makeWordLists(paste) {
  for (const heading of paste.body.querySelectorAll("h1, h2, h3, h4, h5, h6")) keepNumber(heading, paste.styleOf);
  let run = [];
  for (const paragraph of paste.body.querySelectorAll("p:not(li p)")) {
    if (run.length && !follows(paragraph, run.at(-1).last)) run = finished(run);
    const item = itemOf(paragraph, paste);
    if (item) run.push(item);
    else if (run.length && paragraph.matches(CONTINUED)) add(run.at(-1), paragraph);
    else if (run.length && isBlank(paragraph)) run.at(-1).blanks.push((run.at(-1).last = paragraph));
    else run = finished(run);
  }
  finished(run);
}

function isBlank(paragraph) {
  return !paragraph.textContent.trim() && !paragraph.querySelector("img");
}

function follows(paragraph, before) {
  return paragraph.previousElementSibling === before && paragraph.parentNode === before.parentNode;
}

function itemOf(paragraph, { styleOf, numberFormats }) {
  const style = styleOf(paragraph);
  const place = PLACE.exec(style);
  const mark = takeMark(paragraph, styleOf);
  if (!place && mark === null) return null;
  return {
    paragraphs: [paragraph],
    last: paragraph,
    blanks: [],
    level: place ? Number(place[2]) : levelOf(paragraph, style),
    list: place ? `${place[1]} ${place[3]}` : "",
    readings: readingsOf(mark ?? "", place && numberFormats.get(`${place[1]} ${place[2]}`)),
  };
}

function add(item, paragraph) {
  item.paragraphs.push(paragraph);
  item.last = paragraph;
}

// Puts the lists in the place of their paragraphs; returns the next, empty run.
function finished(run) {
  if (!run.length) return run;
  const place = document.createComment("");
  run[0].paragraphs[0].before(place);
  for (const item of run) {
    item.li = document.createElement("li");
    item.li.append(...item.paragraphs);
    for (const blank of item.blanks) blank.remove();
  }
  place.replaceWith(...nested(run));
  return [];
}

// Removes the mark before the text of an item and returns what it said; null where there is none.
function takeMark(paragraph, styleOf) {
  const holder = [...paragraph.querySelectorAll("*")].find((each) => IGNORED.test(styleOf(each))) ?? gapped(paragraph, styleOf);
  if (holder) {
    holder.remove();
    return holder.textContent.trim();
  }
  const first = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT).nextNode();
  const typed = TYPED.exec(first?.data ?? "");
  if (!typed) return null;
  first.data = first.data.slice(typed[0].length);
  return typed[0].trim();
}

function gapped(paragraph, styleOf) {
  const gap = [...paragraph.querySelectorAll("span")].find((each) => GAP.test(styleOf(each)) && !each.textContent.trim());
  const holder = gap?.parentElement;
  const isMark = holder && holder !== paragraph && holder.textContent.trim().length < 8;
  return isMark && paragraph.textContent.trimStart().startsWith(holder.textContent.trim()) ? holder : undefined;
}

function levelOf(paragraph, style) {
  const named = /^MsoList(?:Bullet|Number)(\d)/.exec(paragraph.className);
  if (named) return Number(named[1]);
  const indent = INDENT.exec(style);
  return indent ? Math.max(1, Math.round((indent[1] * POINTS[indent[2].toLowerCase()]) / STEP)) : 1;
}

// The ways to read a mark as a number, the likeliest first; none for a bullet. "i)" may follow "h)" or come before "ii)".
function readingsOf(mark, format) {
  const [, digits, letters] = NUMBER.exec(mark) ?? [];
  if (format === "bullet" || format === "image" || (!digits && !letters) || mark === "o") return [];
  if (digits) return [{ type: "1", number: Number(digits) }];
  const isUpper = letters === letters.toUpperCase();
  const readings = [
    { type: isUpper ? "I" : "i", number: romanOf(letters.toLowerCase()) },
    { type: isUpper ? "A" : "a", number: letterOf(letters.toLowerCase()) },
  ].filter(({ number }) => number !== null);
  const known = readings.filter(({ type }) => type === FORMATS[format]);
  if (known.length) return known;
  return readings.toSorted((one, other) => (other.number === 1) - (one.number === 1));
}

function romanOf(letters) {
  if (!/^(?=.)m{0,3}(cm|cd|d?c{0,3})(xc|xl|l?x{0,3})(ix|iv|v?i{0,3})$/.test(letters)) return null;
  const values = [...letters].map((letter) => ROMAN[letter]);
  return values.reduce((sum, value, at) => sum + (value < values[at + 1] ? -value : value), 0);
}

// Word goes on after z with aa, bb.
function letterOf(letters) {
  if (new Set(letters).size > 1) return null;
  return letters.charCodeAt(0) - 96 + 26 * (letters.length - 1);
}

// A numbered heading keeps its number as words.
function keepNumber(heading, styleOf) {
  const mark = takeMark(heading, styleOf);
  if (mark && NUMBER.test(mark)) heading.prepend(`${mark} `);
}

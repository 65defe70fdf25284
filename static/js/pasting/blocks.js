// Writes a pasted text again from nothing, in the few plain tags that the editor and the page know.

import { mapLevels } from "./headings.js";
import { isNumbered, startOf, typeOf } from "./lists.js";
import { isAllBold, makeLight, marked, marksOf, UNMARKED } from "./marks.js";
import { lookOf } from "./styles.js";
import { drawn } from "./symbols.js";
import { isLayout, tableOf } from "./tables.js";

const BLOCK =
  "p, div, h1, h2, h3, h4, h5, h6, ul, ol, menu, li, dl, dt, dd, table, caption, blockquote, pre, figure, figcaption, section," +
  "article, header, footer, main, aside, nav, address, center, hr, details, summary, fieldset, form";
const HEADING_CLASS = /(?:^|\s)(?:Mso)?Heading[-_ ]?([1-9])(?:\s|$)/i;
const OUTLINE = /mso-outline-level:\s*([1-9])/i;
const GOOGLE_TITLE = "26pt";

export function rewritten({ body, styleOf }) {
  const isFromGoogle = body.querySelector("[id^='docs-internal-guid']") !== null;
  const writer = { styleOf, isFromGoogle };
  const out = document.createElement("div");
  fill(out, body, UNMARKED, writer);
  mapLevels(out);
  return out;
}

// Writes what stands in `source` into `out`; what stands there without a paragraph gets one.
function fill(out, source, marks, writer) {
  let line = null;
  for (const node of source.childNodes) {
    if (node.nodeType === Node.TEXT_NODE ? !line && !/\S/.test(node.data) : node.nodeType !== Node.ELEMENT_NODE) continue;
    if (node.nodeType === Node.ELEMENT_NODE && (node.matches(BLOCK) || node.querySelector(BLOCK))) {
      line = null;
      writeBlock(out, node, marks, writer);
    } else {
      line ??= out.appendChild(document.createElement("p"));
      writeInline(line, node, marks, writer);
    }
  }
}

function writeBlock(out, source, around, writer) {
  const marks = marksOf(source, around, writer.styleOf);
  const level = headingLevel(source, writer);
  if (source.matches("ul, ol, menu")) writeList(out, source, marks, writer);
  else if (source.localName === "table") writeTable(out, source, marks, writer);
  else if (level && !out.matches("li, td, th") && !source.querySelector(BLOCK)) writeHeading(out, source, level, marks, writer);
  else fill(out, source, marks, writer);
}

function writeHeading(out, source, level, marks, writer) {
  const heading = out.appendChild(document.createElement(`h${Math.min(level, 6)}`));
  for (const node of source.childNodes) writeInline(heading, node, marks, writer);
  if (isAllBold(heading)) makeLight(heading);
}

function headingLevel(source, { styleOf, isFromGoogle }) {
  const tag = /^h([1-6])$/.exec(source.localName);
  if (tag) return Number(tag[1]);
  if (source.getAttribute("role") === "heading") return Number(source.getAttribute("aria-level")) || 2;
  if (source.localName !== "p") return 0;
  if (source.matches(".MsoTitle") || (isFromGoogle && isGoogleTitle(source, styleOf))) return 1;
  return Number((HEADING_CLASS.exec(source.className) ?? OUTLINE.exec(styleOf(source)))?.[1] ?? 0);
}

// Google Docs says nothing of a title but its size.
function isGoogleTitle(source, styleOf) {
  const spans = [...source.querySelectorAll("span")].filter((span) => /\S/.test(span.textContent));
  return spans.length > 0 && spans.every((span) => lookOf(styleOf(span)).fontSize === GOOGLE_TITLE);
}

function writeList(out, source, marks, writer) {
  let list = null;
  let number = startOf(source);
  const isOrdered = isNumbered(source, writer.styleOf);
  for (const child of source.children) {
    const value = isOrdered ? Number.parseInt(child.getAttribute("value") ?? number, 10) : number;
    if (!list || value !== number) {
      number = value;
      list = out.appendChild(document.createElement(isOrdered ? "ol" : "ul"));
      if (isOrdered) numberList(list, source, number, writer);
    }
    const item = list.appendChild(document.createElement("li"));
    fill(item, child, marksOf(child, marks, writer.styleOf), writer);
    number += 1;
  }
}

function numberList(list, source, start, { styleOf }) {
  const type = typeOf(source, styleOf);
  if (source.hasAttribute("reversed")) list.setAttribute("reversed", "");
  if (start !== 1 && (start > 1 || source.hasAttribute("start"))) list.setAttribute("start", start);
  if (type !== "1") list.setAttribute("type", type);
}

function writeTable(out, source, marks, writer) {
  const cellMarks = (cell) => marksOf(cell, marksOf(cell.parentElement, marks, writer.styleOf), writer.styleOf);
  const fillCell = (cell, from) => fill(cell, from, cellMarks(from), writer);
  if (isLayout(source)) {
    for (const row of source.rows) for (const cell of row.cells) fillCell(out, cell);
    return;
  }
  if (source.caption) fill(out, source.caption, marks, writer);
  const table = tableOf(source, fillCell);
  if (table) out.append(table);
}

function writeInline(line, node, around, writer) {
  if (node.nodeType === Node.TEXT_NODE) {
    writeText(line, node.data, around);
  } else if (node.localName === "br") {
    line.append(document.createElement("br"));
  } else if (node.nodeType === Node.ELEMENT_NODE) {
    const marks = marksOf(node, around, writer.styleOf);
    const isQuote = node.localName === "q";
    if (isQuote) writeText(line, "“", marks);
    for (const child of node.childNodes) writeInline(line, child, marks, writer);
    if (isQuote) writeText(line, "”", marks);
  }
}

// Every run of spaces of any kind is one space: programs indent, align and wrap with them.
function writeText(line, text, marks) {
  const meant = drawn(text, marks.signs);
  const breaks = marks.isPreformatted && /\S/.test(meant) ? /[\n\v\u2028]/ : /[\v\u2028]/;
  meant.split(breaks).forEach((part, index) => {
    if (index) line.append(document.createElement("br"));
    const words = part.replace(/[\u200b\ufeff]/g, "").replace(/\s+/g, " ");
    if (words) line.append(marked(document.createTextNode(words), marks));
  });
}

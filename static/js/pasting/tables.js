// Tables with their heads and merged cells. What only lays a page or mail out is no table.

import { isAllBold, makeLight } from "./marks.js";

const WIDEST = 100;

// Fills a new table from `source`, cell by cell by `fill(cell, sourceCell)`; null where there is nothing in it.
export function tableOf(source, fill) {
  const table = document.createElement("table");
  for (const row of source.rows) {
    const cells = [...row.cells].map((cell) => cellOf(cell, fill));
    if (cells.length) table.insertRow().append(...cells);
  }
  dropBlankRows(table);
  if (!/\S/.test(table.textContent)) return null;
  findHeads(table);
  return table;
}

export function isLayout(table) {
  const cells = [...table.rows].flatMap((row) => [...row.cells]);
  return table.matches("[role=presentation], [role=none]") || cells.length === 1 || cells.some((cell) => cell.querySelector("table"));
}

function cellOf(source, fill) {
  const isInHead = source.parentElement.parentElement.localName === "thead" && /\S/.test(source.textContent);
  const isHead = source.localName === "th" || isInHead;
  const cell = document.createElement(isHead ? "th" : "td");
  for (const side of ["colSpan", "rowSpan"]) {
    const span = Math.min(source[side], WIDEST);
    if (span > 1) cell[side] = span;
  }
  fill(cell, source);
  if (isHead && isAllBold(cell)) makeLight(cell);
  return cell;
}

// A row that cells from above reach into, or that holds the beginning of some, is part of a larger one. Word ends tables
// with merged cells with a blank row that only gives the widths.
function dropBlankRows(table) {
  let end = 0;
  for (const [at, row] of [...table.rows].entries()) {
    const isPart = at < end || row.querySelector("[rowspan]");
    end = Math.max(end, ...[...row.cells].map((cell) => at + cell.rowSpan));
    if (!isPart && !/\S/.test(row.textContent)) row.remove();
  }
}

// Most programs know no head but bold type: of the first rows, of the first column.
function findHeads(table) {
  if (table.querySelector("th")) return;
  const rows = [...table.rows].map((row) => [...row.cells]);
  const body = rows.findIndex((cells) => !areBold(cells));
  if (body === -1) return;
  const first = firstColumn(table);
  const side = rows.slice(body).flat().filter((cell) => first.has(cell));
  const rest = rows.slice(body).flat().filter((cell) => !first.has(cell));
  rows.slice(0, body).flat().forEach(makeHead);
  if (areBold(side) && rest.length && !areBold(rest)) side.forEach(makeHead);
}

function firstColumn(table) {
  const cells = new Set();
  for (let at = 0; at < table.rows.length; at += table.rows[at].cells[0].rowSpan) cells.add(table.rows[at].cells[0]);
  return cells;
}

function areBold(cells) {
  const told = cells.filter((cell) => /\S/.test(cell.textContent));
  return told.length > 0 && told.every(isAllBold);
}

function makeHead(cell) {
  if (!/\S/.test(cell.textContent)) return;
  makeLight(cell);
  const head = document.createElement("th");
  for (const { name, value } of cell.attributes) head.setAttribute(name, value);
  head.append(...cell.childNodes);
  cell.replaceWith(head);
}

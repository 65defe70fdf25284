// Lists from items that only say their level, and lists that programs nest in ways that HTML does not know.

import { lookOf } from "./styles.js";

const TYPES = { "lower-alpha": "a", "lower-latin": "a", "upper-alpha": "A", "upper-latin": "A", "lower-roman": "i", "upper-roman": "I" };
const BULLETS = new Set(["disc", "circle", "square"]);

// Nested lists of items `{ li, level, list, readings }` in order. `list` names the list an item belongs to; `readings`
// are the ways to read its number, the likeliest first, each `{ type, number }`, and none for a bullet.
export function nested(items) {
  const roots = [];
  const open = [];
  for (const item of items) {
    while (open.length && open.at(-1).level > item.level) open.pop();
    if (!continues(open.at(-1), item)) {
      if (open.at(-1)?.level === item.level) open.pop();
      const list = begun(item);
      open.length ? open.at(-1).element.lastElementChild.append(list.element) : roots.push(list.element);
      open.push(list);
    }
    open.at(-1).element.append(item.li);
    open.at(-1).next += 1;
  }
  return roots;
}

function continues(list, item) {
  if (!list || list.level !== item.level || list.name !== item.list) return false;
  if (!item.readings.length || list.type === "") return !item.readings.length && list.type === "";
  return item.readings.some(({ type, number }) => type === list.type && (number === null || number === list.next));
}

function begun({ level, list, readings: [reading] }) {
  const element = document.createElement(reading ? "ol" : "ul");
  if (reading && reading.type !== "1") element.setAttribute("type", reading.type);
  if (reading?.number > 1) element.setAttribute("start", reading.number);
  return { element, level, name: list, type: reading?.type ?? "", next: reading?.number ?? 1 };
}

// Mends lists inside lists but not inside an item, items outside any list, and Word for the web's list for each item.
export function mendLists({ body, styleOf }) {
  for (const item of body.querySelectorAll("li")) if (!item.parentElement.matches("ul, ol, menu")) wrap(item);
  joinSingleItems(body, styleOf);
  for (const list of body.querySelectorAll(":is(ul, ol) > :is(ul, ol)")) moveIn(list);
}

function wrap(item) {
  const list = document.createElement("ul");
  item.before(list);
  for (let next = item; next?.localName === "li"; next = list.nextElementSibling) list.append(next);
}

function moveIn(list) {
  const before = list.previousElementSibling;
  if (before?.localName === "li") before.append(list);
  else list.replaceWith(...list.childNodes);
}

function joinSingleItems(body, styleOf) {
  const wrappers = [...body.querySelectorAll(".ListContainerWrapper")];
  for (const wrapper of wrappers) {
    if (!wrapper.isConnected || wrapper.previousElementSibling?.matches(".ListContainerWrapper")) continue;
    const run = [wrapper];
    while (run.at(-1).nextElementSibling?.matches(".ListContainerWrapper")) run.push(run.at(-1).nextElementSibling);
    const items = run.flatMap((each) => [...each.querySelectorAll("li")]).map((li) => levelled(li, styleOf));
    wrapper.before(...nested(items));
    for (const each of run) each.remove();
  }
}

function levelled(li, styleOf) {
  const list = li.parentElement;
  const number = startOf(list) + [...list.children].indexOf(li);
  return {
    li,
    level: Number(li.dataset.ariaLevel) || 1,
    list: li.dataset.listid ?? "",
    readings: isNumbered(list, styleOf) ? [{ type: typeOf(list, styleOf), number }] : [],
  };
}

export function startOf(list) {
  return Number.parseInt(list.getAttribute("start") ?? list.querySelector("li")?.getAttribute("value") ?? "1", 10) || 1;
}

export function isNumbered(list, styleOf) {
  return list.localName === "ol" && !BULLETS.has(lookOf(styleOf(list)).listStyleType);
}

// How the list is numbered, as the attribute `type` says it. Google Docs says it on the items.
export function typeOf(list, styleOf) {
  const type = list.getAttribute("type");
  if (/^[aAiI]$/.test(type ?? "")) return type;
  const [ofList, ofItem] = [list, list.querySelector("li") ?? list].map((each) => lookOf(styleOf(each)).listStyleType);
  return TYPES[ofList] ?? TYPES[ofItem] ?? "1";
}

// How a piece of text is marked: bold and italics by weight and slant, whatever the tags around it are called.

import { addressOf } from "./links.js";
import { lookOf } from "./styles.js";
import { signsOf } from "./symbols.js";

const BOLD = new Set(["b", "strong"]);
const ITALIC = new Set(["i", "em", "cite", "dfn", "var"]);
const STRUCK = new Set(["s", "strike", "del"]);
const CODE = new Set(["code", "kbd", "samp", "tt"]);
const RAISED = { super: "sup", sub: "sub" };
const INHERITED = new Set(["", "inherit", "unset"]);
const WORDS_RAISE = /mso-text-raise:\s*(-?)[\d.]*[1-9]/i;

export const UNMARKED = Object.freeze({
  bold: false, italic: false, struck: false, code: false, raised: "", link: null, isPreformatted: false, signs: null,
});

// The marks of what stands in the element, which stands in text with the marks `around`.
export function marksOf(element, around, styleOf) {
  const style = styleOf(element);
  const look = lookOf(style);
  const tag = element.localName;
  const signs = signsOf(look.family || element.getAttribute("face"));
  return {
    bold: INHERITED.has(look.fontWeight) ? around.bold || BOLD.has(tag) : isHeavy(look.fontWeight),
    italic: INHERITED.has(look.fontStyle) ? around.italic || ITALIC.has(tag) : look.fontStyle !== "normal",
    struck: around.struck || isStruck(element, look),
    code: around.code || CODE.has(tag),
    raised: raisedBy(element, look, style) ?? around.raised,
    link: (tag === "a" && addressOf(element)) || around.link,
    signs: signs === undefined ? around.signs : signs,
    isPreformatted: look.isPreformatted || around.isPreformatted || tag === "pre",
  };
}

function isHeavy(weight) {
  return weight === "bold" || weight === "bolder" || Number(weight) >= 600;
}

function isStruck(element, look) {
  if (look.textDecorationLine) return look.textDecorationLine.includes("line-through");
  return STRUCK.has(element.localName) || element.classList.contains("Strikethrough"); // Word for the web
}

function raisedBy(element, look, style) {
  const tag = element.localName;
  if (tag === "td" || tag === "th") return undefined;
  // Many web pages raise by a shift from the baseline, so that lines keep their distance.
  if (tag === "sup" || tag === "sub") return look.verticalAlign === "baseline" && !look.isShifted ? undefined : tag;
  const shift = WORDS_RAISE.exec(style);
  if (shift) return shift[1] ? "sub" : "sup";
  if (element.classList.contains("Superscript")) return "sup"; // Word for the web
  if (element.classList.contains("Subscript")) return "sub";
  return RAISED[look.verticalAlign];
}

// The node as it is marked, in plain tags.
export function marked(node, { bold, italic, struck, code, raised, link }) {
  const tags = [code && "code", raised, struck && "s", italic && "em", bold && "strong", link && "a"].filter(Boolean);
  return tags.reduce((inner, tag) => {
    const outer = document.createElement(tag);
    if (tag === "a") outer.setAttribute("href", link);
    outer.append(inner);
    return outer;
  }, node);
}

// Whether all words in the element are bold, and there are any.
export function isAllBold(element) {
  const bold = [...element.querySelectorAll("strong")].map((each) => each.textContent).join("");
  return /\S/.test(bold) && squeezed(bold) === squeezed(element.textContent);
}

function squeezed(text) {
  return text.replace(/\s+/g, "");
}

// What is bold by what it is, such as a heading, need not say so.
export function makeLight(element) {
  for (const bold of element.querySelectorAll("strong")) bold.replaceWith(...bold.childNodes);
}

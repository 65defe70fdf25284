// What pasted HTML says of its looks, read as text. The site's policy lets no browser apply the styles of a pasted
// text or run its handlers, and complains of each that a parser meets, so they are renamed first.

const SHEET = /<style\b[^>]*>([\s\S]*?)<\/style\s*>/gi;
const EMBEDDED = /(["'])data:[^"']*\1/gi; // pictures, which may be megabytes
const TAG = /<[a-z](?:"[^"]*"|'[^']*'|[^>"'])*/gi; // as much as there is of it: a pattern that must find the end may look long
const BLOCKED = /([\s"'/])(style|on[a-z]+)(?=\s*=)/gi;
const NOISE = /\/\*[\s\S]*?\*\/|<!--|-->/g;
const RULE = /([^{}]+)\{([^{}]*)\}/g;
const LIST = /^@list\s+(l\d+):level(\d+)$/i;
const NUMBER_FORMAT = /mso-level-number-format:\s*([\w-]+)/i;
const TELLING = /font-weight|font-style|font:|text-decoration|vertical-align|white-space|list-style|display|visibility|mso-(?:list|hide|outline|text-raise)|font-family|position/i;

const scratch = document.createElement("i");
const looks = new Map();

// `styleOf(element)`: all that is declared for an element, as text, the properties of Word's own included.
// `numberFormats`: how Word numbers the levels of its lists, by names such as "l0 2".
export function parse(html) {
  const sheets = [];
  const harmless = html
    .replace(SHEET, (_, text) => (sheets.push(text), ""))
    .replace(EMBEDDED, "$1$1")
    .replace(TAG, (tag) => tag.replace(BLOCKED, "$1data-$2"));
  const { rules, numberFormats } = read(sheets.join("\n").replace(NOISE, " "));
  const known = new WeakMap();
  const styleOf = (element) => {
    if (!known.has(element)) known.set(element, declared(element, rules));
    return known.get(element);
  };
  return { body: new DOMParser().parseFromString(harmless, "text/html").body, styleOf, numberFormats };
}

function read(sheet) {
  const rules = [];
  const numberFormats = new Map();
  for (const [, prelude, declarations] of sheet.matchAll(RULE)) {
    const level = LIST.exec(prelude.trim());
    if (level) numberFormats.set(`${level[1]} ${level[2]}`, NUMBER_FORMAT.exec(declarations)?.[1].toLowerCase());
    else if (TELLING.test(declarations)) {
      const selector = prelude.split(",").filter((each) => CSS.supports(`selector(${each})`)).join();
      if (selector) rules.push({ selector, declarations });
    }
  }
  return { rules, numberFormats };
}

function declared(element, rules) {
  const matching = rules.filter(({ selector }) => element.matches(selector)).map(({ declarations }) => declarations);
  return [...matching, element.getAttribute("data-style") ?? ""].join(";");
}

// What a browser would make of the declarations: shorthands taken apart, what it does not know left out.
export function lookOf(style) {
  if (!looks.has(style)) {
    scratch.style.cssText = style;
    const { fontWeight, fontStyle, fontSize, textDecorationLine, verticalAlign, listStyleType } = scratch.style;
    const { whiteSpace, display, visibility, position, top, bottom } = scratch.style;
    const isPreformatted = /^(?:pre|break)/.test(whiteSpace);
    const isHidden = display === "none" || visibility === "hidden";
    const isShifted = position === "relative" && [top, bottom].some((by) => Number.parseFloat(by));
    const family = scratch.style.fontFamily;
    looks.set(style, {
      fontWeight, fontStyle, fontSize, family, textDecorationLine, verticalAlign, listStyleType, isPreformatted, isHidden, isShifted,
    });
  }
  return looks.get(style);
}

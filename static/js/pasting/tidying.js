// The last steps on a text that was written again: paragraphs end where a line was left empty, and nothing empty stays.

export function tidy(out) {
  for (const line of out.querySelectorAll("p, h2, h3")) splitAtEmptyLines(line);
  for (const line of out.querySelectorAll("p, h2, h3")) trim(line);
  for (const end of out.querySelectorAll("br")) trimAround(end);
  for (const element of [...out.querySelectorAll("p, h2, h3, li, ul, ol")].reverse()) {
    if (!/\S/.test(element.textContent)) element.remove();
  }
  for (const item of out.querySelectorAll("li")) unwrapLonelyList(item);
}

// Two line breaks with nothing between them are how mails and web pages begin a paragraph.
function splitAtEmptyLines(line) {
  let current = line;
  for (const node of [...line.childNodes]) {
    if (current !== line) current.append(node);
    if (isBreak(node) && isBreak(previous(node))) {
      const next = document.createElement(line.localName);
      current.after(next);
      current = next;
    }
  }
}

function previous(node) {
  let before = node.previousSibling;
  while (before && !isBreak(before) && !/\S/.test(before.textContent)) before = before.previousSibling;
  return before;
}

function isBreak(node) {
  return node?.localName === "br";
}

function trim(line) {
  for (const end of ["firstChild", "lastChild"]) {
    while (line[end] && (isBreak(line[end]) || !/\S/.test(line[end].textContent))) line[end].remove();
  }
}

function trimAround(end) {
  const [before, after] = [lastText(end.previousSibling), end.nextSibling];
  if (before) before.data = before.data.trimEnd();
  if (after?.nodeType === Node.TEXT_NODE) after.data = after.data.trimStart();
}

function lastText(node) {
  return node && node.nodeType !== Node.TEXT_NODE ? lastText(node.lastChild) : node;
}

// An item that holds but a list is an indent.
function unwrapLonelyList(item) {
  if (!item.firstElementChild?.matches("ul, ol")) return;
  const before = item.previousElementSibling;
  if (before) before.append(...item.childNodes);
  else if (item.children.length === 1) item.replaceWith(...item.firstElementChild.childNodes);
  if (before) item.remove();
}

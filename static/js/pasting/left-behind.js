// What cannot come along with a pasted text: it is taken out and counted, so that its editor can be told.

const KINDS = [
  ["picture", "picture", "pictures", ["add it as a figure block", "add them as figure blocks"]],
  ["media", "video or frame", "videos or frames", ["link to it instead", "link to them instead"]],
  ["equation", "equation", "equations", ["write it in words, or add a picture of it", "write them in words, or add pictures of them"]],
  ["textBox", "text box", "text boxes", ["copy its words by themselves", "copy their words by themselves"]],
  ["contents", "contents list", "contents lists", ["the page makes its own", "the page makes its own"]],
];
const EQUATIONS = "mjx-container, .katex, math";
const MEDIA = "video, audio, iframe, embed, object";
const PICTURES = "picture, svg, canvas, img, v\\:imagedata";
const CONTENTS = "[class^='MsoToc'], div[id^='Table of Contents'], .toc";
const EMOJI = /^\p{Emoji_Presentation}|^\p{Emoji}\ufe0f/u;

// Counts by kind; `pictures` by themselves, such as a copied file, can be counted with it.
export function takeOut({ body }) {
  const left = { equation: takeWordEquations(body) };
  const take = (kind, selector) => {
    const found = [...body.querySelectorAll(selector)].filter((each) => each.isConnected && !each.parentElement.closest(selector));
    for (const element of found) element.remove();
    left[kind] = (left[kind] ?? 0) + found.length;
  };
  left.contents = takeContents(body);
  take("equation", EQUATIONS);
  take("media", MEDIA);
  take("textBox", "img[alt^='Text Box'], img[v\\:shapes*='Text_x0020_Box']");
  for (const image of body.querySelectorAll("img, svg")) if (isNoPicture(image)) image.replaceWith(emojiOf(image));
  take("picture", PICTURES);
  return left;
}

// Word puts a picture of each equation beside it, for programs that know none.
function takeWordEquations(body) {
  const walker = document.createTreeWalker(body, NodeFilter.SHOW_COMMENT);
  const marks = [];
  while (walker.nextNode()) if (/^\[if !msEquation\]/i.test(walker.currentNode.data)) marks.push(walker.currentNode);
  for (const mark of marks) {
    while (mark.nextSibling && mark.nextSibling.data !== "[endif]") mark.nextSibling.remove();
  }
  return marks.length;
}

// All lines of one contents list stand together.
function takeContents(body) {
  const lines = [...body.querySelectorAll(CONTENTS)];
  const lists = lines.filter((line) => !line.previousElementSibling?.matches(CONTENTS)).length;
  for (const line of lines) line.remove();
  return lists;
}

function isNoPicture(image) {
  if (image.localName === "svg") return image.matches("[aria-hidden=true], a svg");
  const sides = ["width", "height"].map((side) => Number.parseInt(image.getAttribute(side) ?? "99", 10));
  return sides.some((side) => side <= 2) || emojiOf(image) !== "" || image.closest("li[role=checkbox]") !== null;
}

function emojiOf(image) {
  const words = image.getAttribute("alt") ?? "";
  return EMOJI.test(words) && words.length < 12 ? words : "";
}

// What was left behind, or `flattened` because its field holds no headings or tables, in sentences. Where there are no
// blocks, none is recommended.
export function sentencesOn(left, hasBlocks) {
  const sentences = KINDS.filter(([kind]) => left[kind] > 0).map(([kind, one, many, advice]) => {
    const count = left[kind];
    const what = `${count} ${count === 1 ? one : many} could not come along`;
    return kind === "picture" && !hasBlocks ? `${what}.` : `${what}: ${advice[count === 1 ? 0 : 1]}.`;
  });
  if (left.flattened) sentences.push("Headings and tables became paragraphs: this field holds neither.");
  return sentences.join(" ");
}

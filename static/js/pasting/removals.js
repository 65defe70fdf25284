// What was never meant to be pasted: hidden text, tracked deletions, comments with their marks. Footnotes stay, as
// small raised numbers, because their links would lead nowhere.

import { lookOf } from "./styles.js";

const NO_TEXT = "script, noscript, template, title, meta, link, base, xml, input, button, select, textarea, datalist";
const COMMENTS = [
  ".MsoCommentReference, .msocomanchor, .msocomtxt, .msocomhide, .msocomoff, a[href^='#_msocom']", // Word
  ".EOP, [class*='TrackChangeTextDeletion'], [class*='CommentMarker']", // Word for the web
  "div:has(> p a[href^='#cmnt_ref']), a[href^='#cmnt']", // Google Docs
].join();
const WORDS_OWN = /mso-hide:\s*all|mso-element:\s*comment|mso-special-character:\s*comment/i;
const FOOTNOTES = "a[href^='#_ftn'], a[href^='#_edn'], a[href^='#ftnt'], a[href^='#sdfootnote'], a[href^='#sdendnote']";
const TRACKED = "[cite], [datetime], .msoDel, .msoDel *";
const OFFICE = "[class*='Mso'], o\\:p, ins, .msoIns";

export function removeUnmeant({ body, styleOf }) {
  for (const element of body.querySelectorAll(NO_TEXT)) element.remove();
  for (const element of body.querySelectorAll(COMMENTS)) element.remove();
  removeDeletions(body);
  for (const element of body.querySelectorAll("*")) if (isHidden(element, styleOf)) element.remove();
  for (const link of body.querySelectorAll(FOOTNOTES)) raise(link);
}

// A struck-out `del` of a web page is kept; beside insertions, or from Word, it is a tracked change.
function removeDeletions(body) {
  const isTracked = body.querySelector(OFFICE) !== null;
  for (const deletion of body.querySelectorAll("del, .msoDel")) {
    if (isTracked || deletion.matches(TRACKED)) deletion.remove();
  }
}

function isHidden(element, styleOf) {
  const style = styleOf(element);
  return element.hidden === true || WORDS_OWN.test(style) || lookOf(style).isHidden;
}

function raise(link) {
  const mark = document.createElement("sup");
  mark.textContent = link.textContent.replace(/[[\]\s]/g, "");
  link.replaceWith(mark);
}

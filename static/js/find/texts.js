// All that an editor writes in a guide: plain fields and rich texts, searched and changed alike. A match is
// `{ text, from, to }`; `state` is what a text said at a time, to which it can be put back.

const RICH = ".ProseMirror[contenteditable=true]";
const FIELDS = `input[type=text]:not([class*=Date]), textarea, ${RICH}`;
const NO_LETTER = "\ufffc"; // in the place of a line break, so that positions stay

export function texts() {
  return [...document.querySelectorAll(`#content-main form :is(${FIELDS})`)].filter(isWritten).map((element) => (element.matches(RICH) ? new Rich(element) : new Plain(element)));
}

// An address is changed by hand, since links hang on it.
function isWritten(element) {
  if (element.closest(".empty-form, .for-deletion")) return false;
  if (element.matches(RICH)) return true;
  return !element.closest(".prose-editor") && !element.readOnly && !element.disabled && element.name !== "slug";
}

// What stands for the words typed: any quotation mark for a straight one, any space for a space.
export function patternOf(words, matchesCase) {
  const escaped = words.replace(/[\\^$*+?.()|[\]{}/]/g, "\\$&");
  const loose = escaped.replace(/['’]/g, "['‘’]").replace(/["”]/g, '["“”]').replace(/\s/g, "[ \u00a0]");
  return new RegExp(loose, matchesCase ? "gu" : "giu");
}

class Text {
  constructor(element) {
    this.element = element;
  }

  // The block, or part of the form, around it may be folded.
  uncover() {
    this.element.closest(".inline-related.collapsed")?.querySelector(":scope > h3").click();
    for (let part = this.element.closest("details"); part; part = part.parentElement.closest("details")) part.open = true;
  }
}

class Plain extends Text {
  get state() {
    return this.element.value;
  }

  isAt(state) {
    return this.state === state;
  }

  putBack(state) {
    this.element.value = state;
    this.element.dispatchEvent(new Event("input", { bubbles: true }));
  }

  find(pattern) {
    return [...this.state.matchAll(pattern)].map(({ index, 0: { length } }) => ({ text: this, from: index, to: index + length }));
  }

  replace(matches, words) {
    const last = (value, { from, to }) => value.slice(0, from) + words + value.slice(to);
    this.putBack(matches.reduceRight(last, this.state));
  }

  show({ from, to }) {
    this.uncover();
    this.element.setSelectionRange(from, to);
    this.element.scrollIntoView({ block: "center" });
  }

  ranges() {
    return [];
  }
}

class Rich extends Text {
  get editor() {
    return this.element.editor;
  }

  get state() {
    return this.editor.state.doc;
  }

  isAt(state) {
    return this.state.eq(state);
  }

  putBack(state) {
    this.editor.commands.setContent(state.toJSON());
  }

  find(pattern) {
    const found = [];
    this.state.descendants((node, at) => {
      if (!node.isTextblock) return true;
      const words = node.textBetween(0, node.content.size, "", NO_LETTER);
      for (const { index, 0: match } of words.matchAll(pattern)) {
        const from = at + 1 + index;
        found.push({ text: this, from, to: from + match.length });
      }
      return false;
    });
    return found;
  }

  // As one step, which the editor's own undo takes back; the words are marked as the first letter was.
  replace(matches, words) {
    const { tr, doc, schema } = this.editor.state;
    for (const { from, to } of matches.toReversed()) {
      if (words) tr.replaceWith(from, to, schema.text(words, doc.resolve(from).nodeAfter.marks));
      else tr.delete(from, to);
    }
    this.editor.view.dispatch(tr);
  }

  show({ from, to }) {
    this.uncover();
    this.editor.commands.setTextSelection({ from, to });
    this.editor.view.domAtPos(from).node.parentElement.scrollIntoView({ block: "center" });
  }

  ranges(matches) {
    return matches.map(({ from, to }) => {
      const range = new Range();
      const [start, end] = [this.editor.view.domAtPos(from, 1), this.editor.view.domAtPos(to, -1)];
      range.setStart(start.node, start.offset);
      range.setEnd(end.node, end.offset);
      return range;
    });
  }
}

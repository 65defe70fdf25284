// What typed signs at the beginning of a line become. The editor knows “- ”, “## ” and “### ” itself.

import { Extension, InputRule, textblockTypeInputRule, wrappingInputRule } from "django-prose-editor/editor";

const NUMBER = /^\s*(\d{1,5})[.)]\s$/;
const TITLE = /^#\s$/; // pages have two levels under their title, as pasted ones do
const DEEPER = /^#{4,6}\s$/;
const QUOTE = /^\s*>\s$/;

export const Typing = Extension.create({
  name: "typing",

  addInputRules() {
    const { orderedList, heading } = this.editor.schema.nodes;
    const rules = [numberedList(orderedList)];
    if (heading) {
      rules.push(textblockTypeInputRule({ find: TITLE, type: heading, getAttributes: { level: 2 } }));
      rules.push(textblockTypeInputRule({ find: DEEPER, type: heading, getAttributes: { level: 3 } }));
      rules.push(quote(this.editor));
    }
    return rules;
  },
});

function numberedList(type) {
  return wrappingInputRule({
    find: NUMBER,
    type,
    getAttributes: (match) => ({ start: Number(match[1]), type: "decimal" }),
    joinPredicate: (match, node) => node.childCount + node.attrs.start === Number(match[1]),
  });
}

// A text has no quotations of its own: the paragraph becomes a block, where the page has blocks.
function quote(editor) {
  return new InputRule({
    find: QUOTE,
    handler: ({ state, range, chain }) => {
      if (state.selection.$from.depth !== 1 || !editor.view.dom.closest(".order-machine")) return null;
      chain().deleteRange(range).run();
      queueMicrotask(() => editor.view.dom.dispatchEvent(new CustomEvent("typed-quote", { bubbles: true })));
      return undefined;
    },
  });
}

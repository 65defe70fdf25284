// Pasting plain text: without any formatting where that was asked for, and rows of a table, parted by tabs, as a table.

import { Plugin, pm } from "django-prose-editor/editor";

const FIGURE = /^[-+~£$€(]*\d/;

export function plainPaste(editor) {
  let isShifted = false; // Ctrl+Shift+V, as in other programs
  let isOurs = false;
  const pasteTable = (view, html, event) => {
    isOurs = true;
    view.pasteHTML(html, event);
    isOurs = false;
    return true;
  };
  return new Plugin({
    props: {
      handleKeyDown: (_view, event) => {
        isShifted = event.shiftKey && event.key !== "Insert";
        return false;
      },
      handlePaste: (view, event) => {
        const wasShifted = isShifted;
        isShifted = false;
        const text = event.clipboardData?.getData("text/plain").replace(/\r\n?/g, "\n") ?? "";
        if (isOurs || !text.trim()) return false;
        if (wasShifted || editor.storage.toolbar.isPlain) return insert(view, text);
        const rows = event.clipboardData.getData("text/html") ? [] : rowsOf(text);
        return rows.length > 1 && view.state.schema.nodes.table ? pasteTable(view, tableOf(rows), event) : false;
      },
    },
  });
}

// Each line is a paragraph; the first and the last join what stands around them.
function insert(view, text) {
  const { state } = view;
  const marks = state.storedMarks ?? state.selection.$from.marks();
  const lines = text.split("\n").map((line) => line.replace(/\s+/g, " ")).filter((line) => line.trim());
  const paragraphs = lines.map((line) => state.schema.nodes.paragraph.create(null, state.schema.text(line, marks)));
  const slice = new pm.model.Slice(pm.model.Fragment.from(paragraphs), 1, 1);
  view.dispatch(state.tr.replaceSelection(slice).scrollIntoView());
  return true;
}

// The cells of each line; none where a line has no tab.
function rowsOf(text) {
  const lines = text.split("\n").filter((line) => line.trim());
  return lines.every((line) => line.includes("\t")) ? lines.map((line) => line.split("\t")) : [];
}

// The first row holds the headings, unless there are figures in it.
function tableOf([first, ...rest]) {
  const table = document.createElement("table");
  const isHead = !first.some((words) => FIGURE.test(words.trim()));
  for (const [at, words] of [first, ...rest].entries()) {
    table.insertRow().append(...words.map((each) => cell(isHead && at === 0 ? "th" : "td", each)));
  }
  return table.outerHTML;
}

function cell(tag, words) {
  const element = document.createElement(tag);
  element.textContent = words.trim();
  return element;
}

// Pasting and dropping into the rich-text editor: what comes from other programs is made plain first, and what cannot
// come along is named in a line under the editor.

import { Extension, Plugin } from "django-prose-editor/editor";

import { clean } from "./clean.js";
import { sentencesOn } from "./left-behind.js";
import { plainPaste } from "./plain.js";

export const Pasting = Extension.create({
  name: "pasting",

  // Without this the editor would turn a list that counts down when somebody edits another word of its text.
  addGlobalAttributes() {
    const reversed = {
      default: null,
      parseHTML: (element) => element.hasAttribute("reversed") || null,
      renderHTML: (attributes) => (attributes.reversed ? { reversed: "reversed" } : {}),
    };
    return [{ types: ["orderedList"], attributes: { reversed } }];
  },

  addProseMirrorPlugins() {
    const note = noteLine();
    return [
      plainPaste(this.editor),
      new Plugin({
        view: (view) => {
          queueMicrotask(() => view.dom.closest(".prose-editor")?.after(note));
          return { destroy: () => note.remove() };
        },
        props: {
          transformPastedHTML: (html, view) => cleaned(html, view.state.schema, note),
          handlePaste: (_view, event) => refusesFiles(event.clipboardData, note),
          handleDrop: (_view, event) => refusesFiles(event.dataTransfer, note),
        },
      }),
    ];
  },
});

function noteLine() {
  const note = document.createElement("p");
  note.className = "paste-note";
  note.setAttribute("role", "status");
  return note;
}

function say(note, left) {
  note.textContent = sentencesOn(left, document.querySelector(".order-machine") !== null);
}

function cleaned(html, { nodes }, note) {
  const { html: plain, left } = clean(html);
  say(note, { ...left, flattened: nodes.table ? 0 : plain.match(/<(?:table|h[23])>/g)?.length });
  return plain;
}

// A picture by itself comes as a file. Programs that copy words put a picture of them beside, which nobody misses.
function refusesFiles(data, note) {
  const pictures = [...(data?.files ?? [])].filter((file) => file.type.startsWith("image/"));
  if (!pictures.length || data.getData("text/html") || data.getData("text/plain")) return false;
  say(note, { picture: pictures.length });
  return true;
}

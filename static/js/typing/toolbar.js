// Buttons of our own in the toolbar of the rich-text editor, and what its buttons leave unsaid.

import { Extension, getHTMLFromFragment } from "django-prose-editor/editor";

// A list button that is pressed while its list is there, as the one for numbered lists is.
export const Toolbar = Extension.create({
  name: "toolbar",

  addStorage() {
    return { isPlain: false, htmlOf: (node) => getHTMLFromFragment(node.content, node.type.schema) };
  },

  addMenuItems({ menu, buttons }) {
    const bullets = menu.items("lists").find(({ name }) => name === "bulletList");
    if (bullets) bullets.active = (editor) => editor.isActive("bulletList");
    const { storage } = this;
    menu.defineItem({
      name: "pastePlain",
      groups: "utility",
      button: buttons.material("content_paste_off", "Paste without formatting"),
      command: (editor) => {
        storage.isPlain = !storage.isPlain;
        editor.view.dispatch(editor.state.tr); // the buttons look at their state with each transaction
      },
      active: () => storage.isPlain,
    });
    menu.defineItem({
      name: "turnInto",
      groups: "utility",
      button: buttons.material("move_down", "Turn the selected part into another block"),
      hidden: (editor) => !editor.schema.nodes.table || !editor.view.dom.closest(".order-machine"),
      command: (editor) => editor.view.dom.dispatchEvent(new CustomEvent("turn-into", { bubbles: true })),
    });
  },
});

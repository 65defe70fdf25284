// Links of the rich-text editor: what the editor had, with a dialog of our own and with references.

import { Link as Plain } from "django-prose-editor/editor";

import { askForAddress } from "./dialog.js";
import { REFERENCE } from "./reference.js";

// What is typed or pasted becomes a link by itself only if it is meant as an address: GOV.UK and ASP.NET are names.
const ADDRESS = /^(?:https?:\/\/|mailto:|tel:|www\.)|@/i;

const encrypted = (link) =>
  /^www\./i.test(link.text) ? { ...link, data: { ...link.data, href: link.data.href.replace(/^http:/, "https:") } } : link;

export const Link = Plain.extend({
  addOptions() {
    return {
      ...this.parent?.(),
      defaultProtocol: "https",
      shouldAutoLink: (words) => ADDRESS.test(words),
      isAllowedUri: (address, { defaultValidate }) => REFERENCE.test(address) || defaultValidate(address),
    };
  },

  // For pasted text the library forgets `defaultProtocol`.
  addPasteRules() {
    return this.parent?.().map((rule) => {
      const { find } = rule;
      rule.find = (...pasted) => find(...pasted)?.map(encrypted);
      return rule;
    });
  },

  addCommands() {
    return {
      ...this.parent?.(),
      addLink:
        () =>
        ({ editor }) => {
          const isLink = editor.isActive("link");
          const { from, to, empty } = editor.state.selection;
          if (empty && !isLink) return false;
          askForAddress(isLink ? editor.getAttributes("link").href : "").then((href) => {
            // The browser may have put the cursor elsewhere when it gave the focus back.
            const chain = editor.chain().setTextSelection({ from, to }).focus();
            if (href && isLink) chain.extendMarkRange("link").updateAttributes("link", { href }).run();
            else if (href) chain.setMark("link", { href }).run();
            else chain.run();
          });
          return true;
        },
    };
  },
});

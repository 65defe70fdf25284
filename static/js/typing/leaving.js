// Tab moves within lists and tables. After Escape it leads on to the next field, or with Shift to the one before, as
// everywhere else on the page.

import { Extension, Plugin } from "django-prose-editor/editor";

const PARTS = ["Shift", "Tab"];

export const Leaving = Extension.create({
  name: "leaving",
  priority: 10000, // before whoever gives Tab its meaning

  addProseMirrorPlugins() {
    let isLeaving = false;
    const keydown = (_view, event) => {
      const isOurs = isLeaving && event.key === "Tab";
      isLeaving = event.key === "Escape" || (isLeaving && PARTS.includes(event.key));
      return isOurs; // nobody else looks at the key, and the browser does what it always does
    };
    return [new Plugin({ props: { handleDOMEvents: { keydown, blur: () => void (isLeaving = false) } } })];
  },
});

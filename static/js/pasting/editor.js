// Makes the rich-text editors, as django-prose-editor's own preset does, with our extensions and without waiting: an
// editor that appears later than its block would lose the first words typed.

import * as available from "django-prose-editor/editor";

import { Link } from "../links/extension.js";
import { Leaving } from "../typing/leaving.js";
import { Toolbar } from "../typing/toolbar.js";
import { Typing } from "../typing/rules.js";
import { Pasting } from "./extension.js";

const MARKER = "data-django-prose-editor-pasting";
const known = { ...available, Leaving, Link, Pasting, Toolbar, Typing };

function create(textarea) {
  if (textarea.closest(".prose-editor")) return;
  const { extensions } = JSON.parse(textarea.getAttribute(MARKER));
  const chosen = Object.entries(extensions).map(([name, options]) =>
    typeof options === "object" ? known[name].configure(options) : known[name],
  );
  available.createTextareaEditor(textarea, chosen);
}

available.initializeEditors(create, `[${MARKER}]`);

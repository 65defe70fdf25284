// The rich-text editor stands in for a labelled text area but has no name of its own: it takes that of its label.

function nameEditors() {
  for (const editor of document.querySelectorAll(".ProseMirror:not([aria-label])")) {
    const label = editor.closest(".form-row")?.querySelector("label")?.textContent.trim().replace(/:$/, "");
    editor.setAttribute("role", "textbox");
    editor.setAttribute("aria-multiline", "true");
    editor.setAttribute("aria-label", label ?? "Text");
  }
}

nameEditors();
new MutationObserver(nameEditors).observe(document.body, { childList: true, subtree: true });

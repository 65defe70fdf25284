// What the rich-text editor leaves unsaid to who cannot see it. It stands in for a labelled text area but has no name of
// its own: it takes that of its label. Which of its buttons are switched off or pressed, only their class says.

const TOGGLES = "bold italic strike superscript subscript code bulletList orderedList link pastePlain".split(" ");
const LEAVING = "In lists and tables Tab moves within them. Press Escape, then Tab, to go on.";

function nameEditors() {
  for (const editor of document.querySelectorAll(".ProseMirror[contenteditable]:not([aria-label])")) {
    const label = editor.closest(".form-row")?.querySelector("label")?.textContent.trim().replace(/:$/, "");
    editor.setAttribute("role", "textbox");
    editor.setAttribute("aria-multiline", "true");
    editor.setAttribute("aria-label", label ?? "Text");
    editor.setAttribute("aria-description", LEAVING);
  }
  for (const bar of document.querySelectorAll(".prose-menubar:not([role])")) follow(bar);
}

function follow(bar) {
  bar.setAttribute("role", "group");
  bar.setAttribute("aria-label", "Formatting");
  const tell = () => {
    for (const button of bar.querySelectorAll(".prose-menubar__group > button")) tellState(button);
    for (const button of bar.querySelectorAll(".prose-menubar__selected > button")) tellStyle(button);
  };
  new MutationObserver(tell).observe(bar, { attributeFilter: ["class"], childList: true, subtree: true });
  tell();
}

function tellState(button) {
  const { classList, dataset } = button;
  button.setAttribute("aria-disabled", classList.contains("disabled"));
  if (TOGGLES.includes(dataset.name)) button.setAttribute("aria-pressed", classList.contains("active"));
}

// The button that opens the list of styles is a picture of the style that the cursor is in.
function tellStyle(button) {
  button.setAttribute("aria-haspopup", "true");
  button.setAttribute("aria-label", `Style: ${button.title || "several"}`);
}

nameEditors();
new MutationObserver(nameEditors).observe(document.body, { childList: true, subtree: true });

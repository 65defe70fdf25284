// The blocks of a guide's form: in their order, by name, with what stands in their fields.

const BLOCK = ".order-machine .inline-related:not(.empty-form)";
const RICH = ".ProseMirror[contenteditable]"; // the frame around it has the same class
const PLAIN = "input:not([type=hidden], [type=checkbox]), select, textarea";
const PLACE = new Set(["id", "parent", "region", "ordering", "DELETE"]);
const SUMMARY_LENGTH = 50;

export { BLOCK, PLAIN, RICH };
export const machine = () => document.querySelector(".order-machine");
export const ordering = (block) => block.querySelector(".order-machine-ordering");
export const blocks = () => [...document.querySelectorAll(BLOCK)].sort((a, b) => ordering(a).value - ordering(b).value);
export const kind = (block) => block.querySelector(":scope > h3 b")?.textContent.trim().replace(/:$/, "") ?? "Block";
export const prefixOf = (block) => block.id.replace(/-\d+$/, "");
export const editorOf = (block) => block.querySelector(RICH)?.editor;
export const isLeaving = (block) => block.classList.contains("for-deletion");

// The editor orders blocks with CSS alone; what is read aloud and reached by Tab must stand in the same order.
export function matchReadingOrder() {
  const end = machine().querySelector(".block-add-last");
  for (const block of blocks()) end.before(block);
  markKnownKinds();
}

// The help under a field is the same in each block of a kind, so that it shows in the first one alone.
function markKnownKinds() {
  const known = new Set();
  for (const block of blocks()) {
    block.classList.toggle("is-known-kind", known.has(prefixOf(block)));
    known.add(prefixOf(block));
  }
}

export function renumber(list) {
  list.forEach((block, index) => {
    ordering(block).value = block.style.order = 10 * (index + 1);
  });
  matchReadingOrder();
  machine().dispatchEvent(new Event("change", { bubbles: true })); // for what keeps unsaved work
}

// “Text: How it begins…”, by which an editor tells a block from its neighbours.
export function nameOf(block) {
  const words = wordsIn(block).trim().replace(/\s+/g, " ");
  const beginning = words.length > SUMMARY_LENGTH ? `${words.slice(0, SUMMARY_LENGTH)}…` : words;
  return beginning ? `${kind(block)}: ${beginning}` : kind(block);
}

function wordsIn(block) {
  const fields = [...block.querySelectorAll("input[type=text], textarea, select")].filter((field) => !PLACE.has(nameIn(block, field)));
  for (const field of fields) {
    const words = richEditor(field)?.getText({ blockSeparator: " " }) ?? field.selectedOptions?.[0]?.label ?? field.value;
    if (/\w/.test(words) && !/^-+$/.test(words)) return words;
  }
  return "";
}

function nameIn(block, field) {
  return field.name.slice(block.id.length + 1);
}

function richEditor(field) {
  return field.closest(".prose-editor")?.querySelector(RICH)?.editor;
}

// What the form would send of the block, by the names of its fields; files and the place of the block left out.
export function valuesOf(block) {
  const fields = [...block.querySelectorAll("[name]")].filter((field) => field.name.startsWith(`${block.id}-`) && field.type !== "file");
  const named = fields.map((field) => [nameIn(block, field), field.type === "checkbox" ? field.checked : field.value]);
  return Object.fromEntries(named.filter(([name]) => !PLACE.has(name)));
}

export function fill(block, values) {
  for (const [name, value] of Object.entries(values)) {
    const field = block.querySelector(`[name="${block.id}-${name}"]`);
    if (!field) continue;
    const editor = richEditor(field);
    if (editor) editor.commands.setContent(value);
    else if (field.type === "checkbox") field.checked = value;
    else field.value = value;
    for (const event of ["input", "change"]) field.dispatchEvent(new Event(event, { bubbles: true }));
  }
}

// The rich-text editor appears some moments after its block.
export function focusWhenReady(block) {
  const textarea = block.querySelector("textarea[data-django-prose-editor-pasting]");
  const isFirst = textarea && textarea === block.querySelector(PLAIN);
  const ready = () => {
    const field = block.querySelector(isFirst ? RICH : `${RICH}, ${PLAIN}`);
    if (!field) return false;
    field.focus();
    return true;
  };
  if (ready()) return;
  const observer = new MutationObserver(() => ready() && observer.disconnect());
  observer.observe(block, { childList: true, subtree: true });
}

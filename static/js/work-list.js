// Keys for walking the work list: j and k move, o and Enter open, x ticks, ? shows the help. They do nothing in a field
// or with a modifier, and can be turned off, for this browser, where what is dictated would press them (WCAG 2.1.4).

const OFF = "work-list-keys-off";
const help = document.getElementById("list-keys");
const switchedOn = document.getElementById("list-keys-on");
const rows = [...document.querySelectorAll("#work tbody tr")];
const FIELD = "input:not([type=checkbox]), select, textarea, [contenteditable]";
const KEYS = { j: () => move(1), k: () => move(-1), o: open, x: tick, "?": toggleHelp };

const opener = (row) => row.querySelector("th a");
const current = () => rows.indexOf(document.activeElement.closest("#work tbody tr"));

function move(step) {
  const at = current();
  const next = at < 0 ? (step > 0 ? 0 : rows.length - 1) : Math.min(Math.max(at + step, 0), rows.length - 1);
  opener(rows[next]).focus();
  rows[next].scrollIntoView({ block: "nearest" });
}

function open() {
  const row = rows[current()];
  if (row) opener(row).click();
}

function tick() {
  rows[current()]?.querySelector("input[type=checkbox]")?.click();
}

function toggleHelp() {
  help.open = !help.open;
  if (help.open) help.querySelector("summary").focus();
}

function press(event) {
  const act = KEYS[event.key];
  const isTyped = event.target instanceof Element && event.target.closest(FIELD);
  if (!act || isTyped || !switchedOn.checked || event.ctrlKey || event.altKey || event.metaKey) return;
  event.preventDefault();
  act();
}

// A browser whose store is shut keeps the keys as they are until the page is left.
function stored(change) {
  try {
    return change(localStorage);
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
    return null;
  }
}

function tickAll(form) {
  const label = document.createElement("label");
  const box = Object.assign(document.createElement("input"), { type: "checkbox" });
  label.append(box, " All on this page");
  form.prepend(label);
  box.addEventListener("change", () => {
    for (const one of document.querySelectorAll("#work input[name=enquiry]")) one.checked = box.checked;
  });
}

if (help) {
  help.hidden = false;
  switchedOn.checked = stored((store) => store.getItem(OFF)) === null;
  switchedOn.addEventListener("change", () => {
    stored((store) => (switchedOn.checked ? store.removeItem(OFF) : store.setItem(OFF, "1")));
  });
  document.addEventListener("keydown", press);
  const form = document.getElementById("together");
  if (form) tickAll(form);
}

// A text field with a list of what its letters may mean, as the ARIA Authoring Practices describe an editable combobox
// with list autocomplete: the focus stays in the field, the arrow keys go through the list, Enter takes what is marked,
// Escape closes the list.

let number = 0;

export class Combobox {
  // `look(letters, signal)` gives the choices, each with a title, a kind and a note; `take` is told of the one taken,
  // and of null as soon as the field says something else.
  constructor({ input, list, status, look, take }) {
    Object.assign(this, { input, list, status, look, take, choices: [], marked: -1 });
    list.id = `link-choices-${++number}`;
    list.setAttribute("role", "listbox");
    for (const [name, value] of Object.entries({
      role: "combobox",
      autocomplete: "off",
      spellcheck: "false",
      "aria-autocomplete": "list",
      "aria-controls": list.id,
      "aria-expanded": "false",
    })) {
      input.setAttribute(name, value);
    }
    input.addEventListener("input", () => this.typed());
    input.addEventListener("keydown", (event) => this.pressed(event));
    list.addEventListener("pointerdown", (event) => event.preventDefault()); // the focus stays in the field
    list.addEventListener("click", (event) => this.takeAt([...list.children].indexOf(event.target.closest("li"))));
  }

  get isOpen() {
    return !this.list.hidden;
  }

  typed() {
    this.take(null);
    this.asking?.abort();
    this.asking = new AbortController();
    clearTimeout(this.waiting);
    const letters = this.input.value.trim();
    if (letters) this.waiting = setTimeout(() => this.ask(letters, this.asking.signal), 150);
    else this.show([]);
  }

  async ask(letters, signal) {
    try {
      this.show(await this.look(letters, signal));
      this.status.textContent = this.choices.length
        ? `${this.choices.length} found. Choose with the arrow keys and Enter.`
        : "Nothing found. You can type a whole address.";
    } catch (error) {
      if (signal.aborted) return;
      this.show([]);
      this.status.textContent = "The site did not answer. You can type a whole address, or try again.";
    }
  }

  show(choices) {
    this.choices = choices;
    this.list.replaceChildren(...choices.map((choice, at) => this.option(choice, at)));
    this.list.hidden = !choices.length;
    this.input.setAttribute("aria-expanded", String(this.isOpen));
    this.status.textContent = "";
    this.mark(-1);
  }

  option({ title, kind, note }, at) {
    const option = document.createElement("li");
    option.id = `${this.list.id}-${at}`;
    option.setAttribute("role", "option");
    const name = document.createElement("span");
    const about = document.createElement("span");
    name.textContent = title;
    about.textContent = note ? `${kind}, ${note}` : kind;
    about.className = "link-dialog__kind";
    option.append(name, " ", about);
    return option;
  }

  mark(at) {
    this.marked = at;
    [...this.list.children].forEach((option, index) => option.setAttribute("aria-selected", String(index === at)));
    const option = this.list.children[at];
    if (option) this.input.setAttribute("aria-activedescendant", option.id);
    else this.input.removeAttribute("aria-activedescendant");
    option?.scrollIntoView({ block: "nearest" });
  }

  pressed(event) {
    if (!this.isOpen || event.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const count = this.choices.length;
    if (step) this.mark(this.marked < 0 && step < 0 ? count - 1 : (this.marked + step + count) % count);
    else if (event.key === "Enter" && this.marked >= 0) this.takeAt(this.marked);
    else if (event.key === "Escape") this.show([]);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  takeAt(at) {
    const choice = this.choices[at];
    if (!choice) return;
    this.input.value = choice.title;
    this.show([]);
    this.take(choice);
  }
}

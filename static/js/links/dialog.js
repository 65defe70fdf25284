// The dialog in which an editor says where a link leads: to a page of this site, chosen by a few letters of its name and
// kept as a reference, to a heading of this guide or of another, or to any address.

import { find, headingsOf, meant, ownHeadings } from "./asking.js";
import { Combobox } from "./combobox.js";
import { REFERENCE } from "./reference.js";

const MAIL = /^[^\s@/:?#]+@[^\s@/:?#]+\.[^\s@/:?#]+$/;
const HOST = /^[\w-]+(\.[\w-]+)+([/?#]|$)/;
const WHOLE = /^(?:https?:\/\/\S+|mailto:\S+|tel:\S+|\/\S*|#\S+|\?\S+)$/i;
const HERE = "In this guide";

let number = 0;

function make(name, properties = {}, ...children) {
  const element = document.createElement(name);
  Object.assign(element, properties);
  element.append(...children);
  return element;
}

function labelled(words, field) {
  field.id = `link-dialog-${++number}`;
  return make("label", { htmlFor: field.id, textContent: words });
}

// What was typed as an address, or null where it is none: it may be letters of which nothing was chosen.
function typedAddress(text) {
  if (WHOLE.test(text) || REFERENCE.test(text)) return text;
  if (MAIL.test(text)) return `mailto:${text}`;
  return HOST.test(text) ? `https://${text}` : null;
}

class LinkDialog {
  constructor(address, done) {
    this.address = address;
    this.done = done;
    this.chosen = null;
    this.own = ownHeadings().catch(() => []);
    this.input = make("input", { type: "text" });
    this.status = make("p", { className: "link-dialog__status" });
    this.status.setAttribute("role", "status");
    this.choices = make("ul", { className: "link-dialog__choices", hidden: true });
    this.choices.setAttribute("aria-label", "What you may mean");
    this.heading = make("select");
    this.place = make("div", { hidden: true }, labelled("Where on that page", this.heading), this.heading);
    this.box = new Combobox({
      input: this.input,
      list: this.choices,
      status: this.status,
      look: (letters, signal) => this.look(letters, signal),
      take: (choice) => this.take(choice),
    });
    this.dialog = this.build();
  }

  build() {
    const hint = make("p", {
      id: `link-dialog-hint-${++number}`,
      className: "link-dialog__hint",
      textContent:
        "Type a few letters of a guide, a topic, a person, a job role, a page or a heading of this guide, and choose. Or type a whole address.",
    });
    this.input.setAttribute("aria-describedby", hint.id);
    const title = make("h2", { id: `link-dialog-title-${number}`, textContent: this.address ? "Change the link" : "Make a link" });
    const cancel = make("button", { type: "button", className: "link-dialog__cancel", textContent: "Cancel" });
    const set = make("button", { type: "submit", className: "link-dialog__set", textContent: "Set link" });
    const form = make(
      "form",
      { noValidate: true },
      title,
      labelled("Where the link leads", this.input),
      hint,
      this.input,
      this.choices,
      this.status,
      this.place,
      make("div", { className: "link-dialog__buttons" }, set, cancel),
    );
    const dialog = make("dialog", { className: "link-dialog" }, form);
    dialog.setAttribute("aria-labelledby", title.id);
    cancel.addEventListener("click", () => dialog.close());
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.finish();
    });
    dialog.addEventListener("cancel", (event) => {
      if (!this.box.isOpen) return;
      event.preventDefault(); // Escape closes the list first
      this.box.show([]);
    });
    dialog.addEventListener("close", () => {
      dialog.remove();
      this.done(this.result ?? null);
    });
    return dialog;
  }

  async open() {
    document.body.append(this.dialog);
    this.dialog.showModal();
    if (REFERENCE.test(this.address)) await this.showReference();
    else if (this.address.startsWith("#")) await this.showOwn();
    else this.input.value = this.address;
    this.input.select();
  }

  async showReference() {
    const [page, place = ""] = this.address.split("#");
    const choice = await meant(page).catch(() => null);
    if (this.input.value) return; // somebody was faster than the answer
    this.input.value = choice?.title ?? this.address;
    if (choice) await this.take(choice, place);
  }

  async showOwn() {
    const heading = (await this.own).find(({ anchor }) => `#${anchor}` === this.address);
    if (this.input.value) return;
    this.input.value = heading?.words ?? this.address;
    if (heading) this.take({ href: this.address, title: heading.words, kind: HERE });
  }

  async look(letters, signal) {
    const parts = letters.toLowerCase().split(/\s+/);
    const here = (await this.own).filter(({ words }) => parts.every((part) => words.toLowerCase().includes(part)));
    const found = await find(letters, signal);
    return [...here.slice(0, 5).map(({ anchor, words }) => ({ href: `#${anchor}`, title: words, kind: HERE })), ...found];
  }

  async take(choice, place = "") {
    this.chosen = choice;
    this.wanted = place; // until the headings are there, and if they never are
    this.place.hidden = true;
    this.input.removeAttribute("aria-invalid");
    if (!choice) return;
    this.status.textContent = `Leads to: ${choice.title} (${choice.note ? `${choice.kind}, ${choice.note}` : choice.kind}).`;
    if (!choice.href.startsWith("ref:guide:")) return;
    const headings = await headingsOf(choice.href).catch(() => []);
    if (this.chosen === choice) this.offer(headings, place);
  }

  offer(headings, place) {
    const gone = place && !headings.some(({ anchor }) => anchor === place) ? [{ anchor: place, words: `${place} (not there now)` }] : [];
    const options = [{ anchor: "", words: "The beginning" }, ...headings, ...gone];
    this.heading.replaceChildren(...options.map(({ anchor, words }) => make("option", { value: anchor, textContent: words })));
    this.heading.value = place;
    this.place.hidden = options.length < 2;
  }

  finish() {
    const href = this.chosen ? this.withPlace(this.chosen.href) : typedAddress(this.input.value.trim());
    if (href) {
      this.result = href;
      this.dialog.close();
      return;
    }
    this.input.setAttribute("aria-invalid", "true");
    this.status.textContent = this.input.value.trim()
      ? "Choose one of the list, or type a whole address such as https://www.gov.uk/."
      : "Say where the link leads.";
    this.input.focus();
  }

  withPlace(href) {
    const place = this.place.hidden ? this.wanted : this.heading.value;
    return place ? `${href}#${place}` : href;
  }
}

// Asks where a link leads that leads to `address`, or nowhere yet; the answer is its new address, null if it stays as it is.
export const askForAddress = (address) => new Promise((done) => new LinkDialog(address, done).open());

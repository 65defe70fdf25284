// Chooses a picture of the library in a dialog, with thumbnails, a search and uploading, in place of typing its number.

import { listen, send, teller } from "./picture-uploads.js";

const TYPING_PAUSE = 200;
let dialog;
let current; // the choice that the dialog was opened for

function element(name, attributes = {}, ...children) {
  const made = Object.assign(document.createElement(name), attributes);
  made.append(...children);
  return made;
}

const input = (choice) => choice.querySelector("input");
const labelOf = (choice) => choice.closest(".form-row")?.querySelector("label")?.textContent.trim().replace(/:$/, "") ?? "Picture";

// What the library says shows in the empty fields for a place's own words.
function showDefaults(choice) {
  const { alt = "", credit = "", decorative = "" } = choice.dataset;
  const name = input(choice).name;
  const sibling = (end) => input(choice).form?.elements[name.replace(/picture$/, end)];
  const words = decorative && !alt ? "Decorative, says the library" : alt && `Library: ${alt}`;
  for (const [field, text] of [[sibling("alt"), words], [sibling("credit"), credit && `Library: ${credit}`]]) {
    if (field) field.placeholder = text;
  }
}

function show(choice, item) {
  for (const name of ["alt", "credit", "decorative"]) choice.dataset[name] = item.dataset[name];
  const title = element("span", { textContent: item.dataset.title });
  choice.querySelector(".picture-choice__shown").replaceChildren(item.querySelector("picture, img")?.cloneNode(true) ?? "", title);
  choice.dataset.shows = item.dataset.picture;
}

function take(item) {
  input(current).value = item.dataset.picture;
  show(current, item);
  changed(current);
  dialog.close();
}

// A copied block brings the number of its picture along.
async function follow(choice) {
  const number = input(choice).value;
  if (number === (choice.dataset.shows ?? "")) return;
  choice.dataset.shows = number;
  const answer = number && (await fetch(`${choice.dataset.choose}?${new URLSearchParams({ number })}`));
  const items = new DOMParser().parseFromString(answer?.ok ? await answer.text() : "", "text/html");
  const item = items.querySelector("[data-picture]");
  if (item) show(choice, item);
  nameButtons(choice);
  showDefaults(choice);
}

function remove(choice) {
  input(choice).value = "";
  for (const name of ["alt", "credit", "decorative", "shows"]) delete choice.dataset[name];
  choice.querySelector(".picture-choice__shown").replaceChildren();
  changed(choice);
  choice.querySelector(".picture-choice__choose").focus();
}

function changed(choice) {
  showDefaults(choice);
  nameButtons(choice);
  for (const name of ["input", "change"]) input(choice).dispatchEvent(new Event(name, { bubbles: true }));
}

function nameButtons(choice) {
  const [choose, away] = choice.querySelectorAll("button");
  const has = input(choice).value !== "";
  choose.textContent = has ? "Choose another picture …" : "Choose a picture …";
  choose.setAttribute("aria-label", `${choose.textContent} (${labelOf(choice)})`);
  away.setAttribute("aria-label", `Remove (${labelOf(choice)})`);
  away.hidden = !has;
}

async function find(page = 1) {
  const query = new URLSearchParams({ q: dialog.search.value, page });
  const answer = await fetch(`${current.dataset.choose}?${query}`);
  if (!answer.ok) {
    dialog.status.textContent = "The library does not answer. Try again in a moment.";
    return;
  }
  if (query.get("q") !== dialog.search.value) return; // an answer to what is no longer asked
  const found = new DOMParser().parseFromString(await answer.text(), "text/html").body.children;
  const items = [...found];
  if (page === 1) dialog.list.replaceChildren();
  dialog.list.querySelector(".picture-more")?.remove();
  dialog.list.append(...items);
  const count = dialog.list.querySelectorAll("[data-picture]").length;
  const more = dialog.list.querySelector(".picture-more") ? " so far" : "";
  dialog.status.textContent = count ? `${count} picture${count === 1 ? "" : "s"}${more}` : "No picture has these words.";
  if (page > 1) items[0]?.querySelector("button")?.focus();
}

async function upload(files) {
  const token = document.querySelector("[name=csrfmiddlewaretoken]").value;
  const added = await send(files, current.dataset.upload, token, teller(dialog.uploads));
  for (const items of added) dialog.list.insertAdjacentHTML("afterbegin", items);
  if (added.length === 1 && files.length === 1) dialog.list.querySelector("[data-picture]").focus();
}

function make() {
  const close = element("button", { type: "button", className: "button", textContent: "Close" });
  const search = element("input", { type: "search", id: "picture-search" });
  const file = element("input", { type: "file", id: "picture-upload", multiple: true, accept: "image/*,.heic,.heif" });
  const parts = {
    search,
    status: element("p", { className: "picture-dialog__status" }),
    uploads: element("ul", { className: "picture-uploads__status" }),
    list: element("ul", { className: "picture-grid" }),
  };
  for (const part of [parts.status, parts.uploads]) part.setAttribute("role", "status");
  const made = element(
    "dialog",
    { className: "picture-dialog" },
    element("header", {}, element("h2", { id: "picture-dialog-title", textContent: "Choose a picture" }), close),
    element(
      "div",
      { className: "picture-dialog__tools" },
      element("div", {}, element("label", { htmlFor: search.id, textContent: "Search the library" }), search),
      element("div", {}, element("label", { htmlFor: file.id, textContent: "Or add new ones: choose, drop or paste" }), file),
    ),
    parts.uploads,
    parts.status,
    parts.list,
  );
  made.setAttribute("aria-labelledby", "picture-dialog-title");
  let typed;
  search.addEventListener("input", () => {
    clearTimeout(typed);
    typed = setTimeout(find, TYPING_PAUSE);
  });
  search.addEventListener("keydown", (event) => event.key === "Enter" && event.preventDefault());
  file.addEventListener("change", async () => {
    await upload([...file.files]);
    file.value = "";
  });
  close.addEventListener("click", () => made.close());
  made.addEventListener("close", () => current.querySelector(".picture-choice__choose").focus());
  parts.list.addEventListener("click", (event) => {
    const item = event.target.closest("button");
    if (item?.dataset.picture) take(item);
    else if (item?.dataset.page) find(Number(item.dataset.page));
  });
  listen(made, made, upload);
  document.body.append(made); // outside of the form: what is typed here is none of it
  return Object.assign(made, parts);
}

function open(choice) {
  current = choice;
  dialog ??= make();
  dialog.uploads.replaceChildren();
  dialog.search.value = "";
  dialog.list.replaceChildren();
  dialog.showModal();
  dialog.search.focus();
  find();
}

function enhance(choice) {
  if (choice.classList.contains("is-enhanced") || input(choice).name.includes("__prefix__")) return;
  choice.classList.add("is-enhanced");
  const number = input(choice);
  const choose = element("button", { type: "button", className: "button picture-choice__choose", id: number.id });
  const away = element("button", { type: "button", className: "button", textContent: "Remove" });
  if (number.hasAttribute("aria-describedby")) choose.setAttribute("aria-describedby", number.getAttribute("aria-describedby"));
  number.removeAttribute("id"); // the label, and whatever leads to the field, now lead to the button
  number.type = "hidden";
  choose.addEventListener("click", () => open(choice));
  away.addEventListener("click", () => remove(choice));
  choice.append(element("div", { className: "picture-choice__buttons" }, choose, away));
  choice.dataset.shows = number.value;
  number.addEventListener("change", () => follow(choice));
  nameButtons(choice);
  showDefaults(choice);
}

const enhanceAll = (root) => root.querySelectorAll(".picture-choice").forEach(enhance);

enhanceAll(document);
document.addEventListener("formset:added", (event) => enhanceAll(event.target));

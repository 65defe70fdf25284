// Makes the block editor usable from the keyboard and by screen readers: each block gets buttons to add a block above
// it, to move it, to turn it into text and to fold it; buttons at the end add a block there, also one from another guide.
// The focus lands in a new block, follows a moved one, and is never lost with a deleted one. What happened is said in a
// live region.

import { canBecomeText, prepareConverting, toText } from "./blocks/converting.js";
import { chooseBlock } from "./blocks/copying.js";
import { BLOCK, blocks, focusWhenReady, kind, machine, matchReadingOrder } from "./blocks/list.js";
import { choosePlace, moveBy } from "./blocks/moving.js";
import { prepareStatus, say } from "./blocks/status.js";
import { chooseDocument } from "./blocks/word.js";

const mayChange = () => window.ContentEditor.allowChange;

function button(label, name, act) {
  const element = document.createElement("button");
  element.type = "button";
  element.className = `block-button block-button--${name}`;
  element.textContent = label;
  element.addEventListener("click", (event) => {
    event.stopPropagation(); // the heading around it folds the block
    act(event);
  });
  return element;
}

function fold(block, control) {
  block.querySelector(":scope > h3").click();
  showFolding(block, control);
}

function showFolding(block, control) {
  control.textContent = block.classList.contains("collapsed") ? "Open" : "Fold";
  control.setAttribute("aria-label", `${control.textContent}: ${kind(block)}`);
}

let opener;
function chooseKind(target, from) {
  opener = from;
  target.click();
  document.querySelector(".plugin-buttons .plugin-button:not(.content-editor-hide)")?.focus();
}

function equip(block) {
  const heading = block.querySelector(":scope > h3");
  if (!heading || heading.querySelector(".block-buttons")) return;
  const buttons = document.createElement("span");
  buttons.className = "block-buttons";
  const target = block.querySelector(":scope > .order-machine-insert-target");
  target?.setAttribute("aria-hidden", "true");
  const folding = button("Fold", "fold", (event) => fold(block, event.currentTarget));
  if (mayChange()) buttons.append(...changing(block, target));
  buttons.append(folding);
  for (const control of buttons.children) control.setAttribute("aria-label", `${control.textContent}: ${kind(block)}`);
  showFolding(block, folding);
  new MutationObserver(() => showFolding(block, folding)).observe(block, { attributeFilter: ["class"] });
  heading.append(buttons);
  nameDeletion(block);
}

function changing(block, target) {
  const controls = [
    button("Add above", "add", (event) => chooseKind(target, event.currentTarget)),
    button("Move up", "up", () => moveBy(block, -1)),
    button("Move down", "down", () => moveBy(block, 1)),
    button("Move to…", "to", (event) => choosePlace(block, event.currentTarget)),
  ];
  if (canBecomeText(block)) controls.push(button("Into text", "text", () => toText(block)));
  return controls;
}

// Django labels the deletion box only for sight.
function nameDeletion(block) {
  const deletion = block.querySelector(".delete input[type=checkbox]");
  deletion?.setAttribute("aria-label", `Delete this block when you save: ${kind(block)}`);
}

function added(block) {
  equip(block);
  matchReadingOrder();
  const list = blocks();
  say(`${kind(block)} added at place ${list.indexOf(block) + 1} of ${list.length}.`);
  focusWhenReady(block);
}

function prepareChooser() {
  const chooser = document.querySelector(".plugin-buttons");
  chooser.setAttribute("role", "group");
  chooser.setAttribute("aria-label", "Kind of block to add");
  for (const choice of chooser.querySelectorAll(".plugin-button")) choice.tabIndex = 0;
  chooser.addEventListener("focusout", ({ relatedTarget }) => {
    if (relatedTarget && !chooser.contains(relatedTarget)) document.body.click(); // which closes it
  });
  chooser.addEventListener("keydown", (event) => {
    const choices = [...chooser.querySelectorAll(".plugin-button:not(.content-editor-hide)")];
    const at = choices.indexOf(document.activeElement);
    const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
    if (step) {
      event.preventDefault();
      choices[(at + step + choices.length) % choices.length].focus();
    } else if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      document.activeElement.click();
    } else if (event.key === "Escape") {
      opener?.focus();
    }
  });
}

function prepareDeletion() {
  machine().addEventListener("change", (event) => {
    if (!event.target.matches(".delete input[type=checkbox]")) return;
    const block = event.target.closest(".inline-related");
    say(`${kind(block)} ${event.target.checked ? "will be deleted when you save" : "will be kept"}.`);
    event.target.focus(); // the editor takes the focus away after a click
  });
  document.addEventListener("formset:removed", () => {
    machine().querySelector(".block-add-last button").focus();
    say("Block removed.");
  });
}

function prepareEnd() {
  const last = machine().querySelector(":scope > .order-machine-insert-target.last");
  last.setAttribute("aria-hidden", "true");
  const row = document.createElement("p");
  row.className = "block-add-last";
  const adding = button("Add a block at the end", "last", (event) => chooseKind(last, event.currentTarget));
  if (mayChange()) row.append(adding, button("Copy a block from another guide", "copy", chooseBlock), button("Insert a Word document", "word", chooseDocument));
  machine().append(row);
}

function prepareFolding() {
  const all = document.querySelector(".collapse-items input");
  if (all) all.setAttribute("aria-label", "Fold all blocks");
}

// A finding leads to its block or field. The blocks were moved since the browser looked for it, and may be folded.
function jump() {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!target) return;
  if (!target.matches(BLOCK)) {
    target.focus();
    return;
  }
  if (target.classList.contains("collapsed")) target.querySelector(":scope > h3").click();
  focusWhenReady(target);
  keepInSight(target);
}

// The rich-text editors above it grow while they appear, until its editor does something or all of them are there.
function keepInSight(block) {
  const growth = new ResizeObserver(() => block.scrollIntoView({ block: "start" }));
  const leave = () => growth.disconnect();
  growth.observe(machine());
  for (const act of ["wheel", "touchstart", "pointerdown", "keydown"]) window.addEventListener(act, leave, { once: true });
  setTimeout(leave, 3000);
}

function prepareJumps() {
  window.addEventListener("hashchange", jump);
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.(".findings-panel a[href^='#']");
    if (link?.hash === location.hash) jump(); // the same place again is no change of the hash
  });
  jump();
}

function start() {
  prepareStatus(document.querySelector(".order-machine-wrapper"));
  prepareEnd();
  prepareChooser();
  prepareDeletion();
  prepareConverting();
  prepareFolding();
  for (const block of blocks()) equip(block);
  matchReadingOrder();
  document.addEventListener("formset:added", (event) => {
    if (event.target.matches(BLOCK)) added(event.target);
  });
  machine().addEventListener("drop", () => requestAnimationFrame(matchReadingOrder));
  prepareJumps();
}

document.addEventListener("content-editor:ready", start, { once: true });

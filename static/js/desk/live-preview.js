// The page beside its text: it follows what is typed, keeps its place, and shows the block that is being edited.
//
// The frame is filled once by sending the form into it, so that the page has its own policy; after that only what stands
// in its <main> is exchanged, which neither flickers nor scrolls.

import { leadOut } from "../frame-links.js";
import { form, onEdit, posted, where } from "./writing.js";

const PAUSE = 250;
const DESKTOP = 1280;
const PHONE = 390;
const REMEMBERED = "live-preview";
const BLOCK = ".order-machine .inline-related:not(.empty-form)";
const AWAY = "The preview cannot be brought up to date just now. It is tried again with your next change.";
const SMOOTH = matchMedia("(prefers-reduced-motion: no-preference)");

const pane = document.getElementById("live-preview");
const toggle = document.getElementById("live-preview-toggle");
const frame = pane?.querySelector("iframe");
const space = pane?.querySelector(".live-preview__window");
const said = pane?.querySelector("[role=status]");
let block = null; // the one that is being edited
let timer = null;
let isAsking = false;
let isBehind = false;

const page = () => frame.contentDocument?.querySelector("main");

function remembered() {
  try {
    return JSON.parse(localStorage.getItem(REMEMBERED)) ?? {};
  } catch {
    return {};
  }
}

function remember(choice) {
  try {
    localStorage.setItem(REMEMBERED, JSON.stringify({ ...remembered(), ...choice }));
  } catch (error) {
    if (!(error instanceof DOMException)) throw error; // the browser's store is full or shut
  }
}

function fill() {
  const sender = document.createElement("form");
  Object.assign(sender, { method: "post", action: where.preview, target: frame.name, hidden: true });
  for (const [name, value] of posted()) {
    const field = document.createElement("textarea"); // keeps line breaks
    Object.assign(field, { name, value });
    sender.append(field);
  }
  document.body.append(sender);
  sender.submit();
  sender.remove();
}

function filled() {
  if (pane.hidden || frame.contentWindow.location.href === "about:blank") return;
  said.textContent = page() ? "" : frame.contentDocument?.body.textContent.trim() || AWAY;
  show();
}

function show() {
  if (!page()) return;
  leadOut(frame);
  reveal({ isNew: false });
}

async function follow() {
  timer = null;
  if (pane.hidden) return;
  if (!page()) return fill();
  if (isAsking) {
    isBehind = true;
    return;
  }
  isAsking = true;
  isBehind = false;
  try {
    const response = await fetch(where.preview, { method: "POST", body: posted(), redirect: "manual" });
    const text = await response.text();
    const isPage = response.headers.get("content-type")?.startsWith("text/html");
    if (response.ok && isPage) exchange(text);
    else said.textContent = response.ok ? text : AWAY; // a plain text says why there is no page
  } catch (error) {
    if (!(error instanceof TypeError)) throw error; // the server does not answer
    said.textContent = AWAY;
  } finally {
    isAsking = false;
  }
  if (isBehind) soon();
}

// Of the page only this part is read: the policy of the admin would complain about the styles in its head.
function mainOf(text) {
  const html = text.slice(text.indexOf("<main"), text.lastIndexOf("</main>"));
  return new DOMParser().parseFromString(html, "text/html").querySelector("main");
}

function exchange(text) {
  const next = mainOf(text);
  if (!next || !page()) return;
  page().replaceWith(frame.contentDocument.adoptNode(next));
  said.textContent = "";
  show();
}

function soon() {
  timer ??= setTimeout(follow, PAUSE);
}

// Its place among the blocks that will be kept is the number that the page gives it.
function placeOf(edited) {
  const order = (each) => Number(each.querySelector(".order-machine-ordering").value);
  const kept = [...document.querySelectorAll(BLOCK)].filter((each) => !each.classList.contains("for-deletion"));
  return kept.sort((one, other) => order(one) - order(other)).indexOf(edited);
}

function shownPart(place) {
  const comments = frame.contentDocument.createTreeWalker(page(), NodeFilter.SHOW_COMMENT);
  while (comments.nextNode()) {
    if (comments.currentNode.data === `block ${place}`) return comments.currentNode.nextElementSibling;
  }
  return null;
}

// How far down its block somebody writes, for blocks that are longer than the frame.
function depth() {
  const at = getSelection()?.rangeCount ? getSelection().getRangeAt(0).getBoundingClientRect() : null;
  const around = block.getBoundingClientRect();
  return at?.height ? Math.min(1, Math.max(0, (at.top - around.top) / around.height)) : 0;
}

function reveal({ isNew }) {
  const part = block && page() && shownPart(placeOf(block));
  if (!part) return;
  const view = frame.contentWindow;
  const { top, height } = part.getBoundingClientRect();
  const at = height > view.innerHeight ? top + depth() * height : top;
  const isInSight = at >= 0 && at < view.innerHeight * 0.8;
  if (isInSight && !isNew) return;
  view.scrollTo({ top: view.scrollY + at - view.innerHeight * 0.15, behavior: SMOOTH.matches ? "smooth" : "auto" });
}

function edited(event) {
  const next = event.target.closest?.(BLOCK);
  const isAtTheTop = event.target.closest?.(".desk__head");
  if (next === block || (!next && !isAtTheTop)) return; // a button of the bar is no other place in the text
  block = next;
  if (pane.hidden) return;
  if (block) reveal({ isNew: true });
  else frame.contentWindow.scrollTo({ top: 0 });
}

function fit() {
  const width = pane.dataset.width === "phone" ? Math.min(PHONE, space.clientWidth) : DESKTOP;
  const scale = Math.min(1, space.clientWidth / width);
  frame.style.width = `${width}px`;
  frame.style.height = `${space.clientHeight / scale}px`;
  frame.style.scale = scale;
  frame.style.marginInlineStart = `${Math.max(0, (space.clientWidth - width * scale) / 2)}px`;
}

function setWidth(width) {
  pane.dataset.width = width;
  for (const choice of pane.querySelectorAll("[data-set-width]")) {
    choice.setAttribute("aria-pressed", choice.dataset.setWidth === width);
  }
  remember({ width });
  fit();
}

function open(isOpen) {
  pane.hidden = !isOpen;
  pane.closest(".desk").classList.toggle("desk--previewing", isOpen);
  toggle.setAttribute("aria-expanded", isOpen);
  toggle.textContent = isOpen ? "Close preview" : "Live preview";
  remember({ isOpen });
  if (!isOpen) return;
  fit();
  follow();
}

if (pane && where.preview) {
  toggle.hidden = false;
  toggle.addEventListener("click", () => open(pane.hidden));
  for (const choice of pane.querySelectorAll("[data-set-width]")) {
    choice.addEventListener("click", () => setWidth(choice.dataset.setWidth));
  }
  frame.addEventListener("load", filled);
  new ResizeObserver(fit).observe(space);
  document.addEventListener("focusin", edited);
  onEdit(soon);
  setWidth(remembered().width ?? "phone");
  // On a small screen the page covers the text: there it opens only when it is asked for.
  if (remembered().isOpen && matchMedia("(width >= 1100px)").matches) open(true);
}

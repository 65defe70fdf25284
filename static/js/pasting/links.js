// Addresses as they were before a mail program or search engine led them over its own pages.

import { REFERENCE } from "../links/reference.js";

const DETOURS = [
  [/(^|\.)google\.[a-z.]+$/, "/url", ["q", "url"]],
  [/\.safelinks\.protection\.outlook\.com$/, "/", ["url"]],
  [/^l\.(facebook|instagram)\.com$/, "/", ["u"]],
  [/^(www\.)?linkedin\.com$/, "/redir/redirect", ["url"]],
  [/^slack-redir\.net$/, "/link", ["url"]],
];
const KEPT = /^(?:https?:\/\/|mailto:|tel:|\/(?!\/))/i;

// The address to link to, or null where there is none that a reader could follow.
export function addressOf(link) {
  const address = direct((link.getAttribute("href") ?? "").trim());
  return KEPT.test(address) || REFERENCE.test(address) ? address : null;
}

function direct(address) {
  const url = URL.parse(address);
  const detour = DETOURS.find(([host, path]) => host.test(url?.hostname) && url.pathname.startsWith(path));
  const target = detour?.[2].map((name) => url.searchParams.get(name)).find((value) => /^https?:\/\//i.test(value ?? ""));
  return target ? direct(target) : address;
}

// Other pages refuse to be framed. Where the guide in a frame links to one, the link opens in a tab of its own, so that
// the editor keeps both the preview and the page.
export function leadOut(frame) {
  for (const way of frame.contentDocument?.querySelectorAll("a[href]:not([href^='#']), form") ?? []) {
    way.target = "_blank";
  }
}

for (const frame of document.querySelectorAll(".frame__page")) {
  frame.addEventListener("load", () => leadOut(frame));
  leadOut(frame);
}

// Marks the section that is being read in the contents list, folds the list once a line of it is chosen on a phone, and offers
// the system's own way to share the page, where it has one. The page works without it.

const links = new Map([...document.querySelectorAll(".contents__fold > ol > li > a")].map((link) => [link.hash.slice(1), link]));
const headings = [...links.keys()].map((id) => document.getElementById(id)).filter(Boolean);
const TOP = 120; // pixels from the top of the window: a heading above is being read

const mark = () => {
  const read = headings.filter((heading) => heading.getBoundingClientRect().top < TOP).at(-1);
  for (const [id, link] of links) {
    if (id === read?.id) link.setAttribute("aria-current", "location");
    else link.removeAttribute("aria-current");
  }
};

// Told whenever a heading crosses the line, instead of on every scroll.
const watcher = new IntersectionObserver(mark, { rootMargin: `-${TOP}px 0px 0px 0px` });
headings.forEach((heading) => watcher.observe(heading));

for (const fold of document.querySelectorAll(".contents__fold")) {
  fold.addEventListener("click", ({ target }) => {
    if (target.closest("a")) fold.open = false; // before the browser goes there, so that it measures without the list
  });
}

const url = document.querySelector("link[rel=canonical]").href;
const dates = document.querySelector(".byline__dates");
if (navigator.share && new URL(url).pathname === location.pathname) { // a draft is nobody's to share
  const button = Object.assign(document.createElement("button"), { type: "button", textContent: "Share this guide" });
  const page = { title: document.title, url };
  button.addEventListener("click", () => navigator.share(page).catch(() => {})); // closed again, or nobody to share with
  dates.append(button);
}

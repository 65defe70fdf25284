// Marks the section that is being read in the contents list.

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

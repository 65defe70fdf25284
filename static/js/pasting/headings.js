// Six levels of headings as the two of a guide, as `articles/document/heading_levels.py` does it for other ways in.

const OURS = new Set([2, 3]);

// Maps the levels in use in their order, so that a section stays inside the one it stood in.
export function mapLevels(out) {
  const headings = [...out.querySelectorAll("h1, h2, h3, h4, h5, h6")];
  const levels = headings.map(levelOf);
  if (levels.every((level) => OURS.has(level))) return;
  const ranks = ranksOf(levels);
  for (const heading of headings) lower(heading, ranks.get(levelOf(heading)));
}

const levelOf = (heading) => Number(heading.localName[1]);

function ranksOf(levels) {
  const used = [...new Set(levels)].sort();
  if (used.length === 1) return new Map([[used[0], used[0] > 2 ? 1 : 0]]);
  // The title of a whole page stands for no section, and would push all others down.
  const hasTitle = levels[0] === 1 && levels.indexOf(1, 1) < 0;
  const above = hasTitle && used.length > 2 ? 1 : 0;
  return new Map(used.map((level, rank) => [level, Math.min(Math.max(rank - above, 0), 2)]));
}

// What is deeper than the second level becomes a bold paragraph.
function lower(heading, rank) {
  const line = document.createElement(["h2", "h3", "p"][rank]);
  const words = rank > 1 ? line.appendChild(document.createElement("strong")) : line;
  words.append(...heading.childNodes);
  heading.replaceWith(line);
}

"""What is wrong with a page for who sees little, zooms in, or has only keys: by axe-core, and by what it does not look at."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
IN_MOTION = """() => [...document.querySelectorAll("*")].filter((element) => {
  const style = getComputedStyle(element);
  return style.animationName !== "none" || !style.transitionDuration.split(", ").every((time) => time === "0s");
}).map((element) => element.outerHTML.slice(0, 120))"""
FONTS = """() => Promise.allSettled([...document.fonts].map((font) => font.load())).then(() => null)"""
WIDTH = "document.documentElement.scrollWidth"
CUT_LISTS = """() => [...document.querySelectorAll("#changelist .results")]
  .map((list) => [list.scrollWidth, list.clientWidth]).filter(([wide, room]) => wide > room)"""
COVERED = """() => {
  const parts = (from, to, most) => {
    const [start, end] = [Math.max(from, 0), Math.min(to, most)];
    return start < end ? [0.1, 0.5, 0.9].map((part) => start + (end - start) * part) : [];
  };
  // Who is hit in its place may be its parent, with a mark that lies over it.
  const isHit = (element, hit) => element.contains(hit) || element.parentElement === hit;
  const isInSight = (element) => [...element.getClientRects()].some(({ left, right, top, bottom }) =>
    parts(left, right, innerWidth).some((x) => parts(top, bottom, innerHeight).some((y) =>
      isHit(element, document.elementFromPoint(x, y)))));
  const stops = "a[href], button, input, select, textarea, summary, [contenteditable=true], [tabindex='0']";
  return [...document.querySelectorAll(stops)].filter((element) => {
    element.focus();
    return element === document.activeElement && ![element, ...(element.labels ?? [])].some(isInSight);
  }).map((element) => element.outerHTML.slice(0, 160));
}"""


def violations(page: Page, rules: list[str] = WCAG) -> list[str]:
    """What axe-core finds, one line a finding: against WCAG 2.2 AA, or these rules alone.

    Nothing on the page may move for who asks for that, nor while its contrast is measured. Until the font of its icons
    is there, axe takes their names for words.
    """
    assert page.evaluate(IN_MOTION) == []
    page.evaluate(FONTS)
    options = {"runOnly": rules, "resultTypes": ["violations"]}
    found = Axe().run(page, options=options).response["violations"]
    return [f"{rule['id']}: {node['target']} {node['failureSummary']}" for rule in found for node in rule["nodes"]]


def too_wide(page: Page, width: int) -> list[str]:
    """How wide it is, where a window of this width has to be scrolled sideways."""
    page.set_viewport_size({"width": width, "height": 844})
    wide = page.evaluate(WIDTH)
    return [f"{wide} px wide"] if wide > width else []


def cut_lists(page: Page) -> list[str]:
    """How wide the lists of the admin are that do not show all of their columns."""
    return [f"a list {wide} px wide in {room}" for wide, room in page.evaluate(CUT_LISTS)]


def covered(page: Page) -> list[str]:
    """What something else hides wholly when it gets the focus (WCAG 2.2, 2.4.11)."""
    return [f"covered: {element}" for element in page.evaluate(COVERED)]

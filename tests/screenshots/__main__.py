"""Takes pictures of every page and state, public and of the desk, into build/screenshots/.

Name pages to take only those; a pattern as in `desk-*` names several.
"""

import signal
import sys
import tempfile
from fnmatch import filter as matching
from itertools import product
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from tests import chromium
from tests.screenshots.pages import IN_THE_WINDOW, PAGES
from tests.screenshots.site import Site
from tests.screenshots.steps import Steps

FOLDER = Path(__file__).parents[2] / "build" / "screenshots"
PHONE = 390
WIDTHS = (PHONE, 820, 1440)
SCHEMES = ("light", "dark")
HEIGHT = 900
# Pictures load when a reader comes near them; nobody scrolls here.
LOAD_ALL = """async () => {
  for (const image of document.images) image.loading = "eager";
  await Promise.all([...document.images].map(image => image.decode().catch(() => {})));
  await document.fonts.ready;
}"""


def main(names: list[str]) -> int:
    """Serves a demo site and goes through the pages at each width in each scheme."""
    if not chromium.PATH:
        sys.exit(chromium.MISSING)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # so that everything is stopped then, too
    with tempfile.TemporaryDirectory(prefix="screenshots-") as folder:
        site = Site(Path(folder))
        try:
            site.start()
            with sync_playwright() as playwright:  # only now: its event loop keeps Django from the database
                chrome = playwright.chromium.launch(executable_path=chromium.PATH, args=chromium.OPTIONS)
                for name in [name for pattern in names or ["*"] for name in matching(PAGES, pattern)]:
                    take(chrome, site, name, PAGES[name])
        finally:
            site.stop()
    sys.stdout.write(f"The pictures are in {FOLDER}\n")
    return 0


def take(chrome: Browser, site: Site, name: str, steps: Steps) -> None:
    """Six pictures of a page, each by a new visitor."""
    for width, scheme in product(WIDTHS, SCHEMES):
        viewport = {"width": width, "height": HEIGHT}
        device = {
            "color_scheme": scheme,
            "viewport": viewport,
            "has_touch": width == PHONE,
            "is_mobile": width == PHONE,
        }
        with chromium.new_visitor(chrome, site.address, **device) as context:
            page = context.new_page()
            steps(page, site)
            page.evaluate(LOAD_ALL)
            page.screenshot(path=FOLDER / f"{name}-{width}-{scheme}.png", full_page=name not in IN_THE_WINDOW)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

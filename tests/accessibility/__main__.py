"""Looks at every page of the desk with axe, as wide as a desk and a phone and in both schemes of colours.

Also whether anything has to be scrolled sideways or a list hides columns, and whether what gets the focus is in sight.
Name pages to look only at those; a pattern as in `desk-*` names several.
"""

import signal
import sys
import tempfile
from collections.abc import Iterator
from fnmatch import filter as matching
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from tests import accessible, chromium
from tests.accessibility.admin_pages import admin_pages, other_pages
from tests.screenshots.desk import DESK
from tests.screenshots.site import Site
from tests.screenshots.steps import Steps

PHONE, SMALLEST = 390, 320
WIDTHS = (1280, PHONE)
SCHEMES = ("light", "dark")
HEIGHT = 844
WHOLE = "document.documentElement.scrollHeight"


def main(names: list[str]) -> int:
    """Says what is wrong, one line a finding; 1 when anything is."""
    if not chromium.PATH:
        sys.exit(chromium.MISSING)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # so that everything is stopped then, too
    with tempfile.TemporaryDirectory(prefix="accessibility-") as folder:
        site = Site(Path(folder))
        try:
            site.start()
            pages = DESK | other_pages() | admin_pages(site.numbers["editor"])
            chosen = [name for pattern in names or ["*"] for name in matching(pages, pattern)]
            with sync_playwright() as playwright:  # only now: its event loop keeps Django from the database
                chrome = playwright.chromium.launch(executable_path=chromium.PATH, args=chromium.OPTIONS)
                found = sum(say(name, look_at(chrome, site, pages[name])) for name in chosen)
        finally:
            site.stop()
    sys.stdout.write(f"{found} findings on {len(chosen)} pages\n")
    return bool(found)


def say(name: str, findings: Iterator[str]) -> int:
    """Returns how many there were."""
    lines = [f"{name}, {finding}\n" for finding in findings]
    sys.stdout.writelines(lines)
    return len(lines)


def look_at(chrome: Browser, site: Site, steps: Steps) -> Iterator[str]:
    for width in WIDTHS:
        with chromium.new_visitor(chrome, site.address, viewport={"width": width, "height": HEIGHT}) as context:
            page = context.new_page()
            steps(page, site)
            # What sticks to the window may half cover what is only to be scrolled from under it: axe takes that for small.
            page.set_viewport_size({"width": width, "height": max(HEIGHT, page.evaluate(WHOLE))})
            for scheme in SCHEMES:
                page.emulate_media(color_scheme=scheme)
                yield from (f"{width} px, {scheme}: {finding}" for finding in accessible.violations(page))
            page.set_viewport_size({"width": width, "height": HEIGHT})
            yield from (f"{width} px: {finding}" for finding in accessible.covered(page) + accessible.cut_lists(page))
            if width == PHONE:
                for narrow in (PHONE, SMALLEST):
                    yield from (f"{narrow} px: {finding}" for finding in accessible.too_wide(page, narrow))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

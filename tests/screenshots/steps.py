"""What leads to a page: a visit, or a visit by somebody of the staff."""

from collections.abc import Callable

from playwright.sync_api import Page

from tests.screenshots.site import Site

type Steps = Callable[[Page, Site], object]


def at(path: str) -> Steps:
    return lambda page, _: page.goto(path)


def as_staff(path: str, rights: str, page: Page, site: Site) -> None:
    """Opens the page as who has these rights; `{guide}` in its path is the number of the thing of that name."""
    page.context.add_cookies([{"name": "session", "value": site.sessions[rights], "url": site.address}])
    page.goto(path.format_map(site.numbers))

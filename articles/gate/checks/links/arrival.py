"""Links: whether a reader who follows one arrives, and at the right address."""

import re
from collections.abc import Iterator
from dataclasses import replace

from articles.document.layout import Outline
from articles.document.references import nearest
from articles.gate.context import SiteContext
from articles.gate.findings import Finding, Level, Rule
from articles.gate.prose.addresses import Placed, Target, placed_links
from articles.gate.prose.document_text import DocumentText
from articles.gate.prose.words import cut
from articles.references import broken
from articles.references.targets import GONE, State
from articles.references.targets import Target as Meant

GUIDE = re.compile(r"/guides/(?P<slug>[^/]+)/?")
FILES = ("/media/", "/static/")

WHY_DEAD = "Readers who follow the link meet an error page, and search engines count it against the guide."
WHY_DETOUR = "Readers arrive by a detour, which takes longer and may be closed one day."
NOWHERE = Rule(
    check="link-without-address",
    level=Level.BLOCKS,
    why="It looks like a link, and nothing happens when a reader follows it.",
    advice="Give the link its address, or remove the link and keep the words.",
)
RELATIVE = Rule(
    check="link-half-addressed",
    level=Level.BLOCKS,
    why=WHY_DEAD,
    advice="Begin the address with a slash for a page of this site, or with https:// for another site.",
)
PRIVATE = Rule(
    check="link-closed-to-readers",
    level=Level.BLOCKS,
    why="The page is open to editors or on your own computer; readers meet an error or a request to sign in.",
    advice="Link to the public page.",
)
BROKEN = Rule(check="link-broken", level=Level.BLOCKS, why=WHY_DEAD, advice="Correct the address, or remove the link.")
UNPUBLISHED = Rule(
    check="link-to-unpublished-guide",
    level=Level.BLOCKS,
    why=WHY_DEAD,
    advice="Publish that guide first, or remove the link until it is published.",
)
WITHDRAWN = Rule(
    check="link-to-withdrawn-guide",
    level=Level.BLOCKS,
    why="That guide was taken off the site, so readers see that it is gone.",
    advice="Link to a guide that took its place, or remove the link.",
)
MOVED = Rule(
    check="link-to-old-address", level=Level.WARNS, why=WHY_DETOUR, advice="Use the address that the guide has now."
)
SLASH = Rule(
    check="link-without-final-slash",
    level=Level.WARNS,
    why=WHY_DETOUR,
    advice="Add the slash at the end of the address.",
)
FRAGMENT = Rule(
    check="link-to-missing-heading",
    level=Level.WARNS,
    why="The link stays where it is: no heading of this page has that name, perhaps because its words have changed.",
    advice="Copy the address of the heading from the list of contents in the preview.",
)
HEADING = replace(
    FRAGMENT,
    why="Readers arrive at the top of that guide: the heading is gone, or says something quite different now.",
    advice="Choose the heading anew, or link to the guide as a whole.",
)
GONE_FOR_GOOD = replace(
    BROKEN,
    why="Readers see the words without a link.",
    advice="Link to something else, or remove the link and keep the words.",
)
OF_CLOSED = {
    State.UNPUBLISHED: UNPUBLISHED,
    State.WITHDRAWN: WITHDRAWN,
    State.NO_HEADING: HEADING,
    State.GONE: GONE_FOR_GOOD,
}
UNSAFE = Rule(
    check="link-not-encrypted",
    level=Level.WARNS,
    why="The link takes a detour over a connection on which others can see what is read, and breaks if the site moves.",
    advice="Give the address from its first slash on, such as /privacy/.",
)


def link_leads_nowhere(guide: DocumentText, site: SiteContext) -> Iterator[Finding]:
    told = {
        Target.NOWHERE: (NOWHERE, "The link “{words}” has no address."),
        Target.RELATIVE: (RELATIVE, "The link “{words}” has the incomplete address “{address}”."),
        Target.PRIVATE: (PRIVATE, "The link “{words}” leads to “{address}”, which readers cannot open."),
    }
    for placed in placed_links(guide, site.hosts):
        if placed.target in told:
            rule, what = told[placed.target]
            yield _found(rule, placed, what.format(words=cut(placed.link.words), address=cut(placed.link.address)))


def link_within_site(guide: DocumentText, site: SiteContext) -> Iterator[Finding]:
    for placed in placed_links(guide, site.hosts):
        if placed.target is Target.SITE and not placed.path.startswith(FILES):
            match = GUIDE.fullmatch(placed.path)
            yield from _to_guide(placed, match["slug"], guide, site) if match else _to_page(placed, site)


def link_to_missing_heading(guide: DocumentText, site: SiteContext) -> Iterator[Finding]:
    own = f"/guides/{guide.document.slug}"
    within = [
        placed
        for placed in placed_links(guide, site.hosts)
        if placed.parts.fragment
        and (placed.target is Target.SAME_PAGE or (placed.target is Target.SITE and placed.path.rstrip("/") == own))
    ]
    anchors = Outline(guide.document).places() if within else frozenset()
    for placed in within:
        if not nearest(placed.parts.fragment, anchors):
            yield _found(FRAGMENT, placed, f"No heading of this page has the name “{cut(placed.parts.fragment)}”.")


def link_by_reference(guide: DocumentText, site: SiteContext) -> Iterator[Finding]:
    for placed in placed_links(guide, site.hosts):
        if placed.target is Target.REFERENCE:
            target = site.closed.get(placed.link.address, GONE)
            yield _found(OF_CLOSED[target.state], placed, _of_closed(target, placed))


def _of_closed(target: Meant, placed: Placed) -> str:
    words, place = cut(placed.link.words), cut(placed.parts.fragment)
    return broken.sentence(target.state, words=words, title=cut(target.title), place=place)


def link_not_encrypted(guide: DocumentText, site: SiteContext) -> Iterator[Finding]:
    """Of this site alone: browsers ask other sites for https first, and `check_links` tells which of them have moved to it."""
    for placed in placed_links(guide, site.hosts):
        if placed.parts.scheme == "http" and placed.target is Target.SITE:
            yield _found(UNSAFE, placed, f"The address “{cut(placed.link.address)}” begins with http://.")


def _to_guide(placed: Placed, slug: str, guide: DocumentText, site: SiteContext) -> Iterator[Finding]:
    words = cut(placed.link.words)
    if slug == guide.document.slug or slug in site.live:
        if not placed.path.endswith("/"):
            yield _found(SLASH, placed, f"The address “{placed.path}” lacks its final slash.")
    elif slug in site.moved:
        advice = f"Change the address to /guides/{site.moved[slug]}/."
        yield _found(MOVED, placed, f"The link “{words}” leads to an address that its guide had before.", advice=advice)
    elif slug in site.unpublished:
        yield _found(UNPUBLISHED, placed, f"The link “{words}” leads to a guide that is not published.")
    elif slug in site.withdrawn:
        yield _found(WITHDRAWN, placed, f"The link “{words}” leads to a guide that was withdrawn.")
    else:
        yield _found(BROKEN, placed, f"The link “{words}” leads to “{cut(placed.path)}”, and there is no such guide.")


def _to_page(placed: Placed, site: SiteContext) -> Iterator[Finding]:
    if site.exists(placed.path):
        return
    if not placed.path.endswith("/") and site.exists(f"{placed.path}/"):
        yield _found(SLASH, placed, f"The address “{cut(placed.path)}” lacks its final slash.")
    else:
        what = f"The link “{cut(placed.link.words)}” leads to “{cut(placed.path)}”, and this site has no such page."
        yield _found(BROKEN, placed, what)


def _found(rule: Rule, placed: Placed, what: str, advice: str = "") -> Finding:
    return rule.found(placed.place, what, excerpt=cut(placed.link.words), advice=advice)


CHECKS = (link_leads_nowhere, link_within_site, link_to_missing_heading, link_by_reference, link_not_encrypted)

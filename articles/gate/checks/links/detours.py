"""Addresses that carry more than the reader needs, or that lead through somebody else’s counter first."""

import re
from collections.abc import Iterator
from html import escape
from urllib.parse import parse_qsl, urlencode, urlsplit

from articles.gate.checks.links import tracking
from articles.gate.checks.links.counters import SHORTENERS, WRAPPERS
from articles.gate.context import SiteContext
from articles.gate.findings import Finding, Fix, Level, Rule
from articles.gate.prose import repeats
from articles.gate.prose.addresses import Placed, placed_links
from articles.gate.prose.document_text import DocumentText
from articles.gate.prose.fixes import with_content
from articles.gate.prose.words import cut

# Whoever sent the reader; on a site for code it names a branch.
SENDER = re.compile(
    r"(?:ref|via|referrer|partner|refid|referral)=(?!main$|master$|HEAD$|heads|refs|v?\d+(?:\.\d+)*$|[0-9a-f]{7,40}$)[\w.-]{3,40}",
    re.IGNORECASE,
)
CODE_HOSTS = ("github.com", "gitlab.com", "bitbucket.org", "codeberg.org", "gitea.com", "readthedocs.io", "gov.uk")
NAMES_A_CAMPAIGN = re.compile(r"si=[\w-]{6,}$|(?:ref|source|cid|src|spm|from)=(?:news_?letter|e-?mail|home_?page|twitter|linkedin"
    r"|facebook|social|banner|[a-z]\.[a-z]\.[a-z])(?:$|&)", re.IGNORECASE)  # fmt: skip
# “page;jsessionid=1A2B”, as Java’s servers keep a visit in the path.
VISIT_IN_PATH = re.compile(r";(?P<name>jsessionid|phpsessid|sid)=[\w.!-]+", re.IGNORECASE)
AMP = re.compile(
    r"https?://(?:www\.)?google\.\w+(?:\.\w+)?/amp/(?:s/)?(?P<address>[\w-]+(?:\.[\w-]+)+\S*)", re.IGNORECASE
)
DEFENDED = re.compile(r"https://urldefense(?:\.proofpoint)?\.com/v3/__(?P<address>https?:/.+?)__(?:$|;)")
DEFENDED_EARLIER = re.compile(r"urldefense(?:\.proofpoint)?\.com/v[12]/url$")
WEB_ADDRESS = re.compile(r"https?://[^\s.]+\.[^\s]+", re.IGNORECASE)

TRACKED = Rule(
    check="link-with-tracking",
    level=Level.WARNS,
    why="What is added to the address tells others where the reader came from, and it names somebody else’s campaign.",
    advice="Delete it from the address; the link works without it.",
)
WRAPPED = Rule(
    check="link-through-a-counter",
    level=Level.WARNS,
    why="Readers cannot see where they will arrive, they are counted on the way, and the detour may be closed one day.",
    advice="Follow the link once, and use the address at which you arrive.",
)


def link_with_tracking(guide: DocumentText, site: SiteContext) -> Iterator[Finding]:
    """Once for the guide: whoever copies one such address copies others, and one repair cleans them all."""
    return repeats.once(_tracked(guide, site))


def _tracked(guide: DocumentText, site: SiteContext) -> Iterator[Finding]:
    for placed in placed_links(guide, site.hosts):
        if visit := VISIT_IN_PATH.search(placed.parts.path):
            what = f"The address of “{cut(placed.link.words)}” carries “{visit['name']}”."
            clean = placed.parts._replace(path=VISIT_IN_PATH.sub("", placed.parts.path)).geturl()
            yield TRACKED.found(placed.place, what, excerpt=cut(placed.link.words), fix=_fix(guide, placed, clean))
        elif placed.parts.query and (names := _tracking(placed)):
            what = f"The address of “{cut(placed.link.words)}” carries “{names[0]}”."
            query = [(name, value) for name, value in _parameters(placed) if name not in names]
            clean = placed.parts._replace(query=urlencode(query)).geturl()
            yield TRACKED.found(placed.place, what, excerpt=cut(placed.link.words), fix=_fix(guide, placed, clean))


def link_through_a_counter(guide: DocumentText, site: SiteContext) -> Iterator[Finding]:
    for placed in placed_links(guide, site.hosts):
        if placed.host and (inside := _wrapped(placed)) is not None:
            what = f"The link “{cut(placed.link.words)}” goes through “{cut(placed.host)}” to another page."
            advice = f"Link to {cut(inside)} itself." if inside else ""
            fix = _fix(guide, placed, inside) if inside else None
            yield WRAPPED.found(placed.place, what, excerpt=cut(placed.link.words), advice=advice, fix=fix)


def _tracking(placed: Placed) -> list[str]:
    of_site = tracking.at(placed.host)
    is_sent = not placed.host.endswith(CODE_HOSTS) and "." in placed.host
    return [
        name
        for name, value in _parameters(placed)
        if tracking.EVERYWHERE.fullmatch(name) or any(pattern.fullmatch(name.lower()) for pattern in of_site) or NAMES_A_CAMPAIGN.match(f"{name}={value}") or (is_sent and SENDER.fullmatch(f"{name}={value}"))
    ]  # fmt: skip


def _parameters(placed: Placed) -> list[tuple[str, str]]:
    return parse_qsl(placed.parts.query, keep_blank_values=True)


def _wrapped(placed: Placed) -> str | None:
    """The address within, empty where it cannot be told; None for an address that wraps none."""
    if SHORTENERS.fullmatch(placed.host):
        return ""
    if defended := DEFENDED.match(placed.link.address):
        return _web_address(defended["address"])
    if amp := AMP.fullmatch(placed.link.address):
        return _web_address(f"https://{amp['address']}")
    place, parameters = f"{placed.host}{placed.parts.path or '/'}", dict(_parameters(placed))
    if DEFENDED_EARLIER.match(place):
        return _web_address(parameters.get("u", "").replace("_", "/").replace("-", "%"), is_quoted=True)
    for pattern, names in WRAPPERS:
        if pattern.match(place):
            return next((address for name in names if (address := _web_address(parameters.get(name, "")))), "")
    return None


def _web_address(text: str, *, is_quoted: bool = False) -> str:
    address = dict(parse_qsl(f"address={text}")).get("address", "") if is_quoted else text
    return address if WEB_ADDRESS.fullmatch(address) and urlsplit(address).hostname else ""


def _fix(guide: DocumentText, placed: Placed, address: str) -> Fix | None:
    """Puts another address in the place of this one; only rich text holds its addresses beside their words."""
    block = None if placed.place.block is None else guide.document.blocks[placed.place.block]
    if block is None or placed.place.field not in block.rich:
        return None
    old, new = (f'href="{escape(text)}"' for text in (placed.link.address, address))
    return with_content(placed.place, lambda html: html.replace(old, new))


CHECKS = (link_with_tracking, link_through_a_counter)

"""Addresses that carry more than the reader needs, or that lead through somebody else’s counter first."""

import re
from collections.abc import Iterator
from html import escape
from urllib.parse import parse_qsl, urlencode, urlsplit

from articles.gate.context import SiteContext
from articles.gate.findings import Finding, Fix, Level, Rule
from articles.gate.prose import repeats
from articles.gate.prose.addresses import Placed, placed_links
from articles.gate.prose.document_text import DocumentText
from articles.gate.prose.fixes import with_content
from articles.gate.prose.words import cut

TRACKING = re.compile(
    r"utm_\w+|(?:fb|g|d|ds)clid|g?braid|wbraid|gclsrc|gad_\w+|msclkid|yclid|ttclid|twclid|li_fat_id|rb_clickid|irclickid|wickedid|epik"
    r"|mc_[ce]id|_ga|_gl|mkt_tok|igsh(?:id)?|srsltid|trk\w*|trackingid|lipi|midtoken|midsig|originalreferer|ref_src|ref_url|ref_"
    r"|vero_id|vero_conv|oly_\w+|s_kwcid|scid|sc_cid|cmp(?:id)?|campaign_?id|aff(?:iliate)?(?:_?id)?|ck_subscriber_id|awc|cjevent|clickref|coupon_?code|aff_?code|partner_?id|irgwc|ranmid|ransiteid|raneaid|sscid|tduid|rdt_cid|dm_i"
    r"|(?:pk|mtm|piwik|matomo|hsa|ns|at|itm)_(?:campaign|source|medium|content|mchannel|kwd|keyword|cid|cam|grp|ad|acc|net|ver|src)"
    r"|_hs\w+|__hs\w+|hsctatracking|phpsessid|jsessionid|sessionid|wt\.mc_id|ocid|smid|ncid|xtor|wpsrc|__twitter_impression|_openstat",
    re.IGNORECASE,
)
# Parameters that track on these sites only; elsewhere they say which page is meant.
TRACKING_AT = (
    (re.compile(r"(?:[\w-]+\.)?amazon\.\w+(?:\.\w+)?"), re.compile(r"tag|ref|linkcode|linkid|ascsubtag|psc|pd_rd_\w+|pf_rd_\w+|qid|sr")),
    (re.compile(r"(?:[\w-]+\.)?youtu(?:be\.com|\.be)|open\.spotify\.com"), re.compile(r"si|feature|pp")),
    (re.compile(r"(?:[\w-]+\.)?(?:twitter|x)\.com"), re.compile(r"[st]")),
    (re.compile(r"(?:[\w-]+\.)?aliexpress\.com|[\w.-]*alibaba\.com|[\w.-]*taobao\.com"), re.compile(r"spm|scm")),
)  # fmt: skip
# Whoever sent the reader; on a site for code it names a branch.
SENDER = re.compile(
    r"(?:ref|via|referrer|partner|refid|referral)=(?!main$|master$|HEAD$|heads|refs|v?\d+(?:\.\d+)*$|[0-9a-f]{7,40}$)[\w.-]{3,40}",
    re.IGNORECASE,
)
CODE_HOSTS = ("github.com", "gitlab.com", "bitbucket.org", "codeberg.org", "gitea.com", "readthedocs.io", "gov.uk")
NAMES_A_CAMPAIGN = re.compile(r"si=[\w-]{6,}$|(?:ref|source|cid|src|spm|from)=(?:news_?letter|e-?mail|home_?page|twitter|linkedin|facebook|social|banner|[a-z]\.[a-z]\.[a-z])(?:$|&)", re.IGNORECASE)  # fmt: skip
SHORTENERS = re.compile(
    r"bit\.ly|tinyurl\.com|lnkd\.in|t\.co|ow\.ly|buff\.ly|goo\.gl|is\.gd|rebrand\.ly|shorturl\.at|"
    r"cutt\.ly|dlvr\.it|fb\.me|amzn\.to|amzn\.eu|hubs\.ly|hubs\.li|hubs\.la|trib\.al|rb\.gy|t\.ly|"
    r"tiny\.cc|v\.gd|shorte\.st|adf\.ly|bl\.ink|short\.io|tr\.im|snip\.ly|soo\.gd|s\.id|qr\.ae|"
    r"qrco\.de|ift\.tt|j\.mp|youtu\.be\.link|po\.st|chilp\.it|clck\.ru|x\.co|lc\.chat|smarturl\.it|"
    r"bit\.do|tiny\.one|gg\.gg|u\.to|surl\.li|shorturl\.(?:com|gg)|bbc\.in|nyti\.ms|on\.ft\.com|econ\.st|reut\.rs|wrd\.cm|msft\.it|tcrn\.ch|zpr\.io|dub\.sh|short\.gy|"
    r"eepurl\.com|wp\.me|flip\.it|spr\.ly|sprout\.link|ln\.run"
)
# Hosts (and paths) that wrap the address of another page, each with the parameters that hold it.
WRAPPERS = (
    (re.compile(r"[\w.-]+\.safelinks\.protection\.outlook\.com/"), ("url",)),
    (re.compile(r"(?:www\.)?google\.\w+(?:\.\w+)?/url$"), ("q", "url")),
    (re.compile(r"lm?\.(?:facebook|instagram|messenger)\.com/"), ("u",)),
    (re.compile(r"(?:www\.)?linkedin\.com/(?:redir|safety)/"), ("url",)),
    (re.compile(r"out\.reddit\.com/|(?:www\.)?youtube\.com/redirect|(?:t|steamcommunity)\.umblr\.com/redirect"), ("url", "q", "z")),
    (re.compile(r"linkprotect\.cudasvc\.com/url|clicktime\.symantec\.com/|slack-redir\.net/link|href\.li/"), ("a", "u", "url")),
    (re.compile(r"duckduckgo\.com/l/"), ("uddg",)),
    (re.compile(r"(?:translate\.google\.\w+(?:\.\w+)?/translate|[\w-]+\.translate\.goog/)"), ("u",)),
    (re.compile(r"protect[\w-]*\.mimecast\.com/s/|url\w*\.mailanyone\.net/|(?:www\.)?bing\.com/ck/|webcache\.googleusercontent\.com/"), ()),
    (re.compile(r"[\w.-]+\.list-manage\.com/track/|[\w.-]+\.ct\.sendgrid\.net/|[\w.-]+/ls/click|[\w.-]+\.hubspotlinks\.com/"), ()),
    (re.compile(r"(?:click|clicks|trk|track|email-?links?)\.(?:[\w-]+\.)+\w+/"), ()),
)  # fmt: skip
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
    return repeats.once_each(_tracked(guide, site), alike=lambda finding: finding.check)


def _tracked(guide: DocumentText, site: SiteContext) -> Iterator[Finding]:
    for placed in placed_links(guide, site.hosts):
        if placed.parts.query and (names := _tracking(placed)):
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
    of_site = [pattern for host, pattern in TRACKING_AT if host.fullmatch(placed.host)]
    is_sent = not placed.host.endswith(CODE_HOSTS) and "." in placed.host
    return [
        name
        for name, value in _parameters(placed)
        if TRACKING.fullmatch(name) or any(pattern.fullmatch(name.lower()) for pattern in of_site) or NAMES_A_CAMPAIGN.match(f"{name}={value}") or (is_sent and SENDER.fullmatch(f"{name}={value}"))
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

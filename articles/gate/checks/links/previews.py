"""Addresses of copies for trying things out: a build of a branch, a tunnel to somebody’s desk, a site before its launch."""

import re
from urllib.parse import parse_qsl

from articles.gate.checks.links.platforms import APP, FLEETING
from articles.gate.prose.addresses import Placed
from articles.gate.prose.hosts import site_of

# A part of a host's name that says that it is for trying things out; the weaker words only on British sites, since
# dev.mysql.com and test.io are open to all.
LABEL = re.compile(
    r"(?:^|[.-])(?:staging|stagingsite|stage|stg|stag|preview|previews|uat|pre-?prod(?:uction)?|pre-?live"
    r"|pre-?release|deploy-preview-\d+)-?\d{0,2}(?=[.-])"
)
LABEL_UK = re.compile(
    r"(?:^|[.-])(?:dev|develop|devel|test|testing|qa|qat|sit|sandbox|demo|beta|acc|acceptance|drafts?|wip|review|mock|mock-?up|prototype|tmp|temp"
    r"|redesign|rebuild|relaunch|newsite|new-?site|oldsite|old-?site|integration|nonprod|non-prod|ci|rc|trial"
    r"|sandpit|playground|local)\d{0,2}(?=[.-])"
    r".*(?<!\.gov)(?<!\.ac)(?<!\.nhs)\.uk$"
)
OPEN_TO_ALL = re.compile(r"preview\.redd\.it|.*\.(?:gov\.uk|githubusercontent\.com)")
OF_THE_HOST = re.compile(
    r"www|support|answers|assets|static\d?|images|help|docs|blog|status|community|forum|developers?|app"
)
BUILD = re.compile(
    r"--|-git-[\w-]+\.vercel\.app$|-git-(?:main|master|develop|dev|feature|feat|fix|release|preview|staging)\b|-pr-\d+[.-]|-[0-9a-z]{9}-[\w-]+\.vercel\.app$|^[\w-]+\.[\w-]+\.pages\.dev$|^(?:branch|feature|develop)[.-]"
)
# Names that tell nothing but the trade, which a site has that waits for its own: “agency-guides”, “tech-recruitment2”.
TRADE = re.compile(
    r"(?:(?:the|our|my|tech|it|digital|uk|agency|agencies|company|client|business|brand|corporate|marketing"
    r"|team|hr|people|careers?|jobs?|guides?|blog|pay|salary"
    r"|salaries|recruit(?:ment|ing|ers?)?|hiring|hire|talent|staffing|search|resourcing|site|website|web|app"
    r"|www|home|main|live|final|public|candidates?|contractors?|employers?)\d*(?:-|$))+"
)
UNFINISHED = re.compile(
    r"(?:^|[-.])(?:website|web|site|dev|test|testing|qa|draft|redesign|rebuild|relaunch|wip|tmp|temp|copy|backup|mock-?up|v\d+|new|old|my)(?:[-.]|$)"
    r"|^(?:rewrite|refresh|staged|stage|demo\d*|beta|uat|preprod|prototype)(?:-|$)|-(?:staging|preview|beta|uat|preprod|prototype|poc|v\d)$"
)
# Words that say that readers are to see something unfinished.
SHOWN = re.compile(r"\b(?:prototypes?|demos?|playground|sandbox)\b", re.IGNORECASE)
# Words that promise a page of this very site.
OURS = re.compile(
    r"\bour\b|\b(?:open|latest|current) (?:jobs|roles|vacancies)\b"
    r"|^(?=.*\b(?:pay|salar(?:y|ies)|CVs?|interviews?|notice|IR35|hiring|contract(?:or)?s?|candidates?"
    r"|employers?)\b).*\b(?:guides?|advice|checklists?)\b",
    re.IGNORECASE,
)
OUR_PATH = re.compile(r"/(?:guides|jobs|roles|vacancies|careers|contractors|employers|candidates)(?:/.*)?")
PATH = re.compile(r"/(?:_?preview|drafts?|version-test|_drafts?)/.+|.*/version-test(?:/.*)?")
QUERY = re.compile(
    r"preview(?:_\w+)?|is_?preview|_?drafts?|draft_?mode|_wp_preview|_thumbnail_id|elementor-preview"
    r"|customize_(?:changeset_uuid|theme)|fl_builder|et_fb|ct_builder"
    r"|vc_editable|brizy-edit(?:-iframe)?|bricks|preview-?token|hs_preview(?:_key)?|hs_preview_\w+"
    r"|_storyblok(?:_\w+)?|sanity-preview-\w+|x-(?:vercel|craft)-[\w-]+|x-preview-token|contentful_preview"
    r"|previewtoken|preview-?id|staging|stage|livepreview|live-preview",
    re.IGNORECASE,
)
# Where programs listen on a developer’s machine and behind a proxy.
PORTS = frozenset(
    {3000, 3001, 4000, 4200, 4321, 5000, 5173, 8000, 8001, 8008, 8080, 8081, 8443, 8787, 8888, 9000, 10000, 2368}
)
OFF = ("", "0", "false", "no")


def is_preview(placed: Placed, hosts: frozenset[str]) -> bool:
    """Whether the link leads to such a copy, of this or another site; `hosts` are the site’s own names."""
    host = placed.host
    named = LABEL.search(host) or LABEL_UK.search(host)
    is_named = named is not None and not OPEN_TO_ALL.fullmatch(host) and not SHOWN.search(placed.link.words)
    if is_named or FLEETING.fullmatch(host) or PATH.fullmatch(placed.parts.path) or _port(placed) in PORTS:
        return True
    parameters = parse_qsl(placed.parts.query) if placed.parts.query else ()
    asks = any(QUERY.fullmatch(name) and value.lower() not in OFF for name, value in parameters)
    return asks or _is_trial(placed, hosts)


def _port(placed: Placed) -> int | None:
    try:
        return placed.parts.port
    except ValueError:  # a slip, of which another rule tells
        return None


def _is_trial(placed: Placed, hosts: frozenset[str]) -> bool:
    """Whether the name of an app tells a build or a working title, or the app stands in for this very site."""
    app = APP.fullmatch(placed.host)
    if not app or OF_THE_HOST.fullmatch(app["name"]):
        return False
    is_trial = BUILD.search(placed.host) or UNFINISHED.search(app["name"]) or TRADE.fullmatch(app["name"])
    is_ours = OURS.search(placed.link.words) or OUR_PATH.fullmatch(placed.parts.path)
    names = {site_of(host).partition(".")[0] for host in hosts}
    return bool(is_trial or is_ours) or not names.isdisjoint(app["name"].split("-"))

"""Addresses of copies for trying things out: a build of a branch, a tunnel to somebody’s desk, a site before its launch."""

import re
from urllib.parse import parse_qsl

from articles.gate.prose.addresses import Placed
from articles.gate.prose.hosts import site_of

# A part of a host's name that says that it is for trying things out; the weaker words only on British sites, since
# dev.mysql.com and test.io are open to all.
LABEL = re.compile(r"(?:^|[.-])(?:staging|stage|stg|preview|uat|pre-?prod|deploy-preview-\d+)\d?(?=[.-])")
LABEL_UK = re.compile(r"(?:^|[.-])(?:dev|test|testing|qa|sandbox)\d?(?=[.-]).*(?<!\.gov)(?<!\.ac)\.uk$")
OPEN_TO_ALL = re.compile(r"preview\.redd\.it|.*\.(?:gov\.uk|githubusercontent\.com)")
# Gone when somebody shuts a laptop or the day is over.
FLEETING = re.compile(
    r".+\.(?:ngrok\.io|ngrok-free\.(?:app|dev)|ngrok\.app|trycloudflare\.com|loca\.lt|localhost\.run|serveo\.net|gitpod\.io|csb\.app"
    r"|webcontainer\.io|id\.repl\.co|wpcomstaging\.com|myftpupload\.com|app\.github\.dev|devtunnels\.ms)"
)
# An app there may be public under its plain name; a build of one branch or change has more before it.
APP = re.compile(
    r"(?P<name>[\w-]+)\.(?:[\w-]+\.)?(?:netlify\.app|vercel\.app|now\.sh|herokuapp\.com|pages\.dev|workers\.dev|onrender\.com|fly\.dev"
    r"|web\.app|firebaseapp\.com|surge\.sh|amplifyapp\.com|azurewebsites\.net|azurestaticapps\.net|railway\.app|replit\.app|repl\.co"
    r"|run\.app|elasticbeanstalk\.com|wpengine\.com|pantheonsite\.io|kinsta\.cloud|flywheelsites\.com|cloudwaysapps\.com|webflow\.io"
    r"|wixsite\.com|squarespace\.com|myshopify\.com|s3-website[\w.-]*\.amazonaws\.com)"
)
OF_THE_HOST = re.compile(
    r"www|support|answers|assets|static\d?|images|help|docs|blog|status|community|forum|developers?|app"
)
BUILD = re.compile(
    r"--|-git-|-pr-\d+[.-]|-[0-9a-z]{9}-[\w-]+\.vercel\.app$|^[\w-]+\.[\w-]+\.pages\.dev$|^(?:branch|feature|develop)[.-]"
)
UNFINISHED = re.compile(
    r"(?:^|[-.])(?:website|web|site|dev|test|testing|qa|draft|redesign|rebuild|relaunch|wip|tmp|temp|copy|backup|mock-?up|v\d+|new|old|my)(?:[-.]|$)"
    r"|^(?:agency|company|client|business|brand|corporate|marketing|website|site)\d*$"
)
# Words that promise a page of this very site.
OURS = re.compile(
    r"\bour\b|\b(?:open|latest|current) (?:jobs|roles|vacancies)\b"
    r"|^(?=.*\b(?:pay|salar(?:y|ies)|CVs?|interviews?|notice|IR35|hiring|contract(?:or)?s?|candidates?|employers?)\b).*\b(?:guides?|advice|checklists?)\b",
    re.IGNORECASE,
)
OUR_PATH = re.compile(r"/(?:guides|jobs|roles|vacancies|careers|contractors|employers|candidates)(?:/.*)?")
PATH = re.compile(r"/(?:preview|drafts?)/.+")
QUERY = re.compile(r"preview(?:_\w+)?|_?draft|_wp_preview|elementor-preview|customize_changeset_uuid", re.IGNORECASE)
OFF = ("", "0", "false", "no")


def is_preview(placed: Placed, hosts: frozenset[str]) -> bool:
    """Whether the link leads to such a copy, of this or another site; `hosts` are the site’s own names."""
    host = placed.host
    named = LABEL.search(host) or LABEL_UK.search(host)
    if FLEETING.fullmatch(host) or (named and not OPEN_TO_ALL.fullmatch(host)) or PATH.fullmatch(placed.parts.path):
        return True
    parameters = parse_qsl(placed.parts.query) if placed.parts.query else ()
    asks = any(QUERY.fullmatch(name) and value.lower() not in OFF for name, value in parameters)
    return asks or _is_trial(placed, hosts)


def _is_trial(placed: Placed, hosts: frozenset[str]) -> bool:
    """Whether the name of an app tells a build or a working title, or the app stands in for this very site."""
    app = APP.fullmatch(placed.host)
    if not app or OF_THE_HOST.fullmatch(app["name"]):
        return False
    is_trial = BUILD.search(placed.host) or UNFINISHED.search(app["name"])
    is_ours = OURS.search(placed.link.words) or OUR_PATH.fullmatch(placed.parts.path)
    names = {site_of(host).partition(".")[0] for host in hosts}
    return bool(is_trial or is_ours) or not names.isdisjoint(app["name"].split("-"))

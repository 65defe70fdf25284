"""Pages of other sites that were never meant for readers: previews, desks behind a sign-in, documents shared with a few."""

import re
from collections.abc import Callable, Iterator
from urllib.parse import parse_qsl

from articles.gate.context import SiteContext
from articles.gate.findings import Finding, Level, Rule
from articles.gate.prose.addresses import Placed, Target, placed_links
from articles.gate.prose.document_text import DocumentText
from articles.gate.prose.words import cut

# A part of a host's name that says that it is for trying things out; the weaker words only on British sites, since
# dev.mysql.com and test.io are open to all.
PREVIEW_LABEL = re.compile(r"(?:^|[.-])(?:staging|stage|stg|preview|uat|pre-?prod|deploy-preview-\d+)\d?(?=[.-])")
PREVIEW_LABEL_UK = re.compile(r"(?:^|[.-])(?:dev|test|testing|qa|sandbox)\d?(?=[.-]).*(?<!\.gov)(?<!\.ac)\.uk$")
OPEN_PREVIEW = re.compile(r"preview\.redd\.it|.*\.(?:gov\.uk|githubusercontent\.com)")
PREVIEW_HOST = re.compile(
    r"(?!(?:www|support|help|docs|blog|status|community|forum)\.).+\.(?:netlify\.app|vercel\.app|herokuapp\.com|pages\.dev|onrender\.com|fly\.dev"
    r"|wpengine\.com|pantheonsite\.io|azurewebsites\.net|azurestaticapps\.net|ngrok\.io|ngrok-free\.app|ngrok\.app"
    r"|webflow\.io|surge\.sh|web\.app|firebaseapp\.com|trycloudflare\.com|railway\.app|replit\.app|repl\.co|loca\.lt"
    r"|kinsta\.cloud|wixsite\.com|squarespace\.com|amplifyapp\.com|wpcomstaging\.com|flywheelsites\.com"
    r"|cloudwaysapps\.com|myftpupload\.com|elasticbeanstalk\.com|s3-website[\w.-]*\.amazonaws\.com|run\.app|gitpod\.io)"
)
PREVIEW_QUERY = re.compile(r"preview(?:_\w+)?|_?draft|_wp_preview", re.IGNORECASE)
OFF = ("", "0", "false", "no")

ADMIN_PATH = re.compile(
    r"(?:/[\w-]+)?/(?:wp-admin|wp-login\.php|wp-json)(?:/.*)?"
    r"|/(?:admin|administrator|admin\.php|django-admin|umbraco|typo3|sitecore|ghost|cms|backend|cpanel|phpmyadmin|keystatic"
    r"|user/login)(?:/.*)?"
    r"|.*/(?:node|posts?|pages?|content|articles?|entries|items?)/\d+/edit(?:/\d+)?/?",
    re.IGNORECASE,
)
# Host and path of tools that show a page only to those who have signed in.
ADMIN_PLACE = re.compile(
    r"app(?:-\w+)?\.hubspot\.com/.|app\.contentful\.com/|manage\.wix\.com/|(?:www\.)?figma\.com/(?:file|design|proto|board|slides)/"
    r"|(?:www\.)?canva\.com/design/|trello\.com/[bc]/|app\.asana\.com/|app\.clickup\.com/|admin\.shopify\.com/|mail\.google\.com/"
    r"|analytics\.google\.com/|tagmanager\.google\.com/|search\.google\.com/search-console|app\.slack\.com/"
    r"|[\w-]+\.slack\.com/archives/|[\w.-]+\.salesforce\.com/one/|[\w.-]+\.lightning\.force\.com/|[\w.-]+\.my\.salesforce\.com/"
    r"|miro\.com/app/|(?:www\.)?linkedin\.com/(?:recruiter|talent|company/[\w-]+/admin|in/me|messaging)(?:/|$)"
    r"|outlook\.(?:office|office365|live)\.com/|app\.greenhouse\.io/|hire\.lever\.co/|[\w.-]+\.bullhornstaffing\.com/"
    r"|my\.wpengine\.com/|webflow\.com/design/|app\.netlify\.com/|[\w-]+\.monday\.com/boards|[\w-]+\.wordpress\.com/wp-admin"
    r"|wordpress\.com/(?:post|page|edit)/|github\.com/[^/]+/[^/]+/(?:edit|settings)(?:/|$)|linear\.app/[\w-]+/issue/"
    r"|(?:[\w-]+\.)?mailchimp\.com/(?:campaigns|audience)/|app\.buffer\.com/|app\.intercom\.com/"
)
SHARED_PLACE = re.compile(
    # Not what was published to the web or is a form to fill in: those begin with /d/e/ or end in viewform.
    r"docs\.google\.com/(?!forms/d/e/)(?:a/[^/]+/)?(?:document|spreadsheets|presentation|forms|drawings|file)/d/(?!e/)(?!.*(?:viewform|/copy$|/preview$|/pub$))"
    r"|drive\.google\.com/.|1drv\.ms/|onedrive\.live\.com/.|[\w-]+\.sharepoint\.com/|[\w-]+\.officeapps\.live\.com/"
    r"|forms\.office\.com/pages/designpage|teams\.(?:microsoft|live)\.com/(?:l|meet)/|(?:www\.)?dropbox\.com/(?:s|sh|scl|home|preview)/"
    r"|paper\.dropbox\.com/doc|(?:www\.)?notion\.so/(?:[^/]+/[^/]+|.*[0-9a-f]{32})|[\w-]+\.notion\.site/."
    r"|[\w-]+\.atlassian\.net/.|[\w-]+\.confluence\.com/|(?:[\w-]+\.)?box\.com/(?:s|v|file|folder)/|we\.tl/|(?:[\w-]+\.)?wetransfer\.com/downloads"
    r"|(?:www\.)?icloud\.com/(?:iclouddrive|pages|numbers|keynote)|[\w-]+\.quip\.com/|quip\.com/\w{8,}|coda\.io/d/|airtable\.com/(?:app|tbl|invite)"
    r"|mega\.nz/(?:file|folder)|workdrive\.zoho\.\w+/|[\w-]+\.egnyte\.com/|(?:[\w-]+\.)?zoom\.us/[jw]/|meet\.google\.com/[a-z]{3}-"
    r"|(?:www\.)?evernote\.com/(?:shard|l)/"
)

PREVIEW = Rule(
    check="link-to-preview",
    level=Level.BLOCKS,
    why="A copy for trying things out asks readers to sign in, shows what is unfinished, or is gone next week.",
    advice="Link to the public page.",
)
ADMIN = Rule(
    check="link-to-other-admin",
    level=Level.BLOCKS,
    why="The page is open only to those who have signed in there; readers meet a form for their password.",
    advice="Link to the public page, or remove the link and keep the words.",
)
SHARED = Rule(
    check="link-to-shared-document",
    level=Level.WARNS,
    why="Readers may be asked to sign in or for permission, and whoever can open it sees who else works on it.",
    advice="Offer the file as a download of this guide, or link to a public page.",
)


def link_to_preview(guide: DocumentText, site: SiteContext) -> Iterator[Finding]:
    yield from _found(guide, site, PREVIEW, _is_preview, "which is a copy for trying things out")


def link_to_other_admin(guide: DocumentText, site: SiteContext) -> Iterator[Finding]:
    yield from _found(guide, site, ADMIN, _is_admin, "which asks readers to sign in")


def link_to_shared_document(guide: DocumentText, site: SiteContext) -> Iterator[Finding]:
    yield from _found(guide, site, SHARED, _is_shared, "a document or meeting that is shared with a few")


def _found(
    guide: DocumentText, site: SiteContext, rule: Rule, is_such: Callable[[Placed], bool], told: str
) -> Iterator[Finding]:
    """Once for each site: whoever has opened one of its links knows of the others."""
    hosts: set[str] = set()
    for placed in placed_links(guide, site.hosts):
        if placed.target is Target.ELSEWHERE and placed.host not in hosts and is_such(placed):
            hosts.add(placed.host)
            what = f"The link “{cut(placed.link.words)}” leads to “{cut(placed.host)}”, {told}."
            yield rule.found(placed.place, what, excerpt=cut(placed.link.words))


def _is_preview(placed: Placed) -> bool:
    host = placed.host
    named = PREVIEW_LABEL.search(host) or PREVIEW_LABEL_UK.search(host)
    if PREVIEW_HOST.fullmatch(host) or (named and not OPEN_PREVIEW.fullmatch(host)):
        return True
    parameters = parse_qsl(placed.parts.query) if placed.parts.query else ()
    return any(PREVIEW_QUERY.fullmatch(name) and value.lower() not in OFF for name, value in parameters)


def _is_admin(placed: Placed) -> bool:
    return bool(ADMIN_PATH.fullmatch(placed.parts.path) or ADMIN_PLACE.match(_place(placed)))


def _is_shared(placed: Placed) -> bool:
    return SHARED_PLACE.match(_place(placed)) is not None


def _place(placed: Placed) -> str:
    return f"{placed.host}{placed.parts.path.lower()}"


CHECKS = (link_to_preview, link_to_other_admin, link_to_shared_document)

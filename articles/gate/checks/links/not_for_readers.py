"""Pages of other sites that were never meant for readers: previews, desks behind a sign-in, documents shared with a few."""

import re
from collections.abc import Callable, Iterator

from articles.gate.checks.links.previews import is_preview
from articles.gate.context import SiteContext
from articles.gate.findings import Finding, Level, Rule
from articles.gate.prose.addresses import Placed, Target, placed_links
from articles.gate.prose.document_text import DocumentText
from articles.gate.prose.words import cut

ADMIN_PATH = re.compile(
    r"(?:/[\w-]+)?/(?:wp-admin|wp-login\.php|wp-json)(?:/.*)?"
    r"|/(?:admin|administrator|admin\.php|django-admin|umbraco|typo3|sitecore|ghost|cms|backend|cpanel|phpmyadmin|keystatic"
    r"|user/login)(?:/.*)?"
    r"|/lightning/(?:r|o|page)/.+"
    r"|.*/(?:node|posts?|pages?|content|articles?|entries|items?)/\d+/edit(?:/\d+)?/?",
    re.IGNORECASE,
)
MANUAL = re.compile(r"(?:docs|help|support|developers?|learn|wiki|community)\.")  # where “/admin/” is a chapter
PAGES = (".html", ".htm")  # of a site whose pages lie in a folder that is called “cms”
# Host and path of tools that show a page only to those who have signed in.
ADMIN_PLACE = re.compile(
    r"app(?:-\w+)?\.hubspot\.com/.|app\.contentful\.com/|manage\.wix\.com/|(?:www\.)?figma\.com/(?:file|design|board|slides)/"
    r"|(?:www\.)?canva\.com/design/(?!.*/(?:view|watch)$)|app\.asana\.com/|app\.clickup\.com/|admin\.shopify\.com/|mail\.google\.com/."
    r"|analytics\.google\.com/|tagmanager\.google\.com/|search\.google\.com/search-console(?!/about)"
    r"|[\w-]+\.slack\.com/admin|[\w.-]+\.salesforce\.com/one/|[\w.-]+\.lightning\.force\.com/|[\w.-]+\.my\.salesforce\.com/"
    r"|miro\.com/app/(?!board)|(?:www\.)?linkedin\.com/(?:recruiter|talent|company/[\w-]+/admin|in/me|messaging)(?:/|$)"
    r"|outlook\.(?:office|office365|live)\.com/|app\.greenhouse\.io/|hire\.lever\.co/|[\w.-]+\.bullhornstaffing\.com/"
    r"|my\.wpengine\.com/|webflow\.com/design/|app\.netlify\.com/|[\w-]+\.monday\.com/boards|[\w-]+\.wordpress\.com/wp-admin"
    r"|wordpress\.com/(?:post|page|edit)/|github\.com/[^/]+/[^/]+/(?:edit|settings)(?:/|$)|linear\.app/[\w-]+/issue/"
    r"|(?:[\w-]+\.)*salesforce\.com/lightning/|[\w-]+\.zendesk\.com/agent/|[\w-]+\.workable\.com/backend|[\w-]+\.squarespace\.com/config"
    r"|[\w-]+\.bamboohr\.com/(?!careers|jobs)\w|[\w-]+\.(?:pipedrive|freshdesk|teamtailor)\.com/(?:a|deal"
    r"|app)/|[\w-]+\.sanity\.studio/|[\w-]+\.prismic\.io/(?:documents|builder)"
    r"|app\.(?:storyblok|prismic|smartrecruiters|pinpointhq|recruitee)\.(?:com|io)/"
    r"|(?:www\.)?wix\.com/(?:dashboard|editor)/|(?:intranet|cms|crm|webmail|cpanel)\."
    r"|dashboard\.(?:stripe|heroku|render|hotjar|intercom)\.com/|(?:[\w-]+\.)?console\.aws\.amazon\.com/"
    r"|portal\.azure\.com/|console\.cloud\.google\.com/|app\.(?:wrike|teamwork|basecamp|trello|notion|airtable"
    r"|todoist|height)\.\w+/"
    r"|(?:www\.|app-\w+\.)?wrike\.com/(?:open|workspace)|(?:\d\.)?basecamp\.com/\d+"
    r"|gitlab\.com/.+/-/(?:settings|edit)(?:/|$)|[\w-]+\.teamwork\.com/(?:app|#)|[\w-]+\.(?:lightning\.force"
    r"|kanbanize|smartsheet)\.com/|app\.smartsheet\.com/"
    r"|(?:[\w-]+\.)?mailchimp\.com/(?:campaigns|audience)/|app\.buffer\.com/|app\.intercom\.com/"
)
SHARED_PLACE = re.compile(
    # Not what was published to the web or is a form to fill in: those begin with /d/e/ or end in viewform.
    r"docs\.google\.com/(?!forms/d/e/)(?:a/[^/]+/)?(?:document|spreadsheets|presentation|forms|drawings"
    r"|file)/(?:u/\d/)?d/(?!e/)(?!.*(?:viewform|/copy$|/preview$|/pub$|/view$|/present$))"
    # A channel or a board: closed to most, and often linked for those who know it.
    r"|app\.slack\.com/.|[\w-]+\.slack\.com/(?:archives/|messages/|docs/t\w+/|files/u|team/u|app_redirect)"
    r"|trello\.com/[bc]/.|miro\.com/app/board/|(?:www\.)?figma\.com/(?:proto|deck)/"
    r"|drive\.google\.com/.|1drv\.ms/|onedrive\.live\.com/.|[\w-]+\.sharepoint\.com/|[\w-]+\.officeapps\.live\.com/"
    r"|forms\.office\.com/pages/designpage|teams\.(?:microsoft|live)\.com/(?:l|meet)/|(?:www\.)?dropbox\.com/(?:s|sh|scl|home|preview)/"
    r"|paper\.dropbox\.com/doc|(?:www\.)?notion\.so/(?:[^/]+/[^/]+|.*[0-9a-f]{32})"
    r"|[\w-]+\.atlassian\.net/.|[\w-]+\.confluence\.com/|(?:[\w-]+\.)?box\.com/(?:s|v|file|folder)/|we\.tl/|(?:[\w-]+\.)?wetransfer\.com/downloads"
    r"|(?:www\.)?icloud\.com/(?:iclouddrive|pages|numbers|keynote)|[\w-]+\.quip\.com/|quip\.com/\w{8,}|coda\.io/d/|airtable\.com/(?:app|tbl|invite)"
    r"|mega\.nz/(?:file|folder)|workdrive\.zoho\.\w+/|[\w-]+\.egnyte\.com/|(?:[\w-]+\.)?zoom\.us/[jw]/|meet\.google\.com/[a-z]{3}-"
    r"|(?:www\.)?evernote\.com/(?:shard|l)/|share\.evernote\.com/|(?:[\w-]+\.)?onenote\.com/|loop\.(?:microsoft|cloud\.microsoft)\.?\w*/"
    # Boards, plans and drawings of a team.
    r"|lucid\.app/|(?:www\.)?lucidchart\.com/(?:documents|invitations)/|app\.mural\.co/t/"
    r"|(?:[\w-]+\.)?whimsical\.com/.+-\w{15,}|excalidraw\.com/#|app\.diagrams\.net/"
    r"|(?:www\.)?figjam\.com/|(?:[\w-]+\.)?invis(?:ionapp|\.io)\.?(?:com)?/|xd\.adobe\.com/view/"
    r"|[\w-]+\.invisionapp\.com/|marvelapp\.com/\w{6,}|(?:app\.)?zeplin\.io/"
    r"|tasks\.office\.com/|planner\.cloud\.microsoft/|[\w-]+\.monday\.com/|to-?do\.(?:office|microsoft)\.com/"
    r"|app\.powerbi\.com/groups|(?:app|share)\.clickup\.com/|doc\.clickup\.com/"
    r"|[\w-]+\.(?:aha|productboard|shortcut|youtrack\.cloud|myjetbrains)\.(?:io|com)/|(?:[\w-]+\.)?jira\.com/"
    r"|jira\.[\w.-]+/browse|confluence\.(?!atlassian\.)[\w.-]+/"
    # Files, notes and pictures.
    r"|[\w-]+\.(?:sharefile|egnyte|huddle|citrixdata|filecloudonline|datto|objectiveconnect)\.(?:com|eu|net)/"
    r"|share\.icloud\.com/|(?:www\.)?icloud\.com/(?:notes|photos|sharedalbum|freeform)"
    r"|photos\.app\.goo\.gl/|photos\.google\.com/share|keep\.google\.com/|sites\.google\.com/(?:d/|.+/edit)"
    r"|docs\.zoho\.\w+/|writer\.zoho\.\w+/|(?:[\w-]+\.)?pcloud\.\w+/|u\.pcloud\.link/"
    r"|(?:[\w-]+\.)?sync\.com/dl|(?:www\.)?mediafire\.com/|(?:[\w-]+\.)?transfernow\.net/dl"
    r"|(?:www\.)?smash\.com/|fromsmash\.com/|(?:www\.)?sendspace\.com/|filebin\.net/|send\.\w+\.\w+/download"
    r"|(?:www\.)?4shared\.com/"
    r"|app\.box\.com/|[\w-]+\.app\.box\.com/|[\w-]+\.ent\.box\.com/|(?:www\.)?docsend\.com/view"
    r"|docsend\.com/view|(?:www\.)?overleaf\.com/(?:project|read)/|(?:\w+\.)?hackmd\.io/."
    r"|(?:www\.)?craft\.do/s/|[\w-]+\.craft\.me/"
    r"|(?:app\.)?nuclino\.com/|(?:app|[\w-]+)\.(?:getguru|slab|tettra|slite)\.(?:com|co)/(?!$)"
    r"|roamresearch\.com/#|docs\.qq\.com/|[\w-]+\.(?:larksuite|feishu)\.c\w+/|(?:www\.)?smartsheet\.com/b/"
    r"|(?:www\.)?scribehow\.com/shared"
    # Recordings, meetings and diaries.
    r"|(?:[\w-]+\.)?zoom\.us/(?:rec|s|my|wc|meeting|webinar/register/w)/|(?:www\.)?loom\.com/share/"
    r"|[\w-]+\.microsoftstream\.com/|web\.microsoftstream\.com/|[\w-]+\.webex\.com/(?:meet|join|[\w-]+/j\.php)"
    r"|whereby\.com/|meet\.jit\.si/"
    r"|(?:[\w-]+\.)?otter\.ai/|(?:app\.)?fireflies\.ai/view|app\.gong\.io/|(?:[\w-]+\.)?grain\.(?:com"
    r"|co)/share|vidyard\.com/watch|calendar\.google\.com/calendar/(?:u/|r|event)|(?:www\.)?gotomeet\.me/"
    # Talks with an assistant, and notes on code.
    r"|(?:chatgpt|chat\.openai)\.com/(?:c|share|g|canvas)/|claude\.ai/(?:chat|share|project)/"
    r"|gemini\.google\.com/(?:app|share)/|g\.co/gemini/share/|copilot\.microsoft\.com/(?:chats|shares)/"
    r"|(?:www\.)?perplexity\.ai/search/|poe\.com/s/|notebooklm\.google\.com/notebook"
    r"|[\w-]+\.basecamp\.com/|[\w-]+\.sharepoint\.us/|[\w-]+\.teams\.microsoft\.com/"
    r"|discord(?:app)?\.com/channels/|web\.whatsapp\.com/|chat\.whatsapp\.com/|t\.me/\+"
    r"|[\w-]+\.facebook\.com/groups/[\w.]+/permalink|web\.telegram\.org/|chat\.google\.com/"
    r"|groups\.google\.com/(?:a|u)/"
)
# A file on somebody’s own disc, and a page that only the holder of a key may see.
SIGNED = re.compile(
    r"(?:^|&)(?:token|access_token|sig|signature|x-amz-signature|x-goog-signature|sharekey|share_key|invite"
    r"|invite_code|authkey|e=\w+&authkey)=[\w%.~-]{3,}",
    re.IGNORECASE,
)

# Words that tell those who have no account where the link leads.
NAMES_PLACE = re.compile(r"#\w|\b(?:slack|trello)\b", re.IGNORECASE)

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
    yield from _found(
        guide, site, PREVIEW, lambda placed: is_preview(placed, site.hosts), "which is a copy for trying things out"
    )


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


def _is_admin(placed: Placed) -> bool:
    path = placed.parts.path
    is_desk = ADMIN_PATH.fullmatch(path) and not path.endswith(PAGES) and not MANUAL.match(placed.host)
    return bool(is_desk or ADMIN_PLACE.match(_place(placed)))


def _is_shared(placed: Placed) -> bool:
    is_told = NAMES_PLACE.search(placed.link.words) and placed.host.endswith(("slack.com", "trello.com"))
    is_shared = SHARED_PLACE.match(_place(placed)) or SIGNED.search(placed.parts.query)
    return is_shared is not None and not is_told


def _place(placed: Placed) -> str:
    return f"{placed.host}{placed.parts.path.lower()}"


CHECKS = (link_to_preview, link_to_other_admin, link_to_shared_document)

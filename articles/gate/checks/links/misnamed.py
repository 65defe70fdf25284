"""Links whose words name one site and whose address is another’s."""

import re
from collections.abc import Iterator

from articles.gate.context import SiteContext
from articles.gate.findings import Finding, Level, Rule
from articles.gate.prose.addresses import Placed, Target, placed_links
from articles.gate.prose.document_text import DocumentText
from articles.gate.prose.hosts import belongs_to, site_of
from articles.gate.prose.words import cut

GOVERNMENT = (
    "gov.uk",
    "gov.scot",
    "gov.wales",
    "parliament.uk",
    "acas.org.uk",
    "ico.org.uk",
    "nomisweb.co.uk",
    "service.gov.uk",
)
# Names that readers know, each with the sites at which its publisher publishes.
SITES: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(("gov.uk", "hmrc", "ons", "hse", "home office", "companies house", "dwp", "ncsc", "national cyber security centre", "health and safety executive", "office for national statistics", "information commissioner", "defra", "dvla", "ofsted", "moj", "ministry of justice", "department for education"), GOVERNMENT),
    "acas": (*GOVERNMENT, "acas.co.uk"),
    "ico": GOVERNMENT,
    "nhs": ("nhs.uk", "nhs.net", "nhs.scot", "nhs.wales", "nhsemployers.org", *GOVERNMENT),
    **dict.fromkeys(("ehrc", "equality and human rights commission"), ("equalityhumanrights.com", *GOVERNMENT)),
    **dict.fromkeys(("citizens advice scotland", "cas"), ("citizensadvice.org.uk", "cas.org.uk")),
    "cipd": ("cipd.org", "cipd.co.uk"),
    "citizens advice": ("citizensadvice.org.uk", "cas.org.uk"),
    "linkedin": ("linkedin.com", "linkedin.github.io"),
    "indeed": ("indeed.com", "indeed.co.uk", "hiringlab.org", "indeed.jobs"),
    "reed": ("reed.co.uk", "reed.com", "reedglobal.com"),
    "glassdoor": ("glassdoor.co.uk", "glassdoor.com"),
    "totaljobs": ("totaljobs.com",),
    "cv-library": ("cv-library.co.uk",),
    "github": ("github.com", "github.io", "github.blog", "githubusercontent.com", "githubnext.com"),
    "gitlab": ("gitlab.com", "gitlab.io"),
    "stack overflow": ("stackoverflow.com", "stackoverflow.co", "stackoverflow.blog"),
    "wikipedia": ("wikipedia.org", "wikimedia.org"),
    "youtube": ("youtube.com", "youtu.be"),
    "facebook": ("facebook.com", "fb.com", "meta.com"),
    "instagram": ("instagram.com",),
    "bbc": ("bbc.co.uk", "bbc.com"),
    "guardian": ("theguardian.com",),
    "trustpilot": ("trustpilot.com",),
    "tiktok": ("tiktok.com",),
    "vimeo": ("vimeo.com",),
    "reddit": ("reddit.com", "redd.it"),
    "monster": ("monster.co.uk", "monster.com"),
    "cwjobs": ("cwjobs.co.uk",),
    "google scholar": ("scholar.google.com", "scholar.google.co.uk"),
    "the times": ("thetimes.co.uk", "thetimes.com", "sundaytimes.co.uk"),
    "financial times": ("ft.com",),
    "the telegraph": ("telegraph.co.uk",),
    "new york times": ("nytimes.com", "nyti.ms"),
    "the register": ("theregister.com", "theregister.co.uk"),
    "computer weekly": ("computerweekly.com",),
    "tuc": ("tuc.org.uk",),
    "cbi": ("cbi.org.uk",),
    "resolution foundation": ("resolutionfoundation.org",),
    "british computer society": ("bcs.org",),
    "law society": ("lawsociety.org.uk", "lawsociety.ie", "lawscot.org.uk", "lawsoc-ni.org"),
    "united kingdom security vetting": GOVERNMENT,
    "uk visas and immigration": GOVERNMENT,
    "ukvi": GOVERNMENT,
    "oecd": ("oecd.org", "oecd-ilibrary.org"),
    "kubernetes": ("kubernetes.io", "k8s.io", "kubernetes.dev", "github.com"),
}  # fmt: skip
NAMES = "|".join(map(re.escape, SITES))
# Of whose use others write guides: “the LinkedIn guide” may be anybody’s, “LinkedIn’s guide” and “LinkedIn data” are not.
PLATFORMS = (
    "linkedin|github|gitlab|kubernetes|youtube|facebook|instagram|indeed|glassdoor|reed|wikipedia"
    "|stack overflow|monster|reddit|tiktok|vimeo|trustpilot"
)
ABOUT = re.compile(
    rf"(?:the |see |read |our |a )?(?:{PLATFORMS})\s+(?:\w+\s+)?(?:guides?|advice|articles?|code|help|tool"
    rf"|rules|handbook|checklist|profiles?|pages?|channel|blog)\b.*"
    rf"|.*\bat\s+(?:{PLATFORMS})",
    re.IGNORECASE,
)
ARCHIVES = ("archive.org", "archive.ph", "archive.today", "webarchive.nationalarchives.gov.uk")
PUBLISHED = (
    r"guidance|guides?|pages?|advice|articles?|reports?|figures|data|statistics|surveys?|site|website|documentation|docs|blog"
    r"|calculator|code|handbook|profiles?|repository|salary|salaries|pay|rules|help|channel|list|checker|tool|factsheet|policy|template|form"
    r"|research|study|review|reviews|index|checklist|toolkit|briefing|news|story|entry|page|leaflet|manual|service|helpline|census|register|tables?"
)
# “Acas guidance”, “HMRC’s rules on pay”, “guidance on GOV.UK”; not “what LinkedIn found” or “editing on GitHub”.
NAMES_SITE = re.compile(
    rf"(?:the |see |read )?(?P<first>{NAMES})(?:[’']s?)?\s+(?:\w+\s+)?(?:{PUBLISHED})(?:\s+(?:on|for|about|to|of|by|in)\b.*)?"
    rf"|.*\b(?:{PUBLISHED})\b.*\b(?:on|at|from|by|in)\s+(?:the\s+)?(?P<last>{NAMES})",
    re.IGNORECASE,
)
# Whose manual is theirs alone, though others write guides to them.
MANUALS = {
    "microsoft": ("microsoft.com", "azure.com", "visualstudio.com", "office.com", "dot.net"),
    "azure": ("microsoft.com", "azure.com"),
    "aws": ("amazon.com", "aws.training", "skillbuilder.aws", "repost.aws"),
    "google cloud": ("google.com", "google.dev", "cloudskillsboost.google", "skills.google"),
    "python": ("python.org", "readthedocs.io", "pypi.org"),
    "django": ("djangoproject.com", "readthedocs.io"),
    "flask": ("palletsprojects.com", "readthedocs.io"),
    "postgresql": ("postgresql.org",),
    "mysql": ("mysql.com", "oracle.com"),
    "react": ("react.dev", "reactjs.org"),
    "angular": ("angular.dev", "angular.io"),
    "kubernetes": ("kubernetes.io",),
    "docker": ("docker.com",),
    "terraform": ("hashicorp.com", "terraform.io"),
    "java": ("oracle.com", "openjdk.org", "dev.java"),
    "salesforce": ("salesforce.com", "trailhead.com"),
}
BLOGS = (
    "stackoverflow.com", "medium.com", "dev.to", "reddit.com", "w3schools.com", "geeksforgeeks.org", "tutorialspoint.com",
    "hashnode.dev", "freecodecamp.org", "udemy.com", "coursera.org", "quora.com", "wikipedia.org", "youtube.com", "linkedin.com",
)  # fmt: skip
OFFICIAL = re.compile(
    rf"(?:the |see |read )?(?:official )?(?P<name>{'|'.join(MANUALS)})(?:[’']s?)?\s+(?:own "
    rf"|official )?(?:documentation|docs|manual|reference|price list|pricing page|price calculator"
    rf"|release notes|training)",
    re.IGNORECASE,
)
OFFICIAL_ELSEWHERE = (*BLOGS, *(site for sites in MANUALS.values() for site in sites if site != "readthedocs.io"))
# “Our Instagram page”, “follow us on X”: a network that is named, and the address of another.
ON_NETWORK = re.compile(
    r"(?:our |the agency[’']s |follow us on |find us on |(?:see |watch |join )?us on |(?:reviews?"
    r"|ratings?) (?:on|at) )(?:own )?(?P<name>linkedin|instagram|facebook|twitter|x|tiktok|youtube|glassdoor"
    r"|trustpilot|github|gitlab|vimeo|pinterest|reddit|bluesky|mastodon|threads)\b(?: (?:page|profile|account"
    r"|channel|feed|group|reviews?|company page|posts?))?",
    re.IGNORECASE,
)
NETWORK_NAMES = {"twitter": "x.com", "x": "x.com", "youtube": "youtu.be", "bluesky": "bsky.app", "reddit": "redd.it"}

SAYS = re.compile(rf"what (?:the )?(?P<name>{NAMES}) (?:says|writes|advises|recommends|asks)\b.*", re.IGNORECASE)
# As an address is typed; “Booking.com” and “ASP.NET” are names.
DOMAIN = re.compile(
    r"(?:https?://)?(?P<host>(?:[a-z0-9-]+\.)+(?:com|org|net|co\.uk|org\.uk|gov\.uk|ac\.uk|uk))(?:/\S*)?"
)
OURS = re.compile(
    r"(?:visit |see |read |meet |at )?our\b(?!.*\b(?:page|profile|post|video|channel|group|company|account|podcast|survey|form|followers|feed"
    r"|story|stories|talk|episode|reviews?|ratings?|jobs?|roles?|vacanc\w+|adverts?|listings?|newsletter|event|webinar)s?\b).*",
    re.IGNORECASE,
)
NETWORKS = (
    "youtube.com", "youtu.be", "vimeo.com", "wikihow.com", "pinterest.com", "reddit.com", "linkedin.com", "facebook.com", "instagram.com", "twitter.com", "x.com", "tiktok.com", "reed.co.uk", "indeed.com",
    "indeed.co.uk", "totaljobs.com", "glassdoor.co.uk", "glassdoor.com", "cv-library.co.uk", "monster.co.uk", "wikipedia.org",
)  # fmt: skip
PUBLISHERS_OF_ALL = {
    "bbc",
    "guardian",
    "wikipedia",
    "youtube",
    "facebook",
    "instagram",
    "linkedin",
    "kubernetes",
    "gov.uk",
}
# Where nobody publishes but the owner: a bare name such as “GitHub” that leads there and is another’s is a slip.
RIVALS = tuple(site for name in SITES if name not in PUBLISHERS_OF_ALL for site in SITES[name])

MISNAMED = Rule(
    check="link-misnamed",
    level=Level.WARNS,
    why="A reader who follows the words arrives at somebody else’s site, and trusts the next link less.",
    advice="Check the address, or name the site to which it leads.",
)


def link_misnamed(guide: DocumentText, site: SiteContext) -> Iterator[Finding]:
    for placed in placed_links(guide, site.hosts):
        if placed.target is Target.ELSEWHERE and _names_another(placed):
            what = f"The link “{cut(placed.link.words)}” leads to “{cut(placed.host)}”."
            yield MISNAMED.found(placed.place, what, excerpt=cut(placed.link.words))


def _names_another(placed: Placed) -> bool:
    words = placed.link.words[:200].strip(" .,:;“”‘’()»→")
    if belongs_to(placed.host, ARCHIVES):  # the page as it was
        return False
    if (network := ON_NETWORK.fullmatch(words)) and belongs_to(placed.host, NETWORKS):
        return not _is_network(network["name"].casefold(), placed.host)
    if official := OFFICIAL.fullmatch(words):
        return not belongs_to(placed.host, MANUALS[official["name"].casefold()]) and belongs_to(
            placed.host, OFFICIAL_ELSEWHERE
        )
    if shown := DOMAIN.fullmatch(words):
        return site_of(shown["host"]) != site_of(placed.host)
    if (named := NAMES_SITE.fullmatch(words)) and not ABOUT.fullmatch(words):
        return not belongs_to(placed.host, SITES[(named["first"] or named["last"]).casefold()])
    if told := SAYS.fullmatch(words):
        return not belongs_to(placed.host, SITES[told["name"].casefold()]) and belongs_to(placed.host, NETWORKS)
    if sites := SITES.get(words.casefold()):
        return not belongs_to(placed.host, sites) and belongs_to(placed.host, RIVALS)
    return bool(OURS.fullmatch(words)) and belongs_to(placed.host, NETWORKS) and not _is_named(words, placed.host)


def _is_network(name: str, host: str) -> bool:
    names = (
        {"twitter.com", "x.com"}
        if name in ("x", "twitter")
        else {f"{name}.com", f"{name}.co.uk", NETWORK_NAMES.get(name, "")}
    )
    return belongs_to(host, tuple(names - {""}))


def _is_named(words: str, host: str) -> bool:
    """Whether the words say at which site they arrive, as “our team on LinkedIn” does."""
    return site_of(host).partition(".")[0] in words.casefold().replace("-", "").replace(" ", "")


CHECKS = (link_misnamed,)

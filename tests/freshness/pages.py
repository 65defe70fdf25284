"""The pages that clients read, and how each says which changes it shows."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from http import HTTPStatus

# Words that name a change: the letter of what was changed, and how often it was by then.
TOKEN = re.compile(r"zq([a-z])(\d{5})", re.IGNORECASE)
REVIEWED = re.compile(r"last reviewed <time datetime=\"([\d-]+)\"")
PROMISE = re.compile(r"replies within (\d+) working")
SALARY = re.compile(r"\b60,?(\d{3})\b")
MOVED = re.compile(r"/guides/roaming-(\d+)/")
FIRST_REVIEW = date(2030, 1, 1)
WITHDRAWN = "This guide has been withdrawn"
# What only staff, or who fills in a form, may get.
FORBIDDEN = ("csrfmiddlewaretoken", "Log out", "/admin/", "zqz", "the-editor")

type Shown = dict[str, set[int]]


def token(letter: str, number: int) -> str:
    return f"zq{letter}{number:05d}"


@dataclass(frozen=True, kw_only=True)
class Page:
    """A page with words that no other has, how it ends, and the letters of what it must show."""

    path: str
    own: str
    shows: str
    end: str = "</html>"
    status: int = 200


def html(path: str, shows: str) -> Page:
    return Page(path=path, own=f'<link rel="canonical" href="{{site}}{path}">', shows=shows)


PAGES = {
    "home": html("/", "ir"),
    "index": html("/guides/", "iwost"),
    "guide": html("/guides/words/", "iwta"),
    "formal guide": html("/guides/formal/", "io"),
    "withdrawn and back": html("/guides/fickle/", "ix"),
    "by the worker": html("/guides/timed/", "is"),
    "reviewed": html("/guides/checked/", "iv"),
    "topic": html("/guides/topics/roles/", "itw"),
    "people": html("/people/", "ia"),
    "author": html("/people/pat-example/", "iaw"),
    "standing page": html("/privacy/", "ip"),
    "salaries": html("/salaries/", "if"),
    "salaries as CSV": Page(path="/salaries.csv", own="Role,Level,Region", shows="f", end="\n"),
    "Markdown": Page(path="/guides/words.md", own="<{site}/guides/words/>", shows="wa", end="\n"),
    "feed": Page(path="/feed.xml", own="{site}/feed.xml", shows="wo", end="</feed>"),
    "sitemap": Page(path="/sitemap.xml", own="<urlset", shows="m", end="</urlset>"),
    "moved": Page(path="/guides/roaming/", own="", shows="m", end="", status=301),
    "llms.txt": Page(path="/llms.txt", own="# ", shows="wo", end="\n"),
}


def shown(name: str, status: int, location: str, text: str) -> Shown:
    """The numbers of the changes that an answer shows, by letter."""
    found: Shown = {}
    for letter, number in _numbers(name, location if name == "moved" else text):
        found.setdefault(letter, set()).add(number)
    if status == HTTPStatus.GONE:
        found["x"] = {number + 1 for number in found.get("x", ())}  # the withdrawal is a change of its own
    return found


def _numbers(name: str, text: str) -> Iterator[tuple[str, int]]:
    yield from ((letter.lower(), int(number)) for letter, number in TOKEN.findall(text))
    yield from (("m", int(number)) for number in MOVED.findall(text))
    yield from (("v", (date.fromisoformat(day) - FIRST_REVIEW).days) for day in REVIEWED.findall(text))
    yield from (("r", int(hours)) for hours in PROMISE.findall(text))
    if name.startswith("salaries"):
        yield from (("f", int(number)) for number in SALARY.findall(text))


def faults(name: str, site: str, status: int, headers: dict[str, str], text: str) -> list[str]:
    """What is wrong with an answer whatever it shows; of its freshness others judge."""
    page = PAGES[name]
    is_gone = name == "withdrawn and back" and status == 410
    wrong = []
    if status != page.status and not is_gone:
        return [f"status {status}"]
    if not text.rstrip(" ").rstrip("\r\n" if page.end.startswith("<") else "").endswith(page.end):
        wrong.append("half a page")
    if (WITHDRAWN if is_gone else page.own.format(site=site)) not in text:
        wrong.append("another's page")
    wrong += [f"words of staff: {words}" for words in FORBIDDEN if words in text]
    wrong += [
        f"lacks {letter}"
        for letter in page.shows
        if letter not in shown(name, status, headers.get("location", ""), text)
    ]
    return wrong + headers_missing(page, headers)


def headers_missing(page: Page, headers: dict[str, str]) -> list[str]:
    needed = {
        "cache-control",
        "etag",
        "content-type",
        "content-security-policy",
        "x-content-type-options",
        "referrer-policy",
    }
    if page.status == HTTPStatus.OK:
        needed |= {"content-length", "permissions-policy"}
        needed |= {"vary"} if page.end.startswith("<") else set()  # a short text is never packed
    wrong = [f"no {name}" for name in sorted(needed - headers.keys())]
    if "set-cookie" in headers:
        wrong.append("a cookie")
    if "nonce" in headers.get("content-security-policy", ""):
        wrong.append("a nonce")
    if not headers.get("cache-control", "").startswith("public"):
        wrong.append(f"Cache-Control: {headers.get('cache-control')}")
    return wrong

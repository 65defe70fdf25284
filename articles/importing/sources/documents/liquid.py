"""Marks of Jekyll and Hugo in a text: what they show is written out, and what only their programs know is said."""

import re
from collections.abc import Callable, Iterable
from html import escape
from pathlib import PurePosixPath

from articles.importing.report import Deed, Line
from articles.importing.sources.documents import places, site_addresses

CODE = re.compile(r"(^(?P<fence>```+|~~~+).*?^(?P=fence)[ \t]*$|`[^`\n]+`)", re.DOTALL | re.MULTILINE)
HIGHLIGHTED = re.compile(
    r"(?P<open>\{[{%][<%-]?)\s*highlight\b[^}]*\}+\n?(?P<code>.*?)\{[{%][<%-]?\s*/?(?:end)?highlight\s*[>%-]?[}%]\}?",
    re.DOTALL,
)
RAW = re.compile(r"\{%-?\s*(?:end)?raw\s*-?%\}")
LINKED = re.compile(r"\{%-?\s*(?:post_url|link)\s+([^%\s]+)\s*-?%\}")
REFERRED = re.compile(r"\{\{[<%]\s*(?:rel)?ref\s+[\"']?([^\"'\s>%]+)[\"']?[^>%]*[>%]\}\}")
SHORTCODE = re.compile(r"\{\{([<%])-?\s*(/?)([\w./-]+)(.*?)/?-?\s*[>%]\}\}", re.DOTALL)
TAG = re.compile(r"\{%-?\s*(\w+)(.*?)-?%\}", re.DOTALL)
OUTPUT = re.compile(r"\{\{-?[^{}]*\}\}")
ATTRIBUTES = re.compile(r"^[ \t]*\{:[^}\n]*\}[ \t]*$|(?<=\S)\{:[^}\n]*\}", re.MULTILINE)
NAMED = re.compile(r"^(#{1,6}[ \t].*?)[ \t]*\{#[\w:-]+[^}\n]*\}[ \t]*$", re.MULTILINE)
COMMENT = re.compile(r"\{%-?\s*comment\s*-?%\}(.*?)\{%-?\s*endcomment\s*-?%\}", re.DOTALL)
ARGUMENT = re.compile(r"(?:([\w-]+)\s*[=:]\s*)?(?:\"([^\"]*)\"|'([^']*)'|([^\s\"']+))")
FILMS = {
    "youtube": "https://www.youtube.com/embed/{}",
    "vimeo": "https://player.vimeo.com/video/{}",
}
# Around words that stay as they are.
AROUND = frozenset({"details", "notice", "callout", "alert", "note", "tip", "warning", "admonition"})


def without(text: str, path: str, files: Iterable[str]) -> tuple[str, tuple[Line, ...]]:
    """The text as its program would show it, as far as that can be known, and what is to be said of the rest."""
    left_out: dict[str, None] = {}

    def say(mark: str) -> str:
        """Nothing in place of the mark, which is said once."""
        left_out[mark] = None
        return ""

    parts = CODE.split(HIGHLIGHTED.sub(r"\n\n```\n\g<code>\n```\n\n", text))
    # Of each match of CODE there are two groups, the whole and its fence; what stands between matches comes third.
    is_linking = LINKED.search(text) or REFERRED.search(text)
    known = _by_name(files) if is_linking else {}  # of thousands of files, for the few texts that need it
    kept = [
        part if at % 3 == 1 else "" if at % 3 == 2 else _shown(part, path, known, say) for at, part in enumerate(parts)
    ]
    what = "A mark that only its program knew"
    return "".join(kept), tuple(Line(deed=Deed.LEFT_OUT, what=what, words=mark) for mark in left_out)


def _by_name(files: Iterable[str]) -> dict[str, str]:
    """The paths of the files by their names, with and without their endings."""
    paths = list(files)
    return {name: path for path in paths for name in (PurePosixPath(path).stem, PurePosixPath(path).name)}


def _shown(text: str, path: str, known: dict[str, str], say: Callable[[str], str]) -> str:
    text = COMMENT.sub(lambda found: say(found[1].strip()), text)
    text = NAMED.sub(r"\1", ATTRIBUTES.sub("", RAW.sub("", text)))
    text = LINKED.sub(lambda found: _link(found[1], path, known), text)
    text = REFERRED.sub(lambda found: _link(found[1], path, known), text)
    text = site_addresses.OUTPUT.sub(lambda found: found[1] or "", text)
    text = SHORTCODE.sub(lambda found: _shortcode(found, say), text)
    text = TAG.sub(lambda found: _tag(found, say), text)
    return OUTPUT.sub(lambda found: say(found[0]), text)


def _link(name: str, path: str, known: dict[str, str]) -> str:
    """The path of the file that is named with or without its folder and ending; its name where there is none such."""
    bare, _sign, place = name.partition("#")
    file = known.get(PurePosixPath(bare).name)
    return (f"/{file}" if file else places.absolute(bare, path)) + (f"#{place}" if place else "")


def _shortcode(found: re.Match[str], say: Callable[[str], str]) -> str:
    closes, name, given = found[2], found[3], _arguments(found[4])
    if closes:
        return ""
    if name == "figure":
        return _figure(given)
    return _film(name, given) or ("" if name in AROUND and not found[4].strip() else say(found[0]))


def _tag(found: re.Match[str], say: Callable[[str], str]) -> str:
    name = found[1]
    if name.startswith("end") or (name in AROUND and not found[2].strip()):
        return ""
    return _film(name, _arguments(found[2])) or say(found[0])


def _film(name: str, given: dict[str, str]) -> str:
    number = given.get("id") or given.get("0", "")
    return f'\n\n<iframe src="{escape(FILMS[name].format(number))}"></iframe>\n\n' if name in FILMS and number else ""


def _figure(given: dict[str, str]) -> str:
    caption = " ".join(filter(None, (given.get("title"), given.get("caption"), given.get("attr"))))
    alt = f' alt="{escape(given["alt"])}"' if "alt" in given else ""
    return f'\n\n<figure><img src="{escape(given.get("src", ""))}"{alt}><figcaption>{caption}</figcaption></figure>\n\n'


def _arguments(text: str) -> dict[str, str]:
    """By name, or by place where they have none."""
    found = ARGUMENT.findall(text)
    return {name or str(at): double or single or bare for at, (name, double, single, bare) in enumerate(found)}

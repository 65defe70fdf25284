"""Addresses at which generators of sites publish a file."""

import re
from collections.abc import Iterator
from datetime import datetime
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import urlsplit

STATED = ("permalink", "url")
ALIASES = ("aliases", "alias", "redirect_from", "redirects", "old_urls")
OUTPUT = re.compile(r"\{\{-?\s*(?:site\.(?:base)?url|[\"']([^\"']*)[\"']\s*\|\s*(?:relative_url|absolute_url|url|absurl|relurl))[^}]*\}\}", re.IGNORECASE)  # fmt: skip
POSTED = re.compile(r"(?:^|/)_(?:posts|drafts)/")
HUGO = re.compile(r"^content/(?:[a-z]{2}/)?")
SECTIONS = frozenset(
    {"posts", "post", "blog", "articles", "content", "pages", "docs", "src", "_posts", "_drafts", "news"}
)
PATTERNED = re.compile(r"/:[a-z]|\{\{|\$\{")


def of(path: str, values: dict[str, Any], published: datetime | None) -> Iterator[str]:
    """The address that the file states, or else those that Jekyll and Hugo make of its path; then its old ones."""
    if address := stated(values):
        yield address
    else:
        yield from _made(path, published)
    for name in ALIASES:
        value = values.get(name)
        for alias in value if isinstance(value, list) else [value]:
            if isinstance(alias, str) and alias.strip():
                yield f"/{_path(alias).lstrip('/')}"


def stated(values: dict[str, Any]) -> str:
    """The address of its own; a pattern that only its program can fill in is none."""
    value = next((values[name] for name in STATED if isinstance(values.get(name), str)), "").strip()
    return f"/{_path(value).lstrip('/')}" if value and not PATTERNED.search(f"/{value}") else ""


def folders(path: str) -> tuple[str, ...]:
    """The folder that a file lies in, as the topic that it is about; none where that only says that it is a text."""
    names = [name for name in PurePosixPath(path).parent.parts if name not in SECTIONS and not name[0].isdigit()]
    is_bundle = PurePosixPath(path).stem in ("index", "_index")
    names = names[:-1] if is_bundle else names
    return (re.sub(r"[-_]+", " ", names[-1]).capitalize(),) if names else ()


def without_liquid(address: str) -> str:
    """The address without what stands for the root of the site."""
    return OUTPUT.sub(lambda found: found[1] or "", address).strip()


def _made(path: str, published: datetime | None) -> Iterator[str]:
    file = PurePosixPath(path)
    stem = re.sub(r"^\d{4}-\d\d?-\d\d?-", "", file.stem)
    if POSTED.search(f"/{path}"):
        if published:
            yield f"/{published:%Y/%m/%d}/{stem}.html"
            yield f"/{published:%Y/%m/%d}/{stem}/"
        yield f"/{stem}/"
    elif HUGO.match(path) or stem in ("index", "_index"):
        parent = HUGO.sub("", f"{file.parent.as_posix()}/").strip("./")
        yield "/".join(["", *filter(None, [parent, "" if stem in ("index", "_index") else stem]), ""])
    else:
        yield f"/{file.with_suffix('').as_posix()}/"


def _path(address: str) -> str:
    try:
        return urlsplit(without_liquid(address)).path
    except ValueError:
        return ""

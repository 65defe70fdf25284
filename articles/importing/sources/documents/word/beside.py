"""What a Word document holds beside its text: comments, headers and footers, and what it says of itself."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from articles.importing.doctor.reading.head import moment
from articles.importing.posts import Person
from articles.importing.report import Deed, Line
from articles.importing.sources.documents.word.package import Package, W
from articles.importing.sources.documents.word.tree import words

DC, TERMS = "{http://purl.org/dc/elements/1.1/}", "{http://purl.org/dc/terms/}"
# What programs write where nobody wrote anything.
NO_TITLE = re.compile(
    r"(?:microsoft )?word(?: document)?|(?:microsoft word - )?(?:document|dokument|untitled|doc)\s*\d*|.*\.do[ct]x?|title|powerpoint.*",
    re.IGNORECASE,
)
NOBODY = re.compile(
    r"\b(?:user|admin|office|owner|windows|docx|microsoft|apache|google|unknown|author|hp|dell|lenovo)\b", re.IGNORECASE
)
PAGES = re.compile(r"(?:page|seite)?[\s\d/|·-]*(?:of|von)?[\s\d/|·-]*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Properties:
    """What the document says of itself, as far as a person said it."""

    title: str = ""
    author: Person | None = None
    changed_at: datetime | None = None


def properties(package: Package) -> Properties:
    root = package.xml("docProps/core.xml")
    if root is None:
        return Properties()
    title, creator, changed = (
        " ".join((root.findtext(name) or "").split()) for name in (f"{DC}title", f"{DC}creator", f"{TERMS}modified")
    )
    is_somebody = " " in creator and not NOBODY.search(creator)
    return Properties(
        title="" if NO_TITLE.fullmatch(title) else title,
        author=Person(name=creator) if is_somebody else None,
        changed_at=moment(changed) if changed else None,
    )


def lines(package: Package) -> list[Line]:
    """What is left out of it, with its words."""
    return [*_comments(package), *_margins(package)]


def _comments(package: Package) -> Iterator[Line]:
    root = package.xml("word/comments.xml")
    for comment in root.iter(f"{W}comment") if root is not None else ():
        who = comment.get(f"{W}author") or "somebody"
        yield Line(deed=Deed.LEFT_OUT, what=f"A comment by {who} is left out.", words=words(comment))


def _margins(package: Package) -> Iterator[Line]:
    """Each header and footer once, without those that only count pages."""
    for kind in ("header", "footer"):
        roots = (package.xml(path) for path in package.parts(rf"word/{kind}\d*\.xml"))
        texts = dict.fromkeys(words(root) for root in roots if root is not None)
        for text in texts:
            if not PAGES.fullmatch(text):
                yield Line(deed=Deed.LEFT_OUT, what=f"A {kind} of its pages is left out.", words=text)

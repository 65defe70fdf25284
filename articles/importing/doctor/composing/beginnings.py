"""The beginning of a page: its title once more, who wrote it, when it came out."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from articles.document.blocks import Figure
from articles.importing.doctor.composing.parts import is_heading, is_paragraph, level, same, words
from articles.importing.doctor.notes import Notes
from articles.importing.doctor.reading.head import Head
from articles.importing.doctor.reading.lines import Piece
from articles.importing.doctor.reading.mending import mended
from articles.importing.posts import Person, Post
from articles.salaries.pasting.vocabulary import day

NAME = r"(?P<name>(?:(?:Dr|Prof|Mrs?|Ms)\.? )?[A-Z][\w’'-]+(?: (?:van|von|de|der|den|la|le|al|bin|O’|Mac)){0,2}(?: [A-Z][\w’'.-]*){1,3})"
BYLINE = re.compile(
    rf"(?i:(?:(?:written|posted|published|words|article) )?(?:by|author):?)\s+(?:{NAME}|(?P<login>admin|editor))(?P<rest>(?:\s*[,|(–—-]|\s+\d).*)?"
)
DATED = re.compile(
    r"(?:(?:first |last )?(?:added|published|posted|updated|modified|reviewed|written|date|created)(?: on)?:?\s*)?(?P<day>[\w ,./-]{6,24}?\d{4}|\d{4}-\d\d-\d\d|\d\d?[/.-]\d\d?[/.-]\d{2,4})",
    re.IGNORECASE,
)
READING = re.compile(
    r"(?:(?:estimated )?read(?:ing)? time:? *)?(?:about )?\d{1,2} ?min(?:ute)?s?(?: read(?:ing time)?)?", re.IGNORECASE
)
LABEL = re.compile(r"added|published|posted|updated|written|last (?:updated|modified|reviewed)", re.IGNORECASE)
PARTS = re.compile(r"\s+[|•·–—/]\s+|\s*\|\s*|,? on (?=\d|[A-Z][a-z]+ \d)|(?<=\d)\s+(?=by [A-Z])")
FIRST = 8  # pieces, among which such lines stand
SUFFIX = re.compile(r"\s+[|–—·»:-]\s+")
LONGEST = 90


@dataclass(frozen=True, kw_only=True, slots=True)
class Beginning:
    """What a page says before it begins."""

    title: str
    author: Person | None
    published_at: datetime | None
    pieces: list[Piece]


def begin(pieces: Sequence[Piece], post: Post, head: Head, notes: Notes) -> Beginning:
    """The pieces without what goes into the fields of a guide."""
    title = _title(pieces, post, head, notes)
    left = _without_title(pieces, title, notes)
    author, day_of, left = _signed(left, notes)
    left = _without_standfirst(left, post.standfirst, notes)
    named = Person(name=author or head.author) if author or head.author else None
    return Beginning(
        title=title,
        author=post.author or named,
        published_at=post.published_at or head.published_at or day_of,
        pieces=left,
    )


def _title(pieces: Sequence[Piece], post: Post, head: Head, notes: Notes) -> str:
    """The source’s own title, without the name of the site at its end; else the first heading of the first level."""
    headings = [words(piece) for piece in pieces if level(piece) == 1]
    given = mended(post.title) or head.title
    if not given:
        return headings[0] if headings else words(pieces[0]) if pieces and is_heading(pieces[0]) else ""
    near = [words(piece) for piece in pieces[:FIRST] if is_heading(piece)]
    cut = next((heading for heading in (*headings, *near) if _is_of(given, heading)), "") or _without_site(
        given, head.site
    )
    if cut != given:
        notes.repaired(f"The title is “{cut}”, without the name of the site: it was “{given}”.")
    return _as_readers_saw_it(cut, given, headings, head, notes)


def _as_readers_saw_it(title: str, given: str, headings: Sequence[str], head: Head, notes: Notes) -> str:
    """The one great heading of a page, where the title is only that of its browser window."""
    if given != head.title or len(headings) != 1 or same(headings[0], title):
        return title
    notes.proposed("Search engines were shown another title: it may be the better one.", title)
    return headings[0]


def _is_of(title: str, heading: str) -> bool:
    parts = SUFFIX.split(title)
    return len(parts) > 1 and any(same(" ".join(parts[:count]), heading) for count in range(1, len(parts)))


def _without_site(title: str, site: str) -> str:
    parts = list(SUFFIX.finditer(title))
    if parts and ((site and same(title[parts[-1].end() :], site)) or "|" in parts[-1][0]):
        return title[: parts[-1].start()]
    return title


def _without_title(pieces: Sequence[Piece], title: str, notes: Notes) -> list[Piece]:
    first = next(
        (at for at, piece in enumerate(pieces[:FIRST]) if is_heading(piece) and same(words(piece), title)), None
    )
    if first is None:
        return list(pieces)
    notes.left_out("The title is left to the page; it stood in the text, too.", words(pieces[first]))
    return [*pieces[:first], *pieces[first + 1 :]]


def _without_standfirst(pieces: list[Piece], standfirst: str, notes: Notes) -> list[Piece]:
    """The text without a first paragraph that is the standfirst."""
    if not pieces or not is_paragraph(pieces[0]) or not same(words(pieces[0]), mended(standfirst)):
        return pieces
    notes.left_out("The standfirst stood in the text once more.", words(pieces[0]))
    return pieces[1:]


def _signed(pieces: Sequence[Piece], notes: Notes) -> tuple[str, datetime | None, list[Piece]]:
    """Lines of names and days before the text."""
    author, day_of = "", None
    left: list[Piece] = []
    for at, piece in enumerate(pieces):
        text = words(piece) if at < FIRST and is_paragraph(piece) else ""
        name, found = _read(text) if text and len(text) <= LONGEST else ("", None)
        if name or found or (text and READING.fullmatch(text)):
            author, day_of = author or name, day_of or found
            notes.kept("A line with the author or the day became those of the guide.", text)
        else:
            left.append(piece)
    return author, day_of, _without_name(left, author, notes)


def _without_name(pieces: list[Piece], author: str, notes: Notes) -> list[Piece]:
    """Without a name alone, and a portrait of the same name."""
    left: list[Piece] = []
    for at, piece in enumerate(pieces):
        if at < FIRST and author and isinstance(piece, Figure) and same(piece.alt, author):
            notes.left_out("The author’s portrait is left out: authors have theirs with their profile.", piece.alt)
        elif at < FIRST and author and is_paragraph(piece) and same(words(piece), author):
            notes.kept("The author’s name stood by itself.", author)
        else:
            left.append(piece)
    return left


def _read(text: str) -> tuple[str, datetime | None]:
    """The name and the day that a line gives, when it gives nothing else."""
    name, found = "", None
    for part in filter(None, map(str.strip, PARTS.split(text))):
        if byline := BYLINE.fullmatch(part):
            name, found = byline["name"] or "", found or _day((byline["rest"] or "").strip(" ,|()–—-"))
        elif dated := _day(part):
            found = found or dated
        elif not READING.fullmatch(part) and not LABEL.fullmatch(part):
            return "", None
    return name, found


def _day(text: str) -> datetime | None:
    match = DATED.fullmatch(text)
    found = day(match["day"].strip(" ,")) if match else None
    return datetime(found.year, found.month, found.day, 9, tzinfo=UTC) if found else None

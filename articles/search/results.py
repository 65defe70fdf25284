"""Search over the live guides: `find` is the same on both databases."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace

from django.core.paginator import EmptyPage
from django.db import connection

from articles.language.words import STOP_WORDS
from articles.models import Revision
from articles.search import compounds, places, postgresql, queries, sqlite, synonyms, vocabulary
from articles.search.extent import MOST_COUNTED, Extent
from articles.search.highlighting import Marker, Run
from articles.search.places import Place
from articles.search.queries import Term

HITS_A_PAGE = 10
RANKING = {"sqlite": sqlite.ranked, "postgresql": postgresql.ranked}


@dataclass(frozen=True)
class Hit:
    """A guide that was found, with its title and the part of it that answers best, both in runs."""

    revision: Revision
    title: Sequence[Run]
    snippet: Sequence[Run]


@dataclass(frozen=True, kw_only=True)
class Results:
    """What was found for `query`, the text as it was searched for: one page of the hits, and how many there are, as far
    as they are counted (`has_more`).

    `named` are the other pages that the query asks for, before any guide; `fitting` those that may help, too.
    When no guide has every word, `suggestion` is the query with its typing slips corrected, and the hits are the best
    guides that have some of the words (`is_partial`).
    """

    query: str
    is_cut: bool = False
    is_searchable: bool = True
    named: Sequence[Place] = ()
    fitting: Sequence[Place] = ()
    hits: Sequence[Hit] = field(default_factory=list)
    total: int = 0
    page: int = 1
    suggestion: str = ""
    is_partial: bool = False

    @property
    def has_more(self) -> bool:
        """Whether more guides match than are counted and shown."""
        return self.total > MOST_COUNTED

    @property
    def counted(self) -> int:
        """How many of the guides that match are shown, on all pages."""
        return min(self.total, MOST_COUNTED)

    @property
    def pages(self) -> int:
        """How many pages the hits fill."""
        return -(-self.counted // HITS_A_PAGE)


def find(text: str, page: int = 1) -> Results:
    """The live guides that hold every term of the text, best first. Raises `EmptyPage` for a page beyond the last."""
    asked = Results(query=queries.cut(text), is_cut=len(text) > queries.LONGEST, page=page)
    terms = vocabulary.complete(synonyms.widen(compounds.widen(queries.parse(asked.query), asked.query)))
    pages = places.every() if terms and page == 1 else []
    named, fitting = places.find(terms, pages)
    asked = replace(asked, named=named, fitting=fitting)
    extent = vocabulary.extent(terms) if terms else Extent({})
    if rows := _ranked(terms, extent, page=page) if terms else []:
        return replace(asked, hits=_hits(rows, terms), total=rows[0][1])
    if page > 1:
        raise EmptyPage("There is no such page of results.")
    return _nearest(asked, terms, extent, places.names(pages)) if terms else replace(asked, is_searchable=False)


def _nearest(asked: Results, terms: tuple[Term, ...], extent: Extent, names: Collection[str]) -> Results:
    """The closest matches, when no guide has every term; `names` are those of other pages."""
    loose = queries.loose(terms)
    meant = {term.words[0] for term in terms if term.begun or term.others}
    joined = ["".join(term.words) for term in terms if len(term.words) > 1 and not term.is_quoted]
    asked_for = [word for word in (*(term.words[0] for term in loose), *joined) if word not in meant]
    slips = vocabulary.unknown(asked_for, also=names)
    known = extent.telling(tuple(term for term in loose if term.words[0] not in slips))
    rows = _ranked(known, extent, every=False) if known else []
    return replace(
        asked,
        hits=_hits(rows, known),
        total=len(rows),
        suggestion="" if asked.named else _mended(asked.query, slips),
        is_partial=bool(rows),
    )


def _ranked(terms: tuple[Term, ...], extent: Extent, *, every: bool = True, page: int = 1) -> list[tuple[int, int]]:
    """The guides of the page; of those beyond what is counted there are no pages."""
    offset = (page - 1) * HITS_A_PAGE
    if offset >= MOST_COUNTED:
        return []
    return RANKING[connection.vendor](terms, extent, every=every, limit=HITS_A_PAGE, offset=offset)


def _hits(rows: Sequence[tuple[int, int]], terms: tuple[Term, ...]) -> list[Hit]:
    marker = Marker(terms)
    found = Revision.objects.published().for_cards("search_entry__text").select_related("search_entry")
    revisions = found.in_bulk([pk for pk, _total in rows])
    return [
        Hit(revision, marker.marked(revision.title), marker.snippet(revision.search_entry.text))
        for revision in (revisions[pk] for pk, _total in rows if pk in revisions)
    ]


def _mended(query: str, slips: dict[str, str]) -> str:
    """The query with the nearest known word for each slip; empty when there is none for any."""
    if not any(slips.values()):
        return ""
    parts, end = [], 0
    for start, stop, word in _corrections(query, slips):
        parts += [query[end:start], word]
        end = stop
    return "".join([*parts, query[end:]])


def _corrections(query: str, slips: dict[str, str]) -> Iterator[tuple[int, int, str]]:
    """From where to where the query has a slip, and the word that was meant; a word with hyphens is tried as one first."""
    for group in queries.groups(query):
        if len(group) > 1 and (word := slips.get("".join(part.folded for part in group))):
            yield group[0].start, group[-1].end, word
            continue
        for part in group:
            if part.folded not in STOP_WORDS and (word := slips.get(part.folded)):
                yield part.start, part.end, word

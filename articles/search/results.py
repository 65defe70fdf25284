"""Search over the live guides: `find` is the same on both databases."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from django.core.paginator import EmptyPage
from django.db import connection

from articles.language.stemming import stem
from articles.language.words import STOP_WORDS
from articles.search import compounds, hits, places, postgresql, queries, site, sqlite, vocabulary
from articles.search.extent import MOST_COUNTED, Extent, Ranked
from articles.search.hits import HITS_A_PAGE, Hit
from articles.search.places import Place
from articles.search.queries import Term
from articles.search.site import Site
from articles.search.vocabulary import Vocabulary

RANKING = {"sqlite": sqlite.ranked, "postgresql": postgresql.ranked}


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
    has_more: bool = False
    page: int = 1
    suggestion: str = ""
    is_partial: bool = False

    @property
    def counted(self) -> int:
        """How many of the guides that match are shown, on all pages."""
        return self.total - 1 if self.has_more else self.total

    @property
    def pages(self) -> int:
        """How many pages the hits fill."""
        return -(-self.counted // HITS_A_PAGE)

    @property
    def is_missed(self) -> bool:
        """Whether nothing has all that was asked for: no guide, and no other page."""
        return self.is_searchable and not self.named and (self.is_partial or not self.hits)


def find(text: str, page: int = 1) -> Results:
    """The live guides that hold every term of the text, best first. Raises `EmptyPage` for a page beyond the last."""
    asked = Results(query=queries.cut(text), is_cut=len(text) > queries.LONGEST, page=page)
    terms = queries.parse(asked.query)
    found = _find(asked, terms) if terms else replace(asked, is_searchable=False)
    if page > max(found.pages, 1):
        raise EmptyPage("There is no such page of results.")
    return found


def _find(asked: Results, terms: tuple[Term, ...]) -> Results:
    here = site.now()
    terms, known = _widened(here.synonyms.widen(terms), asked.query)
    named, fitting = places.find(terms, here.places) if asked.page == 1 else ([], [])
    asked = replace(asked, named=named, fitting=fitting)
    if (ranked := _ranked(terms, known.extent, page=asked.page)).keys:
        found = replace(asked, total=ranked.found, has_more=not ranked.is_all)
        return replace(found, hits=hits.read(ranked.keys[: found.counted - (asked.page - 1) * HITS_A_PAGE], terms))
    return _nearest(asked, terms, known, here) if asked.page == 1 else asked


def _widened(terms: tuple[Term, ...], text: str) -> tuple[tuple[Term, ...], Vocabulary]:
    """The terms with every other way to write them that live guides know, and what these know of all that was tried."""
    ways = compounds.ways(terms, text)
    tried = {way for others in ways for way in others}
    spelt = {word for term in terms for phrase in term.same() for word in phrase}
    known = vocabulary.read(
        stems={stem(word) for word in spelt.union(way[-1] for way in tried)},
        words={word for way in tried for word in way[:-1]},
        prefixes=[term.words[0] for term in terms if term.is_prefix],
    )
    return known.complete(compounds.widen(terms, ways, known)), known


def _nearest(asked: Results, terms: tuple[Term, ...], known: Vocabulary, here: Site) -> Results:
    """The closest matches, when no guide has every term."""
    loose = queries.loose(terms)
    meant = {term.words[0] for term in terms if term.begun or term.others}
    joined = ["".join(term.words) for term in terms if len(term.words) > 1 and not term.is_quoted]
    asked_for = [word for word in (*(term.words[0] for term in loose), *joined) if word not in meant]
    held = known.guides.keys() | map(stem, here.names)
    slips = {word: here.dictionary.nearest(word) for word in asked_for if stem(word) not in held}
    sought = known.extent.telling(tuple(term for term in loose if term.words[0] not in slips))
    keys = _ranked(sought, known.extent, every=False).keys if sought else []
    return replace(
        asked,
        hits=hits.read(keys, sought),
        total=len(keys),
        suggestion="" if asked.named else _mended(asked.query, slips),
        is_partial=bool(keys),
    )


def _ranked(terms: tuple[Term, ...], extent: Extent, *, every: bool = True, page: int = 1) -> Ranked:
    """The guides of the page; of those beyond what is counted there are no pages."""
    offset = (page - 1) * HITS_A_PAGE
    if offset >= MOST_COUNTED:
        return Ranked.of([])
    return RANKING[connection.vendor](terms, extent, every=every, limit=HITS_A_PAGE, offset=offset)


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

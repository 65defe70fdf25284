"""Finding enquiries by any word of them: whole words or their beginnings, by index on both databases.

Who the enquirer is, what they want, what they and we wrote and noted: all in one text of different words, whose index
the database keeps (migration 0018). It goes when the enquiry is erased.
"""

import re
from collections.abc import Callable, Iterable

from django.db import connection, transaction
from django.db.models import BooleanField, Case, QuerySet, Value, When
from django.db.models.expressions import RawSQL

from articles.language.letters import plain
from enquiries.models import Enquiry, Event, SearchText, SearchWord, State, phone_numbers

WORD = re.compile(r"[\w@.+-]+")
PART = re.compile(r"\w+")
ADDRESS = re.compile(r"[\w.+-]+@[\w.-]+")
NUMBER = re.compile(r"(?<!\w)(?:\+|00)?[\d\s().\u2010-\u2015-]{5,}")
LONGEST = 100
LONGEST_TEXT = 300_000  # characters; PostgreSQL's index of one text has room for a megabyte
SHORTEST_NUMBER = 5  # digits
MAX_TERMS = 8
FEW = 1000
BATCH = 200
ASKED = ("role_sought", "location", "role_to_fill", "message")
# The lines of the history in which a person writes, and those of them that begin with a line of ours.
WRITTEN = frozenset(
    {
        Event.Kind.WROTE,
        Event.Kind.NOTED,
        Event.Kind.REPLIED,
        Event.Kind.ANSWERED,
        Event.Kind.HELD,
        Event.Kind.ASSIGNED,
        Event.Kind.CLOSED,
    }
)
BEGUN_BY_US = frozenset({Event.Kind.ASSIGNED, Event.Kind.CLOSED})
MATCHING = {
    "sqlite": "enquiry_id IN (SELECT enquiry_id FROM enquiries_searchterm WHERE word >= %s AND word < %s)",
    # To the planner a query that comes from a subselect is a rare one: it takes the index.
    "postgresql": "vector @@ (SELECT %s::tsquery)",
}
BEYOND = "\U0010ffff"


def words_of(enquiry: Enquiry) -> set[str]:
    """The words that say who the enquirer is, here and elsewhere; a phone number also in its national form, and as it was typed."""
    words = {enquiry.reference.casefold()}
    for text in (enquiry.name, enquiry.email, enquiry.organisation, enquiry.ats_reference):
        folded = plain(text)
        words.update(WORD.findall(folded), PART.findall(folded))
    for number in phone_numbers.numbers(enquiry.phone):
        dialled = number.partition(";")[0]
        words |= {number, dialled.lstrip("+"), re.sub(r"^\+44", "0", dialled)}
    words.update(re.findall(r"\d{5,}", re.sub(r"[\s().-]", "", enquiry.phone)))
    return {word[:LONGEST] for word in words}


def index(enquiry: Enquiry) -> None:
    """Makes the enquiry findable by what it says now."""
    enquiry.search_words.all().delete()
    SearchWord.objects.bulk_create(SearchWord(enquiry=enquiry, word=word) for word in words_of(enquiry))
    index_text(enquiry)


def index_text(enquiry: Enquiry) -> None:
    """The same when only its history has grown."""
    _store([text_of(enquiry, enquiry.events.filter(kind__in=WRITTEN).values_list("kind", "words"))])


def fill(stop: Callable[[], bool] = lambda: False) -> int:
    """Indexes what never was, as after an upgrade, the newest first; returns how many. Ends early when `stop` says so."""
    filled = 0
    while not stop() and (number := _fill_batch()):
        filled += number
    return filled


@transaction.atomic
def _fill_batch() -> int:
    missing = Enquiry.objects.filter(search_text=None).exclude(state=State.ERASED).order_by("-pk")
    # Locked, so that none is erased or written in meanwhile.
    chosen = list(missing.values_list("pk", flat=True)[:BATCH])
    enquiries = list(Enquiry.objects.filter(pk__in=chosen).exclude(state=State.ERASED).select_for_update())
    _index_texts(enquiries)
    return len(enquiries)


def _index_texts(enquiries: list[Enquiry]) -> None:
    written: dict[int, list[tuple[str, str]]] = {enquiry.pk: [] for enquiry in enquiries}
    events = Event.objects.filter(enquiry__in=written, kind__in=WRITTEN)
    for pk, kind, words in events.values_list("enquiry_id", "kind", "words"):
        written[pk].append((kind, words))
    _store([text_of(enquiry, written[enquiry.pk]) for enquiry in enquiries])


def text_of(enquiry: Enquiry, written: Iterable[tuple[str, str]]) -> SearchText:
    """All that an enquiry is found by; `written` are the kinds and words of its history, the oldest first.

    Where there is more than room for, what was written long ago is left out.
    """
    texts = [getattr(enquiry, name) for name in ASKED]
    texts += reversed([words.partition("\n")[2] if kind in BEGUN_BY_US else words for kind, words in written])
    words = dict.fromkeys(sorted(words_of(enquiry)))
    for text in texts:
        words |= dict.fromkeys(sorted(_words(plain(text))))
    return SearchText(enquiry=enquiry, words=" ".join(filter(None, words))[:LONGEST_TEXT].rstrip())


def find(enquiries: QuerySet[Enquiry], text: str) -> QuerySet[Enquiry]:
    """Those of `enquiries` in which every word of `text` begins a word.

    How a phone number is written does not matter, nor which dash stands between two names. Asks the database once for
    what is rare: few are then looked up by their numbers, while for what many say the list is walked until a page is full.
    """
    folded = plain(text).replace("\x00", "")
    terms = [_dialled(folded)] if NUMBER.fullmatch(folded) else _terms(folded)
    terms = [term[:LONGEST] for term in terms if term][:MAX_TERMS]
    if not terms:
        return enquiries
    found = _matching(terms)
    few = list(found.values_list("pk", flat=True)[: FEW + 1])
    if len(few) <= FEW:
        return enquiries.filter(pk__in=few)
    # As a case, PostgreSQL neither joins nor guesses: it keeps the numbers at hand and walks the list.
    is_found = Case(When(pk__in=found.values("pk"), then=Value(True)), default=Value(False))
    return enquiries.alias(is_found=is_found).filter(is_found=True)


def _matching(terms: list[str]) -> QuerySet[SearchText]:
    """What has a word that begins like each of the terms, which hold nothing but letters, digits and `@.+-_`."""
    if connection.vendor == "postgresql":
        return SearchText.objects.filter(_is_matched([" & ".join(f"'{term}':*" for term in terms)]))
    return SearchText.objects.filter(*(_is_matched([term, term + BEYOND]) for term in terms))


def _is_matched(parameters: list[str]) -> RawSQL:
    return RawSQL(MATCHING[connection.vendor], parameters, BooleanField())  # noqa: S611 - no text of anybody's in it


def _store(texts: list[SearchText]) -> None:
    SearchText.objects.bulk_create(texts, update_conflicts=True, unique_fields=["enquiry"], update_fields=["words"])


def _words(folded: str) -> set[str]:
    words = {*PART.findall(folded), *(address.rstrip(".-") for address in ADDRESS.findall(folded))}
    for number in map(_dialled, NUMBER.findall(folded)):
        if len(number) >= SHORTEST_NUMBER:
            words |= {number, re.sub(r"^\+44", "0", number), re.sub(r"^0", "+44", number)}
    return {word[:LONGEST] for word in words}


def _terms(folded: str) -> list[str]:
    return [term for word in WORD.findall(folded) for term in ([word] if "@" in word else PART.findall(word))]


def _dialled(number: str) -> str:
    """As it is indexed: `+44 (0)161`, `0044 161` and `+44 161` are one."""
    digits = re.sub(r"[^\d+]", "", number)
    return re.sub(r"^\+440", "+44", re.sub(r"^00", "+", digits))

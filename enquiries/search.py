"""Finding enquiries by name, e-mail, phone or reference: whole words or their beginnings, by index on both databases."""

import re

from django.db.models import QuerySet

from articles.language.letters import plain
from enquiries.models import Enquiry, SearchWord, phone_numbers

WORD = re.compile(r"[\w@.+-]+")
PART = re.compile(r"\w+")
NUMBER = re.compile(r"(?:\+|00)?[\d\s().\u2010-\u2015-]{5,}")
LONGEST = 100
MAX_TERMS = 8


def words_of(enquiry: Enquiry) -> set[str]:
    """The words that the enquiry is found by; a phone number also in its national form, and as it was typed."""
    words = {enquiry.reference.casefold()}
    for text in (enquiry.name, enquiry.email, enquiry.organisation):
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


def find(enquiries: QuerySet[Enquiry], text: str) -> QuerySet[Enquiry]:
    """Those of `enquiries` in which every word of `text` begins a word.

    How a phone number is written does not matter, nor which dash stands between two names.
    """
    folded = plain(text).replace("\x00", "")
    terms = [_dialled(folded)] if NUMBER.fullmatch(folded) else _terms(folded)
    for term in terms[:MAX_TERMS]:
        begun = SearchWord.objects.filter(word__startswith=term[:LONGEST])
        enquiries = enquiries.filter(pk__in=begun.values("enquiry_id"))
    return enquiries


def _terms(folded: str) -> list[str]:
    return [term for word in WORD.findall(folded) for term in ([word] if "@" in word else PART.findall(word))]


def _dialled(number: str) -> str:
    """As it is indexed: `+44 (0)161`, `0044 161` and `+44 161` are one."""
    digits = re.sub(r"[^\d+]", "", number)
    return re.sub(r"^\+440", "+44", re.sub(r"^00", "+", digits))

"""Finding enquiries by name, e-mail, phone or reference: whole words or their beginnings, by index on both databases."""

import re

from django.db.models import QuerySet

from articles.language.letters import plain
from enquiries.models import Enquiry, SearchWord, phone_numbers

WORD = re.compile(r"[\w@.+-]+")
PART = re.compile(r"\w+")
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
    """Those of `enquiries` in which every word of `text` begins a word; spaces within a phone number do not matter."""
    folded = plain(text).replace("\x00", "")
    if re.fullmatch(r"\+?[\d\s().-]{5,}", folded):
        folded = re.sub(r"[^\d+]", "", folded)
    for term in WORD.findall(folded)[:MAX_TERMS]:
        begun = SearchWord.objects.filter(word__startswith=term[:LONGEST])
        enquiries = enquiries.filter(pk__in=begun.values("enquiry_id"))
    return enquiries

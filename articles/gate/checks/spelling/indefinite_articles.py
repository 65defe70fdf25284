"""“A” and “an”, by the sound that follows and not by its letter."""

import re
from collections.abc import Iterator

from articles.gate.context import SiteContext
from articles.gate.findings import Finding, Level, Rule
from articles.gate.prose import fixes, repeats
from articles.gate.prose.document_text import DocumentText
from articles.gate.prose.own_words import in_own_words
from articles.gate.prose.patterns import filtered

ARTICLE = Rule(
    check="a-or-an",
    level=Level.WARNS,
    why="“An” stands before the sound of a vowel and “a” before any other, whatever the letter. Readers stumble over the other one.",
    advice="Say the words aloud, and write what you say.",
)
# “A” within a sentence is a letter or a mark: plan A, grade A.
ARTICLES = filtered(
    r"(?:(?:^|(?<=[.!?] ))An?|(?<![\w’'./&+-])an?) (?P<following>[A-Za-z][\w’'-]*|\d[\d,.]*)(?![@/.]\w)"
)
# Said with a consonant first, though written with a vowel.
LIKE_YOU = re.compile(
    r"uni(?:[cfloqstvx]|on|que|t)|unan|u(?:s[aeu]|til|topi|biq|kr|kul|gand|ran|rin|suall?y?)|uk\b|eu[a-z]{2}|ewe|one(?:$|[-s’'])|once|"
    r"(?:url|usb|ui|ux|us|uat|ufo|unesco|unicef|u|uk)(?:s?$|[-’'])",
    re.IGNORECASE,
)
SILENT_H = re.compile(r"hour|honest|honou?r|heir", re.IGNORECASE)
# Old and new fashion differ: an historic, an hotel.
EITHER = re.compile(r"h(?:istor|otel|abit|ered|yster|ero|erb|allucin|omage|ilar|ypothe)|ub[ue]|nvidia", re.IGNORECASE)
SPELT_OUT = frozenset(
    [
        "FCA",
        "FTE",
        "HGV",
        "HMRC",
        "HND",
        "HR",
        "HTML",
        "HTTP",
        "LLM",
        "LLP",
        "LMS",
        "LSE",
        "MBA",
        "MBE",
        "MEP",
        "ML",
        "MP",
        "MRI",
        "MSc",
        "MVP",
        "NDA",
        "NGO",
        "NHS",
        "NI",
        "NLP",
        "NVQ",
        "RFP",
        "RSU",
        "SDK",
        "SLA",
        "SME",
        "SMS",
        "SSD",
        "SSH",
        "SSL",
        "XML",
        "XSS",
    ]
)
SPELT_CONSONANT = re.compile(r"[BCDGJKPQTVWYZ][A-Z]{1,3}s?$")
SPOKEN = re.compile("[aeiouy]", re.IGNORECASE)
EIGHT = re.compile(r"8[\d,.]*|1[18](?:,\d{3})?[.,]?$")
NO_NOUN = frozenset(
    [
        "a",
        "an",
        "the",
        "and",
        "or",
        "of",
        "in",
        "is",
        "to",
        "as",
        "if",
        "are",
        "it",
        "at",
        "on",
        "by",
        "for",
        "was",
        "not",
        "but",
        "i",
        "o",
        "e",
    ]
)


def a_or_an(guide: DocumentText, _site: SiteContext) -> Iterator[Finding]:
    """“An university” and “a hour”, each once."""
    return repeats.once_each(_misheard(guide))


def _misheard(guide: DocumentText) -> Iterator[Finding]:
    for passage, text in in_own_words(guide):
        for written, following in dict.fromkeys(match[0].partition(" ")[::2] for match in ARTICLES.finditer(text)):
            meant = _article(following)
            if meant and meant != written.lower() and following.lower() not in NO_NOUN:
                right = f"{meant.capitalize() if written[0] == 'A' else meant} {following}"
                wrong = f"{written} {following}"
                fix = fixes.with_words(passage.place, wrong, right)
                yield ARTICLE.found(passage.place, f"“{wrong}” should be “{right}”.", excerpt=wrong, fix=fix)


def _article(following: str) -> str:
    """What stands before the word; empty when that depends on who speaks."""
    first = re.split(r"[-’']", following)[0]
    if following[0].isdigit():
        return "an" if EIGHT.match(following) else "a" if "," in following or len(first.rstrip(".,")) < 4 else ""
    if (first.isupper() and len(first) > 1) or first in SPELT_OUT:
        return _article_of_capitals(first)
    if EITHER.match(following) or len(first) == 1 or not SPOKEN.search(first):
        return ""
    if LIKE_YOU.match(following):
        return "a"
    return "an" if following[0].lower() in "aeiou" or SILENT_H.match(following) else "a"


def _article_of_capitals(letters: str) -> str:
    if letters in SPELT_OUT or letters[0] in "AEIO":
        return "an"
    return "a" if SPELT_CONSONANT.match(letters) or LIKE_YOU.match(letters) else ""


CHECKS = (a_or_an,)

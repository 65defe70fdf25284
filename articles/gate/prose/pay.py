"""Words that tell pay from other sums, and levels from one another."""

import re

PAY = re.compile(r"\b(?:salar(?:y|ies)|pay|paid|earn(?:s|ed|ings)?|wages?|remuneration|compensation)\b", re.IGNORECASE)
# Everything by which a sum may be known for pay.
ABOUT_PAY = re.compile(
    r"\b(?:salar(?:y|ies)|pay|pays|paid|earn(?:s|ed|ing|ings)?|wages?|remuneration|compensation|(?:day|daily|hourly|going|market) rates?"
    r"|rates?|bands?|ranges?|expect|makes?|packages?|starting|base|basic|per annum|p\.a\.)\b",
    re.IGNORECASE,
)
# Sums that an author makes up to reckon with.
MADE_UP = re.compile(
    r"\b(?:offer [ab12]|worked example|suppose|assum(?:e|es|ing|ptions?)|worked sum|imagine|made-up|invented|hypothetical|illustrative)\b",
    re.IGNORECASE,
)
LEVEL = re.compile(r"\b(junior|graduate|entry|mid|senior|lead|principal)s?(?:[- ]level)?\b", re.IGNORECASE)
NOUNS = r"engineer|scientist|analyst|developer|manager|architect|designer|tester|administrator|consultant|researcher"
RANKS = (
    re.compile(r"\b(?:juniors?|graduates?|trainees?|apprentices?|interns?|entry)\b", re.IGNORECASE),
    re.compile(r"\b(?:mid|middle|intermediate)\b", re.IGNORECASE),
    re.compile(r"\bseniors?\b", re.IGNORECASE),
    re.compile(r"\b(?:leads?|principals?|staff|head|directors?)\b", re.IGNORECASE),
)


def rank(level: str) -> int:
    """How high a level stands, from 1; the higher of two for “mid to senior”, and 0 for a level of another kind."""
    return max((number for number, pattern in enumerate(RANKS, start=1) if pattern.search(level)), default=0)

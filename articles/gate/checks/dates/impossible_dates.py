"""Days that no calendar has, and times that no clock shows."""

import re
from collections.abc import Iterator

from articles.gate.context import SiteContext
from articles.gate.findings import Finding, Level, Rule
from articles.gate.prose.dates import WEEKDAYS, dates
from articles.gate.prose.document_text import DocumentText
from articles.gate.prose.patterns import filtered
from articles.gate.prose.words import cut

CLOCK = filtered(
    r"\b(?:at|from|until|till|by|before|after|between|noon and) (?P<time>(?:2[4-9]|[3-9]\d)[:.][0-5]\d|[0-2]?\d:[6-9]\d)\b"
    r"(?! ?(?:%|per|a|seconds|minutes|hours|points|million|GB|MB|[£$€]))|\bat (?P<other>(?:1[3-9]|2[0-4])(?:[:.]\d\d)? ?(?:am|pm))\b",
    re.IGNORECASE,
)
MIDNIGHT = "24:00"

IMPOSSIBLE = Rule(
    check="impossible-date",
    level=Level.WARNS,
    why="A reader who has to be somewhere, or to send something, cannot tell which day or time is meant.",
    advice="Look it up, and correct the day, the month or the time.",
)


def impossible_date(guide: DocumentText, site: SiteContext) -> Iterator[Finding]:
    for passage in guide.passages:
        for moment in dates(passage.text):
            typed = passage.text[moment.start : moment.end]
            if not moment.is_possible:
                yield IMPOSSIBLE.found(passage.place, f"There is no “{typed}”.", excerpt=cut(typed))
            elif moment.weekday and moment.last and moment.weekday != WEEKDAYS[moment.last.weekday()]:
                right = WEEKDAYS[moment.last.weekday()].capitalize()
                yield IMPOSSIBLE.found(passage.place, f"“{typed}” is a {right}.", excerpt=cut(typed))
        for match in CLOCK.finditer(passage.text):
            typed = match["time"] or match["other"]
            if typed != MIDNIGHT:
                yield IMPOSSIBLE.found(passage.place, f"No clock shows “{typed}”.", excerpt=cut(match[0]))


CHECKS = (impossible_date,)

"""Headings that are numbered by hand, and whether they count on."""

import re
from collections.abc import Iterator
from itertools import pairwise

from articles.gate.context import SiteContext
from articles.gate.findings import Finding, Level, Rule
from articles.gate.prose.document_text import DocumentText, Passage
from articles.gate.prose.words import cut

WORDS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth")
ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")
LETTERS = "abcdefgh"
# The first may stand without a mark between the number and the words: “Step 1 ask”, but “Level 3 engineers”.
STEPS = "step|stage|part|phase|tip"
LABELS = f"{STEPS}|question|rule|mistake|reason|lesson|chapter|section|week|day|round|idea|myth|principle|option|level"
NUMBER = rf"\d{{1,2}}|{'|'.join(WORDS)}"
NUMBERED = re.compile(
    rf"(?:(?P<label>(?:{STEPS})(?= \S+ \w|\W)|(?:{LABELS})(?= \S+(?:[.):–—-]| [–—-]|$))) (?:no\.? "
    rf"|#)?(?:(?P<which>{NUMBER})\b(?![.-]\d)|(?-i:(?P<lettered>[A-H]|{'|'.join(ROMAN).upper()}))(?=[.):]| [–—-]))"
    rf"|(?P<ordinal>{'|'.join(ORDINALS)})(?=[,:])|(?P<roman>{'|'.join(ROMAN)})[.)] |(?P<letter>[A-H])[.)] "
    r"|(?P<spaced>\d{1,2}) (?=[A-Z][a-z])|(?:no\.? ?|#)(?P<plain>\d{1,2})\b|\(?(?P<bare>\d{1,2})(?:[.):](?!\d)|(?= [–—-] )))",
    re.IGNORECASE,
)

# “5 Ways to wait” counts ways; only where the first heading has a 1 are they numbers of headings.
SPACED = re.compile(r"\d{1,2} [A-Z]")
NUMBERS = ("which", "lettered", "ordinal", "roman", "letter", "spaced", "plain", "bare")

SKIPPED = Rule(
    check="heading-number-skipped",
    level=Level.WARNS,
    why="Readers who count look for the part that is missing.",
    advice="Correct the number, or add the part that is missing.",
)


def heading_number_skipped(guide: DocumentText, site: SiteContext) -> Iterator[Finding]:
    """Compares each numbered heading with the one before it of the same kind, level and section."""
    before: dict[tuple[int, str], list[tuple[int, Passage]]] = {}
    runs = []
    for heading in guide.headings:
        if heading.level == 2:
            before = {kind: run for kind, run in before.items() if kind[0] == 2}
        if numbered := _numbered(heading):
            label, number = numbered
            run = before.setdefault((heading.level, label), [])
            if run and number == 1 and not _counts_down_to_one(run):
                run = before[heading.level, label] = []
            if not run:
                runs.append(run)
            run.append((number, heading))
    for run in runs:
        yield from _skipped(run)


def _counts_down_to_one(run: list[tuple[int, Passage]]) -> bool:
    return run[-1][0] == 1 or run[-1][0] == 2 < run[0][0]


def _skipped(run: list[tuple[int, Passage]]) -> Iterator[Finding]:
    """Where the numbers of a run do not count on; those that count down all the way are right."""
    numbers = [number for number, _ in run]
    if _numbered(run[0][1]) != ("spaced", 1) and SPACED.match(run[0][1].text):
        return
    if (
        numbers == sorted(set(numbers), reverse=True)
        and numbers[0] - numbers[-1] == len(numbers) - 1
        and len(numbers) > 2
    ):
        return
    for (first, _), (second, heading) in pairwise(run):
        if second != first + 1:
            what = f"“{cut(heading.text)}” comes after number {first}."
            yield SKIPPED.found(heading.place, what, excerpt=cut(heading.text))
            return


def _numbered(heading: Passage) -> tuple[str, int] | None:
    """What kind of number the heading begins with, and which."""
    found = NUMBERED.match(heading.text)
    if not found:
        return None
    label, which = found["label"] or found.lastgroup or "", next(filter(None, found.group(*NUMBERS)))
    for names in (WORDS, ORDINALS, ROMAN, LETTERS):
        if which.lower() in names:
            return label.lower(), names.index(which.lower()) + 1
    return label.lower(), int(which)


CHECKS = (heading_number_skipped,)

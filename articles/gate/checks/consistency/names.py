"""Names of people and products that a guide spells in two ways."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby, islice, takewhile

from articles.document import Insight
from articles.gate.checks.spelling import tech_names
from articles.gate.context import SiteContext
from articles.gate.findings import Finding, Level, Place, Rule
from articles.gate.prose.document_text import DocumentText, Kind, without_code

# No part of an address such as github.com or python.org.
TOKEN = re.compile(r"(?<![\w./@#-])[^\W\d_][\w+#]*(?:-[^\W\d_]\w*)*(?![\w@/]|\.\w)")
# Names in which a capital inside tells that it is one: PyTorch, GitHub, MLOps. A plural s does not count.
INNER_CAPITAL = re.compile(r"[a-z][A-Z]|[A-Z]{2}[a-z]{2}")
ABBREVIATION = re.compile(r"[A-Z]{2,}s?$")
# Products whose names are no other word, so that even their first letter can be held to one case.
PRODUCTS = re.compile(
    r"ansible|azure|django|docker|grafana|jenkins|kafka|kubernetes|linux|mysql|numpy|postgresql|python|scikit-learn"
    r"|snowflake|tensorflow|terraform"
)
LENGTHS = range(6, 41)
MOST_COMPARED = 5_000  # pairs; where there are more, the guide is a list of names

SPELLINGS = Rule(
    check="name-in-two-spellings",
    level=Level.WARNS,
    why="A reader who knows the name notices, and one who does not takes it for two.",
    advice="Find out how its owner spells it, and use that throughout.",
)


@dataclass(kw_only=True, slots=True)
class Uses:
    """Where a spelling is used, and how often where no sentence or line begins."""

    places: list[Place] = field(default_factory=list)
    inside: int = 0


def name_in_two_spellings(guide: DocumentText, site: SiteContext) -> Iterator[Finding]:
    """Spellings that differ by case, or names that differ by one letter; shows the rarer beside the commoner one.

    Not those of which one is known to be wrong: that is told where it stands.
    """
    uses, words = _uses(guide)
    known = tech_names.spellings().keys() | site.spellings.keys()
    pairs = (*_by_case(uses), *_by_letter(uses, words))
    for first, second in (pair for pair in pairs if known.isdisjoint(pair)):
        rare, common = sorted((first, second), key=lambda name: len(uses[name].places))
        what = f"The guide has “{rare}” in one place and “{common}” in another."
        yield SPELLINGS.found(uses[rare].places[0], what, excerpt=rare)


def _uses(guide: DocumentText) -> tuple[dict[str, Uses], dict[str, Place]]:
    """What may be a name, by its spelling, and where each word in small letters first stands."""
    uses: dict[str, Uses] = {}
    words: dict[str, Place] = {}
    for place, text, is_line in _texts(guide):
        for match in TOKEN.finditer(text):
            word = match[0]
            if word.islower() and not PRODUCTS.fullmatch(word):
                words.setdefault(word, place)
            else:
                use = uses.setdefault(word, Uses())
                use.places.append(place)
                use.inside += not is_line and _is_inside(text, match.start())
    for name in [name for name in uses if _has_inner_capital(name)]:
        if name.lower() in words:
            uses[name.lower()] = Uses(places=[words[name.lower()]])
    return uses, words


def _texts(guide: DocumentText) -> Iterator[tuple[Place, str, bool]]:
    """Each text without its code, and whether it may begin with a capital anywhere, as headings, cells and labels do."""
    for passage in guide.passages:
        yield (
            passage.place,
            without_code(passage.text, passage.code, " "),
            passage.kind not in (Kind.PARAGRAPH, Kind.ITEM, Kind.QUESTION),
        )
    for position, block in guide.blocks:
        if isinstance(block, Insight) and block.speaker:
            yield Place(block=position, field="speaker"), block.speaker.name, False


def _is_inside(text: str, start: int) -> bool:
    """Whether a word stands inside a sentence, after a word or a comma."""
    return start > 1 and (text[start - 2].isalnum() or text[start - 2] in ",;")


def _by_case(uses: dict[str, Uses]) -> Iterator[tuple[str, str]]:
    for folded, spellings in groupby(sorted(uses, key=str.casefold), key=str.casefold):
        first, *others = sorted(spellings)
        yield from [(first, second) for second in others if _differ_by_case(folded, first, second, uses)][:1]


def _differ_by_case(folded: str, first: str, second: str, uses: dict[str, Uses]) -> bool:
    if first[1:] != second[1:]:
        if len(folded) > 2 and (first.isupper() or second.isupper()):  # it may only be shouted
            return False
        return _has_inner_capital(first) or _has_inner_capital(second)
    capital = first if first[0].isupper() else second
    return bool(PRODUCTS.fullmatch(folded)) and uses[capital].inside > 0


def _by_letter(uses: dict[str, Uses], words: dict[str, Place]) -> Iterator[tuple[str, str]]:
    names = sorted(name for name in uses if _is_name(name) and name.lower() not in words)
    for first, second in sorted(set(islice(_near(names), MOST_COMPARED))):
        is_used_inside = uses[first].inside and uses[second].inside
        if is_used_inside and first.lower() != second.lower() and _differ_by_letter(first, second):
            yield first, second


def _near(names: list[str]) -> Iterator[tuple[str, str]]:
    """Pairs with the same two first letters that are alike but for one letter; some of them are alike by chance.

    Names that differ by one letter have a remainder in common when each lacks one: so not every pair need be compared.
    """
    lacking: dict[str, list[str]] = {}
    for name in names:
        small = name.lower()  # McLeish and McCleish
        remainders = {small, *(small[:place] + small[place + 1 :] for place in range(2, len(small)))}
        for remainder in remainders:
            alike = lacking.setdefault(remainder, [])
            yield from ((other, name) for other in alike)
            alike.append(name)


def _is_name(word: str) -> bool:
    return len(word) in LENGTHS and word[0].isupper() and not word.isupper()


def _differ_by_letter(first: str, second: str) -> bool:
    """By one letter, never the last, which makes other forms of a word."""
    return first[-1:] == second[-1:] and differ_by_one_letter(first.lower(), second.lower())


def differ_by_one_letter(first: str, second: str) -> bool:
    """One letter more, less or other, or two in turned order."""
    start = _shared_start(first, second)
    end = min(_shared_start(first[::-1], second[::-1]), len(first) - start, len(second) - start)
    one, other = first[start : len(first) - end], second[start : len(second) - end]
    return max(len(one), len(other)) == 1 or (len(one) == 2 and one == other[::-1])


def _shared_start(first: str, second: str) -> int:
    """How many letters two words have in common at their beginning."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(first, second, strict=False)))


def _has_inner_capital(name: str) -> bool:
    return INNER_CAPITAL.search(name) is not None and not ABBREVIATION.match(name)

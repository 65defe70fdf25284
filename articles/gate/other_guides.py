"""The other guides of the site, found by what they say without reading each for every guide that is examined."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property, lru_cache
from math import ceil

from articles.gate.prose.words import JOINING, folded, stems

# How much of two sets of words must be common to both.
LIKENESS = Fraction(4, 5)
SAME: dict[str, Callable[[str], str]] = {"slug": str, "title": folded, "description": folded}
ALIKE = ("title", "standfirst")


@dataclass(frozen=True, kw_only=True, slots=True)
class OtherGuide:
    """Another guide of the site, as its draft or its live page calls itself."""

    slug: str
    title: str
    standfirst: str = ""
    description: str = ""


class OtherGuides(tuple[OtherGuide, ...]):
    """Guides in their order. `but` is the address of the one that is examined, which is no other."""

    def same(self, field: str, text: str, *, but: str) -> OtherGuide | None:
        """The first whose slug, title or description says the same."""
        found = self._saying[field].get(SAME[field](text), ()) if text else ()
        return next((self[number] for number in found if self[number].slug != but), None)

    def like(self, field: str, text: str, fewest: int, *, but: str) -> OtherGuide | None:
        """The first whose title or standfirst has nearly the same words, where it has at least so many that tell a subject."""
        ours, having = _subject(text), self._having[field]
        # Whoever shares so much with us has one of any few of our words; the rarest lead to the fewest guides.
        few = sorted(ours, key=lambda word: len(having.get(word, ())))[: len(ours) - ceil(LIKENESS * len(ours)) + 1]
        found = sorted({number for word in few for number in having.get(word, ())})
        candidates = (self[number] for number in found if self[number].slug != but)
        return next((one for one in candidates if _are_alike(ours, _subject(getattr(one, field)), fewest)), None)

    @cached_property
    def _saying(self) -> Mapping[str, Mapping[str, list[int]]]:
        return {field: _places([key(getattr(one, field))] for one in self) for field, key in SAME.items()}

    @cached_property
    def _having(self) -> Mapping[str, Mapping[str, list[int]]]:
        return {field: _places(_subject(getattr(one, field)) for one in self) for field in ALIKE}


def _places(keys: Iterable[Iterable[str]]) -> Mapping[str, list[int]]:
    """The numbers of the guides by the keys that each has."""
    found: defaultdict[str, list[int]] = defaultdict(list)
    for number, own in enumerate(keys):
        for key in own:
            found[key].append(number)
    return found


def _are_alike(one: frozenset[str], other: frozenset[str], fewest: int) -> bool:
    common = len(one & other)
    return min(len(one), len(other)) >= fewest and common >= LIKENESS * (len(one) + len(other) - common)


@lru_cache(maxsize=16_384)  # the site’s titles and standfirsts are compared with those of every guide
def _subject(text: str) -> frozenset[str]:
    return frozenset(stems(text)) - JOINING

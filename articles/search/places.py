"""Pages that are no guides, and what they are looked for by; whoever has such pages registers them."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from articles.language.stemming import stem
from articles.language.words import folded
from articles.search.queries import Term

MOST = 3


@dataclass(frozen=True, kw_only=True)
class Place:
    """A page with its title, its path and a line about it.

    It is found by `names`, `words` and `only_with` together. One of the names asks for it before any guide; without one,
    guides come first. Of `only_with`, if there is any, the query must have a word.
    """

    title: str
    path: str
    about: str
    names: str
    words: str = ""
    only_with: str = ""

    @cached_property
    def _names(self) -> list[str]:
        return folded(self.names).split()

    @cached_property
    def _every(self) -> list[str]:
        return folded(f"{self.names} {self.words} {self.only_with}").split()

    @cached_property
    def _wanted(self) -> list[str]:
        return folded(self.only_with).split()

    def fits(self, terms: Sequence[Term]) -> bool:
        """Whether it has something of every term."""
        is_meant = not self._wanted or any(_holds(self._wanted, term) for term in terms)
        return is_meant and all(_holds(self._every, term) for term in terms)

    def is_named(self, terms: Iterable[Term]) -> bool:
        """Whether one of the terms asks for it by name."""
        return any(_holds(self._names, term) for term in terms)


Provider = Callable[[], Iterable[Place]]
_providers: list[Provider] = []


def register(provider: Provider) -> None:
    """From now on, what `provider` gives can be found."""
    if provider not in _providers:
        _providers.append(provider)


def every() -> list[Place]:
    """All places that there are now."""
    return list(chain.from_iterable(provider() for provider in _providers))


def find(terms: Sequence[Term], every: Iterable[Place]) -> tuple[list[Place], list[Place]]:
    """Those of the places that the terms name, and those that they only fit."""
    found = [place for place in every if place.fits(terms)] if terms else []
    named = [place for place in found if place.is_named(terms)]
    return named[:MOST], [place for place in found if place not in named][:MOST]


def names(every: Iterable[Place]) -> list[str]:
    """The words by which the places are asked for."""
    return sorted({name for place in every for name in folded(place.names).split()})


def _holds(words: Sequence[str], term: Term) -> bool:
    stems = [stem(word) for word in words]
    if term.is_prefix and any(word.startswith(term.words[0]) for word in words):
        return True
    return any(_follows(stems, [stem(word) for word in phrase]) for phrase in term.same())


def _follows(stems: Sequence[str], phrase: Sequence[str]) -> bool:
    size = len(phrase)
    return any(list(stems[start : start + size]) == phrase for start in range(len(stems) - size + 1))

"""Pages that are no guides, and what they are looked for by; whoever has such pages registers them."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from articles.language.stemming import stem
from articles.language.words import folded
from articles.search import queries
from articles.search.queries import Term

MOST = 3


class Words:
    """Words to compare with terms."""

    def __init__(self, text: str) -> None:
        self.words = folded(text).split()
        self._begun = f" {' '.join(self.words)}"
        self._stems = f" {' '.join(map(stem, self.words))} "

    def hold(self, term: Term) -> bool:
        """Whether they have what the term asks for."""
        if term.is_prefix and f" {term.words[0]}" in self._begun:
            return True
        return any(f" {phrase} " in self._stems for phrase in queries.stems(term.same()))


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
    def named(self) -> Words:
        """The words that ask for it."""
        return Words(self.names)

    @cached_property
    def _every(self) -> Words:
        return Words(f"{self.names} {self.words} {self.only_with}")

    @cached_property
    def _wanted(self) -> Words:
        return Words(self.only_with)

    def fits(self, terms: Sequence[Term]) -> bool:
        """Whether it has something of every term."""
        is_meant = not self.only_with or any(map(self._wanted.hold, terms))
        return is_meant and all(map(self._every.hold, terms))

    def is_named(self, terms: Iterable[Term]) -> bool:
        """Whether one of the terms asks for it by name."""
        return any(map(self.named.hold, terms))


Provider = Callable[[], Iterable[Place]]
_providers: list[Provider] = []


def register(provider: Provider) -> None:
    """From now on, what `provider` gives can be found. It may read what is `Shown` and nothing else."""
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

"""What every search needs to know of the site and no search changes, kept in the process until the content changes."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from articles.models import SearchWord, SynonymGroup
from articles.remembering import remembered
from articles.search import places
from articles.search.places import Place
from articles.search.slips import MOST_MEANT, Dictionary
from articles.search.synonyms import Synonyms


@dataclass(frozen=True)
class Site:
    """The pages that are no guides, and the synonyms."""

    places: Sequence[Place]
    synonyms: Synonyms

    @cached_property
    def names(self) -> frozenset[str]:
        """The words by which the places are asked for."""
        return frozenset(chain.from_iterable(place.named.words for place in self.places))

    @cached_property
    def dictionary(self) -> Dictionary:
        """What a slip may be meant for: the words that most guides hold, and the names of places."""
        words = SearchWord.objects.order_by("-guides", "word").values_list("word", flat=True)[:MOST_MEANT]
        return Dictionary([*words, *sorted(self.names)])


@remembered
def now() -> Site:
    """As it is now."""
    return Site(places.every(), Synonyms(group.phrases() for group in SynonymGroup.objects.all()))

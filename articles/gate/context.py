"""What the checks know besides the guide itself. A plain value: the caller of the checks reads the database."""

from collections import Counter
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from datetime import date

from articles.gate.other_guides import OtherGuides
from articles.references.targets import Target


def _nothing_there(_path: str) -> bool:
    return False


@dataclass(frozen=True, slots=True)
class Owner:
    """A live guide, by its key, with the title that readers see."""

    guide: int
    title: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Paragraphs:
    """Which live guides have a paragraph, by its `prints`; `own` is the guide that is examined and owns none of them."""

    owners: Mapping[int, tuple[Owner, ...]] = field(default_factory=dict)
    own: int = 0
    enough: int = 2

    def owner(self, prints: Collection[int]) -> Owner | None:
        """The other guide that has this paragraph, or nearly."""
        met = Counter(owner for number in prints for owner in self.owners.get(number, ()) if owner.guide != self.own)
        return next((owner for owner, shared in met.most_common(1) if shared >= self.enough), None)


@dataclass(frozen=True, kw_only=True, slots=True)
class Law:
    """A change of the law; `phrases` tell that a guide touches it, an asterisk in them stands for the rest of a word."""

    subject: str
    phrases: tuple[str, ...]
    in_force_on: date
    what: str
    link: str


@dataclass(frozen=True, kw_only=True)
class SiteContext:
    """The day, the rest of the site and the agency's word list, as they are while the checks run.

    `hosts` are the site's own names. `others` are all guides, and `own` is the address of the one that is examined. `live`, `unpublished` and `withdrawn` hold slugs of guides; `moved` leads from a
    slug that a guide had before to the one it has now; `exists` says whether any other path of the site has a page.
    `closed` says of references that lead readers nowhere what they mean; one that it does not name means nothing.
    `paragraphs` are those of the live guides.
    `reviewed_on` is the day on which somebody last found the guide right, if anybody has.
    `levels` holds what was set for a check by its name: `blocks`, `warns` or `silent`.
    `laws` are changes of the law.
    `spellings` leads from a wrong spelling to the right one; `known` are abbreviations every reader knows.
    `contacts` are the agency's own telephone numbers, in national digits, and e-mail addresses, in lower case.
    """

    today: date
    hosts: frozenset[str] = frozenset()
    others: OtherGuides = field(default_factory=OtherGuides)
    own: str = ""
    live: frozenset[str] = frozenset()
    unpublished: frozenset[str] = frozenset()
    withdrawn: frozenset[str] = frozenset()
    moved: Mapping[str, str] = field(default_factory=dict)
    exists: Callable[[str], bool] = _nothing_there
    closed: Mapping[str, Target] = field(default_factory=dict)
    paragraphs: Paragraphs = field(default_factory=Paragraphs)
    spellings: Mapping[str, str] = field(default_factory=dict)
    known: frozenset[str] = frozenset()
    reviewed_on: date | None = None
    contacts: frozenset[str] = frozenset()
    levels: Mapping[str, str] = field(default_factory=dict)
    laws: tuple[Law, ...] = ()

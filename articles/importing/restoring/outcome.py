"""What a restoration did, and what it left alone."""

from collections import Counter
from dataclasses import dataclass, field


@dataclass(slots=True)
class Outcome:
    """How many of each were put back and were there already; `changed` names what a new site begins with and now says
    something else, `differing` what is here, says something else and was left as it is.
    """

    restored: Counter[str] = field(default_factory=Counter)
    known: Counter[str] = field(default_factory=Counter)
    changed: list[str] = field(default_factory=list)
    differing: list[str] = field(default_factory=list)

"""What is said of a post on its way: kept, repaired, proposed, left out."""

from dataclasses import dataclass
from enum import StrEnum


class Deed(StrEnum):
    """What happened to a part of a post, or is asked of its editor."""

    KEPT = "kept"
    REPAIRED = "repaired"
    PROPOSED = "proposed"
    LEFT_OUT = "left out"


@dataclass(frozen=True, kw_only=True, slots=True)
class Line:
    """One line of a report: a sentence, and the words of the source that it is about, wholly where they were left out."""

    deed: Deed
    what: str
    words: str = ""

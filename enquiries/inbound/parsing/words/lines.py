"""Lines of a mail, alike whether they came as plain text or as HTML."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum, auto

# How often a line is marked as quoted at most.
DEEPEST = 20


class Mark(Enum):
    """What the program that wrote a line says of it."""

    NONE = auto()
    HISTORY = auto()  # this and everything below is the mail that is answered
    ATTRIBUTION = auto()  # names the mail that is quoted below
    SIGNATURE = auto()


@dataclass(frozen=True, slots=True)
class Line:
    """One line. `depth` says how often it is quoted: 0 for the words of who sent the mail."""

    text: str
    depth: int = 0
    mark: Mark = Mark.NONE

    @property
    def is_blank(self) -> bool:
        return not self.text.strip()


def joined(lines: Iterable[Line]) -> str:
    """The lines as text, the quoted ones marked as in plain mail, with at most one empty line between two others."""
    told: list[str] = []
    for line in lines:
        text = f"{'>' * min(line.depth, DEEPEST)} {line.text}".strip() if line.depth else line.text.rstrip()
        if text.strip("> ") or (told and told[-1].strip("> ")):
            told.append(text)
    return "\n".join(told).strip()


def words(text: str) -> int:
    return len(text.split())

"""The history of an enquiry as it is read: who speaks in each line, and what is only a step between them."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from enquiries.models import Event

Kind = Event.Kind
VOICES = {
    Kind.WROTE: "theirs",
    Kind.AUTO_REPLIED: "theirs",
    Kind.REPLIED: "ours",
    Kind.SCHEDULED: "ours",
    Kind.ANSWERED: "ours",
    Kind.NOTED: "noted",
    Kind.BOUNCED: "trouble",
    Kind.UNDELIVERABLE: "trouble",
    Kind.ESCALATED: "trouble",
    Kind.INFECTED: "trouble",
    Kind.NOT_HANDED_OFF: "trouble",
    Kind.OBJECTED: "trouble",
}
STEP = "step"
SPOKEN = ("theirs", "ours", "noted")
# What happens many times to each enquiry, and hides what was said when all of it is shown.
ROUTINE = frozenset(
    {
        Kind.RECEIVED,
        Kind.TAKEN,
        Kind.NOTIFIED,
        Kind.REMINDED,
        Kind.DOWNLOADED,
        Kind.COPIED,
        Kind.HANDED_OFF,
        Kind.FOLLOW_UP,
    }
)
MOST_SHOWN = 3  # of what is routine, one after the other
LONG = 8


@dataclass(frozen=True)
class Line:
    event: Event

    @property
    def voice(self) -> str:
        return VOICES.get(Kind(self.event.kind), STEP)

    @property
    def is_routine(self) -> bool:
        return self.event.kind in ROUTINE


@dataclass(frozen=True)
class Stretch:
    """Lines that belong together: shown as they are, or folded away under how many they are."""

    lines: list[Line]

    @property
    def is_folded(self) -> bool:
        return self.lines[0].is_routine and len(self.lines) > MOST_SHOWN


def stretches(events: Sequence[Event]) -> list[Stretch]:
    """The history in its order; what is routine and follows each other is one stretch."""
    lines = [Line(event) for event in events]
    return [Stretch(list(together)) for _, together in groupby(lines, key=lambda line: line.is_routine)]


def said_last(events: Sequence[Event]) -> int | None:
    """The number of the line in which a person spoke last, if so much stands before it that it is out of sight."""
    spoken = [place for place, event in enumerate(events) if VOICES.get(Kind(event.kind)) in SPOKEN]
    return events[spoken[-1]].pk if spoken and spoken[-1] >= LONG else None

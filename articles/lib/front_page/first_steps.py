"""What a new site needs before it works for its agency. Whoever owns a step registers it."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Step:
    """One thing to do: why, and where those do it who have the permission `may`.

    `missing` says in a sentence what is still to do, from what is there and never from a click; empty when it is done.
    `unneeded` is what somebody can say instead where an agency may have no need of the step, as the words of a button.
    """

    name: str  # in addresses and with stored answers; never changes
    position: int
    title: str
    why: str
    may: str
    link: str
    address: Callable[[], str]
    missing: Callable[[], str]
    unneeded: str = ""


_steps: dict[str, Step] = {}


def register(*steps: Step) -> None:
    """Adds the steps, each in the place of one of the same name."""
    _steps.update({step.name: step for step in steps})


def in_order() -> list[Step]:
    """All of them, the first one first."""
    return sorted(_steps.values(), key=lambda step: step.position)


def named(name: str) -> Step | None:
    """The step of this name, if there is one."""
    return _steps.get(name)

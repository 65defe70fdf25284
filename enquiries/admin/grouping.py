"""Where each action stands on the page of an enquiry: with the answer, or in a group of its subject."""

from dataclasses import dataclass
from typing import Any

# One press each, and what the enquiry waits for.
FIRST = ("take", "no_follow_up", "reopen", "release")
GROUPS = {
    "Write a note": ("note",),
    "Pass to somebody else": ("assign",),
    "Answered by phone or in person": ("answered",),
    "Come back to it later": ("follow_up",),
    "Close the enquiry": ("close",),
    "Report it as spam": ("spam",),
    "How long it is kept": ("hold", "unhold", "application", "service", "not-application"),
}
ALWAYS_OPEN = "Write a note"


@dataclass(frozen=True)
class Group:
    title: str
    actions: dict[str, dict[str, Any]]

    @property
    def is_open(self) -> bool:
        """The most used one, and what has to be corrected."""
        return self.title == ALWAYS_OPEN or any(action["form"].errors for action in self.actions.values())


def first(offered: dict[str, dict[str, Any]]) -> dict[str, dict[str, Any]]:
    return _named(FIRST, offered)


def groups(offered: dict[str, dict[str, Any]]) -> list[Group]:
    """Those of the groups in which something is offered."""
    made = [Group(title, _named(keys, offered)) for title, keys in GROUPS.items()]
    return [group for group in made if group.actions]


def _named(keys: tuple[str, ...], offered: dict[str, dict[str, Any]]) -> dict[str, dict[str, Any]]:
    return {key: offered[key] for key in keys if key in offered}

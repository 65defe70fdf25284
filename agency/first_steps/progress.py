"""How far a new site is with its first steps, and what somebody said of them."""

from dataclasses import dataclass
from typing import Any

from django.utils import timezone

from agency import identity
from agency.models import Identity, UnneededStep
from articles.lib.front_page.first_steps import Step, in_order


@dataclass(frozen=True)
class Standing:
    """A step as one person sees it: whether they may do it, what is missing, or who said that it is not needed."""

    step: Step
    may: bool
    missing: str
    unneeded: UnneededStep | None

    @property
    def is_done(self) -> bool:
        return not self.missing


@dataclass(frozen=True)
class Progress:
    """All steps as one person sees them."""

    standings: list[Standing]

    @property
    def done(self) -> int:
        """How many are done, or not needed."""
        return sum(standing.is_done for standing in self.standings)

    @property
    def is_complete(self) -> bool:
        return self.done == len(self.standings)


def may_see(user: Any) -> bool:
    """Whether the user may do any of the steps."""
    return any(user.has_perm(step.may) for step in in_order())


def of(user: Any) -> Progress:
    """Costs a query or none for each step, and one for what was said."""
    said = {answer.step: answer for answer in UnneededStep.objects.select_related("said_by")}
    return Progress([_standing(step, user, said.get(step.name)) for step in in_order()])


def _standing(step: Step, user: Any, unneeded: UnneededStep | None) -> Standing:
    return Standing(step, user.has_perm(step.may), "" if unneeded else step.missing(), unneeded)


def is_over() -> bool:
    """Whether all steps were found done at some time: then nobody is shown them again who does not ask."""
    return identity.current().first_steps_done_at is not None


def end() -> None:
    """Notes that all are done."""
    Identity.objects.filter(first_steps_done_at=None).update(first_steps_done_at=timezone.now())


def say_unneeded(step: Step, *, by: Any) -> None:
    """The agency has no need of the step, somebody says."""
    UnneededStep.objects.get_or_create(step=step.name, defaults={"said_by": by})


def take_back(step: Step) -> None:
    """It has, after all."""
    UnneededStep.objects.filter(step=step.name).delete()

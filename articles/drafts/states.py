"""What an editor sees of a guide at a glance.

A guide is in exactly one of the first four states, and may also be in the others.
"""

from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery, TextChoices
from django.utils import timezone

from articles.models import ProposedQuestion, Revision


class State(TextChoices):
    DRAFT = "draft", "Draft"
    LIVE = "live", "Live"
    CHANGED = "changed", "Live, with unpublished changes"
    WITHDRAWN = "withdrawn", "Withdrawn"
    SCHEDULED = "scheduled", "Scheduled"
    IN_REVIEW = "in_review", "In review"
    OVERDUE = "overdue", "Review overdue"


def with_states(guides: QuerySet) -> QuerySet:
    """The guides with what their states are derived from: `is_live`, `live_slug`, `live_updated_at`, `goes_live_at`;
    and whether questions are proposed for them: `is_asked`."""
    live = Revision.objects.published().filter(article=OuterRef("pk"))
    waiting = Revision.objects.scheduled().filter(article=OuterRef("pk"))
    return guides.annotate(
        is_live=Exists(live),
        live_slug=Subquery(live.values("slug")[:1]),
        live_updated_at=Subquery(live.values("updated_at")[:1]),
        goes_live_at=Subquery(waiting.values("goes_live_at")[:1]),
        is_asked=Exists(ProposedQuestion.objects.undecided().filter(article=OuterRef("pk"))),
    )


def states_of(guide: Any) -> list[State]:
    """The states of a guide that comes from `with_states`."""
    if guide.is_live:
        states = [State.CHANGED if guide.has_unpublished_changes else State.LIVE]
    else:
        states = [State.WITHDRAWN if guide.withdrawn_at else State.DRAFT]
    holds = {
        State.SCHEDULED: guide.goes_live_at or guide.withdraw_at,
        State.IN_REVIEW: guide.sent_for_review_at,
        State.OVERDUE: guide.is_live and guide.review_by and guide.review_by < timezone.localdate(),
    }
    return states + [state for state, held in holds.items() if held]


def in_state(guides: QuerySet, state: State) -> QuerySet:
    """Those of `with_states` that are in the state."""
    return guides.filter(_condition(state, timezone.localdate()))


def _condition(state: State, today: date) -> Q:
    return {
        State.DRAFT: Q(is_live=False, withdrawn_at=None),
        State.LIVE: Q(is_live=True, has_unpublished_changes=False),
        State.CHANGED: Q(is_live=True, has_unpublished_changes=True),
        State.WITHDRAWN: Q(is_live=False, withdrawn_at__isnull=False),
        State.SCHEDULED: Q(goes_live_at__isnull=False) | Q(withdraw_at__isnull=False),
        State.IN_REVIEW: Q(sent_for_review_at__isnull=False),
        State.OVERDUE: Q(is_live=True, review_by__lt=today),
    }[state]

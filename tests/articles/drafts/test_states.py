"""What an editor sees of a guide at a glance, and by which the list is narrowed down."""

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from articles.drafts.states import State, in_state, states_of, with_states
from articles.models import Article
from articles.publishing import publication, scheduling
from articles.review import handover
from tests import cast

pytestmark = pytest.mark.django_db


def soon() -> Any:
    return timezone.now() + timedelta(hours=1)


def nothing(guide: Article) -> None:
    pass


def publish(guide: Article) -> None:
    publication.publish(guide, by=None)


def publish_and_change(guide: Article) -> None:
    publish(guide)
    Article.objects.filter(pk=guide.pk).update(has_unpublished_changes=True)


def publish_and_withdraw(guide: Article) -> None:
    publish(guide)
    publication.withdraw(guide, by=None)


def publish_again(guide: Article) -> None:
    publish_and_withdraw(guide)
    publish(guide)


def schedule(guide: Article) -> None:
    publication.schedule(guide, by=None, at=soon())


def publish_and_schedule_the_end(guide: Article) -> None:
    publish(guide)
    scheduling.schedule_withdrawal(guide, by=None, at=soon())


def send_for_review(guide: Article) -> None:
    handover.send_for_review(guide, by=None)


def send_for_review_and_back(guide: Article) -> None:
    send_for_review(guide)
    handover.send_back(guide, by=None, note="Say what it pays.")


def publish_and_let_time_pass(guide: Article) -> None:
    publish(guide)
    Article.objects.filter(pk=guide.pk).update(review_by=timezone.localdate() - timedelta(days=1))


def publish_with_the_review_today(guide: Article) -> None:
    publish(guide)
    Article.objects.filter(pk=guide.pk).update(review_by=timezone.localdate())


def let_time_pass_and_withdraw(guide: Article) -> None:
    publish_and_let_time_pass(guide)
    publication.withdraw(guide, by=None)


def everything_at_once(guide: Article) -> None:
    publish_and_let_time_pass(guide)
    publish_and_change(guide)
    Article.objects.filter(pk=guide.pk).update(review_by=timezone.localdate() - timedelta(days=1))
    schedule(guide)
    send_for_review(guide)


@pytest.mark.parametrize(
    ("life", "states"),
    [
        (nothing, [State.DRAFT]),
        (publish, [State.LIVE]),
        (publish_and_change, [State.CHANGED]),
        (publish_and_withdraw, [State.WITHDRAWN]),
        (publish_again, [State.LIVE]),
        (schedule, [State.DRAFT, State.SCHEDULED]),
        (publish_and_schedule_the_end, [State.LIVE, State.SCHEDULED]),
        (send_for_review, [State.DRAFT, State.IN_REVIEW]),
        (send_for_review_and_back, [State.DRAFT]),
        (publish_and_let_time_pass, [State.LIVE, State.OVERDUE]),
        (publish_with_the_review_today, [State.LIVE]),
        (let_time_pass_and_withdraw, [State.WITHDRAWN]),
        (everything_at_once, [State.CHANGED, State.SCHEDULED, State.IN_REVIEW, State.OVERDUE]),
    ],
)
def test_every_state_that_holds_is_told_and_found(life: Any, states: list[State]) -> None:
    guide = cast.draft()
    life(guide)

    seen = with_states(Article.objects.all())

    assert states_of(seen.get()) == states
    assert [state for state in State if in_state(seen, state).exists()] == states

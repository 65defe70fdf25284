"""The states of a guide in sentences, as they stand at the top of its pages in the admin."""

from datetime import date, datetime
from typing import Any

from django.utils import timezone
from django.utils.formats import date_format

from articles.drafts.states import State, states_of


def notes(guide: Any) -> list[str]:
    """One sentence or two for each state that holds, and for each thing that will happen by itself."""
    said = [_said(guide)[state] for state in states_of(guide) if state in _said(guide)]
    if guide.goes_live_at:
        said.append(f"A version of it goes live on {at(guide.goes_live_at)}.")
    if guide.withdraw_at:
        said.append(f"It will be withdrawn on {at(guide.withdraw_at)}.")
    return said


def at(moment: datetime) -> str:
    """A moment in words, by the clock of the site."""
    return date_format(timezone.localtime(moment), "j F Y, H:i")


def on(day: date | None) -> str:
    return date_format(day, "j F Y") if day else ""


def _said(guide: Any) -> dict[State, str]:
    withdrawn, sent = guide.withdrawn_at, guide.sent_for_review_at
    return {
        State.DRAFT: "This guide is a draft. Visitors cannot see it until it is published.",
        State.LIVE: "This guide is live, and visitors read exactly what you see here. Saving a change keeps it as a draft until you publish.",
        State.CHANGED: "This guide is live, and its draft differs from what visitors read. Publish to bring the page up to date.",
        State.WITHDRAWN: f"This guide was withdrawn{f' on {at(withdrawn)}' if withdrawn else ''}. Its address says so and offers other guides.",
        State.IN_REVIEW: f"It was sent for review{f' on {at(sent)}' if sent else ''}.",
        State.OVERDUE: f"Its review was due by {on(guide.review_by)}.",
    }

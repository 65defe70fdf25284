"""The states of a guide in sentences, as they stand at the top of its pages in the admin."""

from typing import Any

from articles.drafts.states import State, states_of
from articles.lib.days import in_words, moment_in_words

# What the notes, the list of guides and the checks say of other tables.
SHOWN = ("topic", "author", "hero_picture", "owner", "saved_by")


def notes(guide: Any) -> list[str]:
    """One sentence or two for each state that holds, and for each thing that will happen by itself."""
    said = [_said(guide)[state] for state in states_of(guide) if state in _said(guide)]
    if guide.goes_live_at:
        said.append(f"A version of it goes live on {moment_in_words(guide.goes_live_at)}.")
    if guide.withdraw_at:
        said.append(f"It will be withdrawn on {moment_in_words(guide.withdraw_at)}.")
    if guide.is_asked:
        said.append("Colleagues propose questions for it that somebody asked them: see Questions.")
    return said


def _said(guide: Any) -> dict[State, str]:
    withdrawn, sent, due = guide.withdrawn_at, guide.sent_for_review_at, guide.review_by
    return {
        State.DRAFT: "This guide is a draft. Visitors cannot see it until it is published.",
        State.LIVE: "This guide is live, and visitors read exactly what you see here. Saving a change keeps it as a draft until you publish.",
        State.CHANGED: "This guide is live, and its draft differs from what visitors read. Publish to bring the page up to date.",
        State.WITHDRAWN: f"This guide was withdrawn{f' on {moment_in_words(withdrawn)}' if withdrawn else ''}. Its address says so and offers other guides.",
        State.IN_REVIEW: f"It was sent for review{f' on {moment_in_words(sent)}' if sent else ''}.",
        State.OVERDUE: f"Its review was due by {in_words(due) if due else ''}.",
    }

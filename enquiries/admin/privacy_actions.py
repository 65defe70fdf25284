"""What can be done on the page of a request about personal data: each action is a form of its own that calls one verb."""

from typing import Any

from django import forms
from django.utils.text import capfirst

from articles.lib.form_fields import WordsInput
from enquiries.admin.actions import MOST_WORDS, Action
from enquiries.models import PrivacyRequest
from enquiries.privacy import applications, requests, restriction, rights

MAY_CHANGE = "enquiries.change_privacyrequest"
Kind, Outcome = PrivacyRequest.Kind, PrivacyRequest.Outcome


class AnswerForm(forms.Form):
    outcome = forms.ChoiceField(
        label="Decision",
        choices=[("", "Choose…"), *((outcome.value, capfirst(outcome.label)) for outcome in Outcome)],
        error_messages={"required": "Choose what was decided."},
    )
    answer = WordsInput(
        label="Answer",
        help_text="They get it as you write it, by e-mail if we have an address. If you do not agree, say why: the "
        "e-mail adds how to complain to the Information Commissioner’s Office.",
        max_length=MOST_WORDS,
        widget=forms.Textarea(attrs={"rows": 8}),
        error_messages={"required": "Write the answer first."},
    )


class MoreTimeForm(forms.Form):
    months = forms.TypedChoiceField(
        label="Further months",
        coerce=int,
        choices=[(1, "One"), (2, "Two")],
        help_text="Once, and only where the request is complex or there are many. They are told by e-mail, or by you.",
    )
    reason = WordsInput(
        label="Why",
        max_length=MOST_WORDS,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Say why; the person is told."},
    )


class IdentityForm(forms.Form):
    on = forms.DateField(
        label="Identity confirmed on",
        widget=forms.DateInput(attrs={"type": "date"}),
        help_text="Only if you doubted who is asking and asked for proof. The month begins on this day.",
        error_messages={"required": "Enter the day.", "invalid": "Enter a day."},
    )


class DayForm(forms.Form):
    on = forms.DateField(
        label="Received on",
        widget=forms.DateInput(attrs={"type": "date"}),
        help_text="If the day above is wrong. They get the right dates by e-mail.",
        error_messages={"required": "Enter the day.", "invalid": "Enter a day."},
    )


class LiftForm(forms.Form):
    reason = WordsInput(
        label="Why the data is used again",
        help_text="The enquirer is told at once.",
        max_length=MOST_WORDS,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Say why; the enquirer is told."},
    )


def _is_undecided(request: PrivacyRequest) -> bool:
    return not request.outcome and not request.done_at


ACTIONS: dict[str, Action[PrivacyRequest]] = {
    "answer": Action(
        label="Send the answer",
        done="Answered.",
        fits=_is_undecided,
        run=lambda request, by, words: rights.finish(request, words["answer"], by, words["outcome"]),
        form=AnswerForm,
        permission=MAY_CHANGE,
    ),
    "acknowledge": Action(
        label="I have told them that it arrived",
        done="Noted.",
        fits=lambda request: _is_undecided(request) and not request.acknowledged_at,
        run=lambda request, by, _: requests.acknowledge(request, by),
        permission=MAY_CHANGE,
    ),
    "identity": Action(
        label="Count from this day",
        done="The time counts from that day.",
        fits=lambda request: _is_undecided(request) and request.kind != Kind.COMPLAINT and not request.extended_at,
        run=lambda request, by, words: requests.confirm_identity(request, words["on"], by),
        form=IdentityForm,
        permission=MAY_CHANGE,
    ),
    "more-time": Action(
        label="Take more time",
        done="There is more time, and they are told.",
        fits=lambda request: _is_undecided(request) and not request.extended_at and not request.is_overdue,
        run=lambda request, by, words: requests.extend(request, words["months"], words["reason"], by),
        form=MoreTimeForm,
        permission=MAY_CHANGE,
    ),
    "day": Action(
        label="Correct the day",
        done="The day is corrected, and by when it is due.",
        fits=lambda request: _is_undecided(request) and not request.extended_at and not request.identity_confirmed_on,
        run=lambda request, by, words: requests.correct_day(request, words["on"], by),
        form=DayForm,
        permission=MAY_CHANGE,
    ),
    "lift": Action(
        label="Lift the restriction",
        done="The restriction is lifted, and the enquirer is told.",
        fits=lambda request: request.kind == Kind.RESTRICTION and bool(request.kept and request.kept.is_restricted),
        run=lambda request, by, words: restriction.lift(request.kept, words["reason"], by),  # type: ignore[arg-type]
        form=LiftForm,
        permission=MAY_CHANGE,
    ),
}


def form_for(key: str, asked: PrivacyRequest, data: Any = None) -> forms.Form:
    """The action's fields, with ids that no other action on the page uses.

    Data is erased whole or not at all, but for an application: of that only what the law does not ask for, with an answer
    that says so to begin with.
    """
    form = ACTIONS[key].form(data, auto_id=f"id_{key}_%s")
    if key == "answer" and asked.kind == Kind.ERASURE:
        is_kept = asked.kept is not None and asked.kept.is_kept_by_law
        outcome: Any = form.fields["outcome"]
        outcome.choices = [
            choice for choice in outcome.choices if choice[0] != (Outcome.AGREED if is_kept else Outcome.PARTLY)
        ]
        if asked.kept and is_kept:
            form.initial = {"outcome": Outcome.PARTLY, "answer": applications.explanation(asked.kept)}
    return form

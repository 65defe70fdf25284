"""What staff can do on the page of an enquiry: each action is a form of its own that calls one verb."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.text import capfirst

from articles.lib.days import in_words
from articles.lib.form_fields import WordsInput
from enquiries import cover, follow_ups, teams
from enquiries.admin.answering import AnsweredForm
from enquiries.handling import verbs
from enquiries.intake.fields import LineInput
from enquiries.models import Enquiry, Outcome, State, Team
from enquiries.privacy import applications, retention

MOST_WORDS = 5000


class AssignForm(forms.Form):
    """The cleaned `to` is the person or the team."""

    to = forms.ChoiceField(label="Pass to", error_messages={"required": "Choose a person or a team."})
    reason = WordsInput(
        label="Why (optional)",
        help_text="They read it in their e-mail, and it stays in the history.",
        required=False,
        max_length=MOST_WORDS,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        people = {f"person-{person.pk}": person for person in teams.consultants()}
        groups = {f"team-{team.pk}": team for team in Team.objects.all()}
        self._takers = people | groups
        away = cover.today()
        to: Any = self.fields["to"]
        to.choices = [
            ("", "Choose…"),
            ("People", [(key, _named(person, away)) for key, person in people.items()]),
            ("Teams", [(key, team.name) for key, team in groups.items()]),
        ]

    def clean_to(self) -> Any:
        return self._takers[self.cleaned_data["to"]]


class NoteForm(forms.Form):
    words = WordsInput(
        label="Note",
        help_text="For colleagues; the enquirer does not see it.",
        max_length=MOST_WORDS,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Write the note first."},
    )


class CloseForm(forms.Form):
    outcome = forms.ChoiceField(
        label="Outcome",
        choices=[("", "Choose…"), *((outcome.value, capfirst(outcome.label)) for outcome in Outcome)],
        error_messages={"required": "Choose how it ended."},
    )
    words = WordsInput(
        label="Note (optional)", required=False, max_length=MOST_WORDS, widget=forms.Textarea(attrs={"rows": 2})
    )


class DayInput(forms.DateInput):
    input_type = "date"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs, format="%Y-%m-%d")


class FollowUpForm(forms.Form):
    on = forms.DateField(
        label="Come back to it on",
        help_text="Until then it stands under Follow up only, and then on top. An answer brings it back at once.",
        widget=DayInput,
        error_messages={"required": "Choose a day.", "invalid": "Enter a day, such as 2026-12-24."},
    )

    def clean_on(self) -> date:
        day: date = self.cleaned_data["on"]
        if day <= timezone.localdate():
            raise forms.ValidationError("Choose a day that is still to come.")
        return day


class HoldForm(forms.Form):
    reason = LineInput(
        label="Why it must not be erased",
        max_length=200,
        error_messages={"required": "Say why it must not be erased."},
    )
    until = forms.DateField(
        label="Until",
        widget=forms.DateInput(attrs={"type": "date"}),
        help_text="The last day. The hold then ends by itself.",
        error_messages={"required": "Enter the last day of the hold.", "invalid": "Enter a day."},
    )


class ServiceForm(forms.Form):
    last_service_on = forms.DateField(
        label="Last day of our work for them",
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}),
        help_text="Leave it empty while you work for them; closing the enquiry sets it.",
        error_messages={"invalid": "Enter a day."},
    )


class NoApplicationForm(forms.Form):
    reason = LineInput(
        label="Why it is no application", max_length=200, error_messages={"required": "Say why it is no application."}
    )


def _named(person: Any, away: cover.Cover) -> str:
    absence = away.absence_of(person)
    until = f" (away until {in_words(absence.last_day)})" if absence else ""
    return f"{teams.name_of(person)}{until}"


@dataclass(frozen=True)
class Action[Thing]:
    """A button with its fields; `run` gets what the page is about, who acts, and the cleaned fields."""

    label: str
    done: str
    fits: Callable[[Thing], bool]
    run: Callable[[Thing, Any, dict[str, Any]], None]
    form: type[forms.Form] = forms.Form
    permission: str = "enquiries.handle_enquiry"


ACTIONS: dict[str, Action[Enquiry]] = {
    "take": Action(
        label="Take it",
        done="It is yours now.",
        fits=lambda enquiry: enquiry.state == State.NEW or (enquiry.is_in_hand and not enquiry.owner),
        run=lambda enquiry, by, _: verbs.take(enquiry, by),
    ),
    "assign": Action(
        label="Pass it on",
        done="Passed on. They will hear by e-mail.",
        fits=lambda enquiry: enquiry.is_in_hand,
        run=lambda enquiry, by, words: verbs.assign(enquiry, words["to"], by, words["reason"]),
        form=AssignForm,
        permission="enquiries.assign_enquiry",
    ),
    "note": Action(
        label="Add the note",
        done="The note is in the history.",
        fits=lambda enquiry: enquiry.state != State.ERASED,
        run=lambda enquiry, by, words: verbs.note(enquiry, words["words"], by),
        form=NoteForm,
    ),
    "answered": Action(
        label="Answered another way",
        done="Taken down as an answer. The enquiry now waits for the enquirer.",
        fits=lambda enquiry: enquiry.is_in_hand,
        run=lambda enquiry, by, said: verbs.answer_elsewhere(enquiry, by=by, **said),
        form=AnsweredForm,
    ),
    "follow_up": Action(
        label="Put it aside until then",
        done="Put aside. It comes back on that day, or when the enquirer answers.",
        fits=lambda enquiry: enquiry.is_in_hand,
        run=lambda enquiry, by, words: follow_ups.follow_up(enquiry, words["on"], by),
        form=FollowUpForm,
    ),
    "no_follow_up": Action(
        label="Take it up without waiting",
        done="It is back on the list.",
        fits=lambda enquiry: enquiry.is_in_hand and enquiry.follow_up_on is not None,
        run=lambda enquiry, by, _: follow_ups.follow_up(enquiry, None, by),
    ),
    "close": Action(
        label="Close it",
        done="Closed.",
        fits=lambda enquiry: enquiry.is_in_hand,
        run=lambda enquiry, by, words: verbs.close(enquiry, words["outcome"], by, words["words"]),
        form=CloseForm,
    ),
    "reopen": Action(
        label="Reopen it",
        done="Reopened.",
        fits=lambda enquiry: enquiry.state == State.CLOSED,
        run=lambda enquiry, by, _: verbs.reopen(enquiry, by),
    ),
    "spam": Action(
        label="Mark as spam",
        done="Moved to spam. Messages that were not sent yet are held.",
        fits=lambda enquiry: enquiry.is_in_hand,
        run=lambda enquiry, by, _: verbs.mark_spam(enquiry, by),
    ),
    "release": Action(
        label="Release: it is not spam",
        done="Released. It is a new enquiry now, and the notices that were held are being sent.",
        fits=lambda enquiry: enquiry.state == State.SPAM,
        run=lambda enquiry, by, _: verbs.release(enquiry, by),
    ),
    "hold": Action(
        label="Keep from being erased",
        done="On hold: it will not be erased.",
        fits=lambda enquiry: enquiry.state != State.ERASED and not enquiry.hold_reason,
        run=lambda enquiry, by, words: retention.hold(enquiry, words["reason"], by, words["until"]),
        form=HoldForm,
    ),
    "unhold": Action(
        label="Lift the hold",
        done="The hold is lifted, and the erase date applies again.",
        fits=lambda enquiry: bool(enquiry.hold_reason) and not enquiry.is_restricted,
        run=lambda enquiry, by, _: retention.unhold(enquiry, by),
    ),
    "application": Action(
        label="Mark as an application",
        done="It is an application now, and kept for as long as the law asks for.",
        fits=lambda enquiry: not enquiry.is_application and enquiry.state not in (State.SPAM, State.ERASED),
        run=lambda enquiry, by, words: applications.mark(enquiry, words["last_service_on"], by),
        form=ServiceForm,
    ),
    "service": Action(
        label="Set the last day of service",
        done="The day is set, and the erase date with it.",
        fits=lambda enquiry: enquiry.is_application,
        run=lambda enquiry, by, words: applications.mark(enquiry, words["last_service_on"], by),
        form=ServiceForm,
    ),
    "not-application": Action(
        label="It is no application",
        done="It is no application any more.",
        fits=lambda enquiry: enquiry.is_application,
        run=lambda enquiry, by, words: applications.unmark(enquiry, words["reason"], by),
        form=NoApplicationForm,
    ),
}


def form_for(key: str, data: Any = None, *, enquiry: Enquiry | None = None) -> forms.Form:
    """The action's fields, with ids that no other action on the page uses; some need to know the enquiry."""
    form = ACTIONS[key].form(data, auto_id=f"id_{key}_%s")
    if enquiry and isinstance(form, AnsweredForm):
        form.begin_at(enquiry.received_at)
    return form


def offered(enquiry: Enquiry, user: Any) -> dict[str, dict[str, Any]]:
    """The actions that fit the enquiry and that the user may take, each with an empty form.

    While its use is restricted, there is only the note.
    """
    return {
        key: {"label": action.label, "form": form_for(key, enquiry=enquiry)}
        for key, action in ACTIONS.items()
        if action.fits(enquiry) and user.has_perm(action.permission) and (key == "note" or not enquiry.is_restricted)
    }

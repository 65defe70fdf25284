"""The form “Add an enquiry”."""

from datetime import timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.text import capfirst

from enquiries import teams
from enquiries.admin.answers.form import StaffForm
from enquiries.admin.guide_input import GuideInput
from enquiries.intake.entering import Coming
from enquiries.models import Enquiry, ReplyBy, Role, Source, Team, Wording
from enquiries.wordings import current

OLDEST = timedelta(days=365)
NOT_BY_HAND = (Source.FORM, Source.EARLIER_SITE)
CLOCKS_DIFFER = timedelta(minutes=5)
NEITHER = "Enter an e-mail address, or a phone number if they gave no address."


class EntryForm(StaffForm):
    """What somebody told one of us, by the rules of the enquiry form, and how it reached us.

    The cleaned `to` is the person or team; nobody without one.
    """

    asked = (*Enquiry.ANSWERS, "cv")
    further = ("token", "source", "at", "guide", "to", "is_acknowledged", "marketing")

    source = forms.ChoiceField(
        label="It reached us by",
        choices=[("", "Choose…"), *((one.value, capfirst(one.label)) for one in Source if one not in NOT_BY_HAND)],
        error_messages={"required": "Choose how it reached us."},
    )
    at = forms.DateTimeField(
        label="When it came",
        help_text="The time of reply is promised from this moment.",
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
        error_messages={"required": "Enter when it came.", "invalid": "Enter a day and a time."},
    )
    guide = GuideInput(
        label="Guide (optional)",
        help_text="If they speak of one: its address, such as /guides/notice-periods/.",
        required=False,
        max_length=500,
    )
    to = forms.ChoiceField(label="Who deals with it", required=False)
    is_acknowledged = forms.BooleanField(
        label="Send them an acknowledgement by e-mail",
        help_text="It thanks them for writing and has their reference, the promised time and the link to their own page. "
        "Leave it out if you have told them on the phone.",
        required=False,
    )

    GROUPS = (
        ("How it came", "", ("source", "at", "guide")),
        ("Who they are", "", ("role", "name", "email", "phone", "reply_by", "reply_when")),
        ("About the work they want", "for-candidate", StaffForm.ROLE_FIELDS[Role.CANDIDATE]),
        ("About the role to fill", "for-client", StaffForm.ROLE_FIELDS[Role.CLIENT]),
        ("In their words", "", ("message",)),
        ("What follows", "", ("to", "is_acknowledged", "marketing")),
    )

    def __init__(self, *args: Any, by: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._takers = _takers(by)
        to: Any = self.fields["to"]
        to.choices = [("", "I do"), *((key, teams.name_of(taker)) for key, taker in self._takers.items())]
        self.fields["email"].required = False
        self.fields["email"].help_text = "May stay empty if there is a phone number."
        marketing = self.fields["marketing"]
        marketing.label = "They said that they want to hear from us"
        marketing.help_text = (
            f"Tick it only if you read them these words and they said yes: “{current(Wording.Kind.MARKETING).text}”"
        )

    def groups(self) -> list[tuple[str, str, list[forms.BoundField]]]:
        """The questions under their headings, each with the class that the stylesheet knows it by."""
        return [(title, css, [self[name] for name in names]) for title, css, names in self.GROUPS]

    def clean_at(self) -> Any:
        at = self.cleaned_data["at"]
        if at > timezone.now() + CLOCKS_DIFFER:
            raise ValidationError("This is still to come.", code="future")
        if at < timezone.now() - OLDEST:
            raise ValidationError("This is more than a year ago: nobody waits for that reply any more.", code="past")
        return min(at, timezone.now())

    def clean_to(self) -> Any:
        return self._takers.get(self.cleaned_data["to"])

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if not cleaned.get("email"):
            self._check_without_email(cleaned)
        guide = cleaned.get("guide")
        cleaned["from"] = guide.path if guide else ""
        return cleaned

    def _check_without_email(self, cleaned: dict[str, Any]) -> None:
        """They are then answered by phone, whatever else was left standing."""
        if {"email", "phone"} & set(self.errors):
            return
        if not cleaned.get("phone"):
            self.add_error("email", NEITHER)
        elif cleaned.get("is_acknowledged"):
            self.add_error("is_acknowledged", "There is no e-mail address to send it to.")
        elif cleaned.get("reply_by") in (ReplyBy.EMAIL, ReplyBy.EITHER):
            self.add_error("reply_by", "Without an e-mail address they can only be answered by phone.")
        cleaned["reply_by"] = ReplyBy.PHONE

    def coming(self) -> Coming:
        """How it reached us."""
        cleaned = self.cleaned_data
        return Coming(Source(cleaned["source"]), cleaned["at"], cleaned["is_acknowledged"])


def _takers(by: Any) -> dict[str, Any]:
    """To whom `by` may give it: without the permission to pass on, to nobody else."""
    if not by.has_perm("enquiries.assign_enquiry"):
        return {}
    people = {f"person-{person.pk}": person for person in teams.consultants() if person != by}
    return people | {f"team-{team.pk}": team for team in Team.objects.all()}

"""Taking down an answer that did not go through the site."""

from datetime import datetime
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.text import capfirst

from articles.lib.days import moment_in_words
from articles.lib.form_fields import WordsInput
from enquiries.models import Channel

ELSEWHERE = (Channel.PHONE, Channel.IN_PERSON, Channel.OTHER)
FORMAT = "%Y-%m-%dT%H:%M"


class AnsweredForm(forms.Form):
    """The cleaned `at` is empty for now."""

    channel = forms.ChoiceField(
        label="How",
        choices=[("", "Choose…"), *((channel.value, capfirst(channel.label)) for channel in ELSEWHERE)],
        error_messages={"required": "Choose how you answered."},
    )
    at = forms.DateTimeField(
        label="When (optional)",
        help_text="Empty means now. If you did not reach them, that is no answer: add a note.",
        required=False,
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format=FORMAT),
        error_messages={"invalid": "Enter a day and a time, such as 2026-11-26 14:05."},
    )
    words = WordsInput(
        label="Note (optional)", required=False, max_length=5000, widget=forms.Textarea(attrs={"rows": 2})
    )

    received_at: datetime | None = None

    def begin_at(self, received_at: datetime) -> None:
        """No answer was before that."""
        self.received_at = timezone.localtime(received_at).replace(second=0, microsecond=0)
        attrs: dict[str, Any] = self.fields["at"].widget.attrs
        attrs["min"] = self.received_at.strftime(FORMAT)

    def clean_at(self) -> datetime | None:
        at: datetime | None = self.cleaned_data["at"]
        if at and at > timezone.now():
            raise forms.ValidationError("This time is still to come. Take the answer down once it was given.")
        if at and self.received_at and at < self.received_at:
            raise forms.ValidationError(f"The enquiry came on {moment_in_words(self.received_at)}. Enter a later time.")
        return at

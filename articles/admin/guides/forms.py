"""What an editor fills in to hand a guide on, or to withdraw it."""

from typing import Any

from django import forms

NOTE_LENGTH = 300
CLOCK = "UK time (Europe/London)."


class TimeInput(forms.DateTimeInput):
    input_type = "datetime-local"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%dT%H:%M")


def time_field(label: str) -> forms.DateTimeField:
    """A date and time in the time zone of the site."""
    return forms.DateTimeField(label=label, required=False, widget=TimeInput(), help_text=CLOCK)


class NowOrLaterForm(forms.Form):
    """For what is done now, or, by the button named `later`, at a time. A time and the button for now are refused:
    who chose a time may have pressed Enter in its field.
    """

    at = time_field("At")

    @property
    def is_for_later(self) -> bool:
        return "later" in self.data

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if "at" in self.errors:
            return cleaned
        if self.is_for_later and not cleaned.get("at"):
            self.add_error("at", "Choose the day and the time.")
        elif cleaned.get("at") and not self.is_for_later:
            self.add_error("at", "You chose a time. Press the button beside it, or clear the time to do it now.")
        return cleaned


class NoteForm(forms.Form):
    note = forms.CharField(
        label="A note for the editors",
        max_length=NOTE_LENGTH,
        required=False,
        help_text="What they should look at. It is kept in the history.",
    )


class SendBackForm(forms.Form):
    note = forms.CharField(
        label="What needs to be done", max_length=NOTE_LENGTH, help_text="The author finds it in the history."
    )


class WithdrawForm(NowOrLaterForm):
    note = forms.CharField(
        label="Why it is withdrawn", max_length=NOTE_LENGTH, help_text="For the history. Readers do not see it."
    )
    at = time_field("Withdraw at")

"""Correcting what an enquirer told us, when they say on the phone what the form got wrong."""

from typing import Any

from django import forms
from django.forms.models import model_to_dict

from articles.lib.form_fields import Carried
from enquiries.admin.answers.form import StaffForm
from enquiries.handling import delivery
from enquiries.intake.receiving import columns
from enquiries.models import Enquiry

CONTACT = ("name", "email", "phone")


class CorrectingForm(StaffForm):
    """What is held, to be put right; `answers` are those of its questions."""

    # Those that stay as they are, whatever is posted.
    fixed: tuple[str, ...] = ()

    def __init__(self, *args: Any, enquiry: Enquiry, **kwargs: Any) -> None:
        held = model_to_dict(enquiry, self.asked) | {"phone": enquiry.phone_in_words}
        super().__init__(*args, initial=held, **kwargs)
        self.enquiry = enquiry
        # What they said when the form was opened, so that a colleague's correction is not undone unseen.
        self.fields["seen"] = Carried(max_length=64)
        self.initial["seen"] = delivery.mark_of(enquiry, self._own)
        for name in self.fixed:
            self.fields[name].disabled = True
            self.fields[name].widget = forms.HiddenInput()

    @property
    def _own(self) -> list[str]:
        return [name for name in self.asked if name not in self.fixed]

    def answers(self) -> dict[str, str]:
        """The answers as they are stored."""
        stored = columns(self.cleaned_data)
        return {name: stored[name] for name in self._own}

    def refuse(self, reason: str) -> None:
        """Says why it was not stored; sent once more, it knows what is held now."""
        self.add_error(None, reason)
        self.data = {**self.data.dict(), "seen": delivery.mark_of(self.enquiry, self._own)}  # type: ignore[attr-defined]


class ContactForm(CorrectingForm):
    """How to reach the enquirer, held to the rules of the enquiry form, which need to know the role."""

    asked = ("role", *CONTACT)
    fixed = ("role",)

    def __init__(self, *args: Any, enquiry: Enquiry, **kwargs: Any) -> None:
        super().__init__(*args, enquiry=enquiry, **kwargs)
        self.fields["email"].required = bool(enquiry.email)
        self.fields["phone"].required = not enquiry.email and not self["email"].value()
        self.fields["phone"].error_messages["required"] = "Enter a phone number or an e-mail address."

    def check_reply(self, cleaned: dict[str, Any]) -> None:
        """How they want to be answered is not asked here."""


class AnswersForm(CorrectingForm):
    """Everything else; of a role that they are not, the answers go."""

    asked = tuple(name for name in Enquiry.ANSWERS if name not in CONTACT)

    def phone_held(self, cleaned: dict[str, Any]) -> str:
        """The one that is held."""
        return self.enquiry.phone

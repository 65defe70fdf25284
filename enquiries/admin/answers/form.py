"""The enquiry form as staff fill it in: its questions and rules, in words about somebody else."""

from typing import Any

from django import forms

from enquiries.intake.forms import EnquiryForm
from enquiries.models import Enquiry

LABELS = {
    "role": "They are",
    "name": "Name",
    "email": "E-mail address",
    "phone": "Phone number",
    "reply_by": "How should we reply?",
    "reply_when": "A good time",
    "role_sought": "Role they look for",
    "location": "Where they want to work",
    "right_to_work": "Right to work in the UK",
    "cv": "Their CV",
    "organisation": "Organisation",
    "role_to_fill": "Role to fill",
    "engagement": "Permanent or contract",
    "urgency": "How soon",
    "message": "What they want",
}
MISSING = {
    "role": "Choose what they are.",
    "name": "Enter their name.",
    "email": "Enter their e-mail address.",
    "message": "Write in a few words what they want.",
}
NO_PHONE = "Enter their phone number, or choose another way to reply."


class StaffForm(EnquiryForm):
    """Some of its questions, for the admin: a choice is a list, and nothing is completed from the reader's own data."""

    asked: tuple[str, ...] = Enquiry.ANSWERS
    # Fields that are not of the enquirer's answers, or named as there.
    further: tuple[str, ...] = ()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields = {name: self.fields[name] for name in (*self.asked, *self.further)}
        for name in self.asked:
            field = self.fields[name]
            field.label, field.help_text = LABELS[name], ""
            if name in MISSING:
                field.error_messages["required"] = MISSING[name]
            if isinstance(field, forms.ChoiceField):
                self._as_list(field)
            field.widget.attrs |= {"class": "vTextField", "autocomplete": "off"}

    def _as_list(self, field: forms.ChoiceField) -> None:
        choices: Any = field.choices
        field.widget = forms.Select()
        field.choices = [("", "Choose…" if field.required else "They did not say"), *choices]

    def check_reply(self, cleaned: dict[str, Any]) -> None:
        """Says so about somebody else."""
        if cleaned.get("reply_by") == "phone" and not self.phone_held(cleaned) and "phone" not in self.errors:
            self.add_error("phone" if "phone" in self.fields else "reply_by", NO_PHONE)

    def phone_held(self, cleaned: dict[str, Any]) -> str:
        """Their phone number, wherever it stands."""
        return str(cleaned.get("phone") or "")

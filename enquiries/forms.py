"""The enquiry form, "About you"."""

import re
from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Field, Layout, Submit
from django import forms
from django.core.exceptions import ValidationError

from enquiries.models import Role

CONTROL = re.compile(r"[\x00-\x1f\x7f]")
MAX_MESSAGE = 5000


def no_control_characters(value: str) -> None:
    """Line breaks in a name or address have only one use: forging the headers of a mail."""
    if CONTROL.search(value):
        raise ValidationError("Use letters, spaces and punctuation only, on a single line.", code="control_characters")


class LineInput(forms.CharField):
    """One line of text; what looks like a forged header is refused, not cleaned."""

    default_validators = [no_control_characters]

    def to_python(self, value: Any) -> str | None:
        if value not in self.empty_values:
            no_control_characters(str(value).strip(" "))
        return super().to_python(value)


class EnquiryForm(forms.Form):
    """Who the visitor is and what they want; `role` and `from` may come from the page they were reading."""

    role = forms.ChoiceField(
        label="I am…",
        choices=[(role.value, role.label.capitalize()) for role in Role],
        widget=forms.RadioSelect,
        error_messages={
            "required": "Choose whether you are looking for work, hiring or something else.",
            "invalid_choice": "Choose whether you are looking for work, hiring or something else.",
        },
    )
    name = LineInput(
        label="Your name",
        max_length=200,
        widget=forms.TextInput(attrs={"autocomplete": "name", "spellcheck": "false"}),
        error_messages={"required": "Enter your name.", "max_length": "Your name can have up to 200 characters."},
    )
    email = forms.EmailField(
        label="E-mail address",
        help_text="We use it to answer you, and for nothing else.",
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "email", "spellcheck": "false", "autocapitalize": "none"}),
        error_messages={
            "required": "Enter your e-mail address.",
            "invalid": "Enter an e-mail address in the form name@example.com.",
        },
    )
    message = forms.CharField(
        label="How can we help?",
        help_text="A few sentences are enough.",
        max_length=MAX_MESSAGE,
        widget=forms.Textarea(attrs={"rows": 6}),
        error_messages={
            "required": "Tell us in a few words how we can help.",
            "max_length": "Shorten your message to 5,000 characters or fewer.",
        },
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["from"] = LineInput(required=False, max_length=500, widget=forms.HiddenInput)
        self.helper = FormHelper()
        self.helper.attrs = {"novalidate": True, "class": "form"}
        self.helper.form_show_errors = True
        self.helper.layout = Layout(
            Field("role"),
            Field("name"),
            Field("email"),
            Field("message"),
            Field("from"),
            Submit("send", "Send your enquiry"),
        )

"""Correcting an enquirer's contact details, when they say on the phone what the form got wrong."""

from typing import Any

from django import forms
from django.forms.models import model_to_dict

from enquiries.intake.forms import EnquiryForm
from enquiries.models import Enquiry

DETAILS = {
    "name": ("Name", "Enter their name."),
    "email": ("E-mail address", "Enter their e-mail address."),
    "phone": ("Phone number", ""),
}


class ContactForm(EnquiryForm):
    """How to reach the enquirer, held to the rules of the enquiry form."""

    def __init__(self, *args: Any, enquiry: Enquiry, **kwargs: Any) -> None:
        held = model_to_dict(enquiry, ("role", *DETAILS)) | {"phone": enquiry.phone_in_words}
        super().__init__(*args, initial=held, **kwargs)
        # The form's rules need to know the role; it stays, whatever is posted.
        self.fields["role"].disabled = True
        self.fields["role"].widget = forms.HiddenInput()
        self.fields = {name: self.fields[name] for name in ("role", *DETAILS)}
        for name, (label, missing) in DETAILS.items():
            field = self.fields[name]
            field.label, field.help_text = label, ""
            field.error_messages["required"] = missing
            field.widget.attrs |= {"class": "vTextField", "autocomplete": "off"}

    def answers(self) -> dict[str, str]:
        """The details as they are stored."""
        return {name: str(self.cleaned_data[name] or "") for name in DETAILS}

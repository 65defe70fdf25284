"""The fields of the enquiry form that mend what people paste, and its token and time, which it carries along unseen."""

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.crypto import get_random_string

from articles.lib import typed_text
from articles.lib.form_fields import Carried, storable
from enquiries.intake import email_addresses, spam
from enquiries.models import phone_numbers

CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")
TOKEN = re.compile(r"[A-Za-z0-9]{32}")


class LineInput(forms.CharField):
    """One line of text, mended. Line breaks inside it are refused: there they serve only to forge mail headers."""

    default_error_messages = {"control_characters": "Use letters, spaces and punctuation only, on a single line."}
    default_validators = [storable]

    def to_python(self, value: Any) -> str | None:
        line = super().to_python(typed_text.line(value) if isinstance(value, str) else value)
        if line and CONTROL.search(line):
            raise ValidationError(self.error_messages["control_characters"], code="control_characters")
        return line


class EmailInput(LineInput):
    """An address that we can write to, mended; the error names the fault."""

    default_error_messages = {"control_characters": email_addresses.GENERAL}

    def to_python(self, value: Any) -> str | None:
        if line := super().to_python(value):
            storable(line)
            line = email_addresses.mended(line)
            if fault := email_addresses.fault(line):
                raise ValidationError(fault, code="invalid")
        return line


class PhoneInput(forms.CharField):
    """A number in the form in which it is stored. It never stands in the way: what cannot be read is kept as typed."""

    def to_python(self, value: Any) -> str:
        text = super().to_python(value) or ""
        shown = "".join(sign if sign.isprintable() else " " for sign in typed_text.visible(text))
        return phone_numbers.kept(" ".join(shown.split()))


class TokenInput(Carried):
    """The form's own token, or a new one for a form that lost it."""

    new = ""

    def clean(self, value: Any) -> str:
        if isinstance(value, str) and TOKEN.fullmatch(value):
            return value
        self.new = self.new or new_token()
        return self.new


class StampInput(Carried):
    """The signed time of the form; a form that lost it gets a new one with its errors."""

    def bound_data(self, data: Any, initial: Any) -> str:
        return self.clean(data) or spam.stamp()


def new_token() -> str:
    return get_random_string(32)

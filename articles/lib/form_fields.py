"""Form fields for words of several lines, and for what a form carries along unseen."""

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from articles.lib import typed_text

SURROGATE = re.compile("[\ud800-\udfff]")


def storable(value: str) -> None:
    """Raises `ValidationError` for half a character (a lone surrogate): it cannot be stored, shown or sent."""
    if SURROGATE.search(value):
        raise ValidationError("A character in this text arrived damaged. Remove it and send again.", code="damaged")


class WordsInput(forms.CharField):
    """Several lines in people's own words and signs."""

    default_validators = [storable]
    widget = forms.Textarea

    def to_python(self, value: Any) -> str | None:
        return super().to_python(typed_text.paragraphs(value) if isinstance(value, str) else value)


class Carried(forms.CharField):
    """What a form carries along unseen. Nobody can correct what they do not see, so it is mended and never refused."""

    widget = forms.HiddenInput

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(required=False, **kwargs)

    def clean(self, value: Any) -> str:
        return typed_text.printable(value)[: self.max_length] if isinstance(value, str) else ""

    def bound_data(self, data: Any, initial: Any) -> str:
        """A form that is shown again carries what it was taken for."""
        return self.clean(data)

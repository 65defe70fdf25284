"""A guide that is named by its address, as people copy it from their browser."""

import re
from typing import Any, NamedTuple

from django import forms
from django.core.exceptions import ValidationError

from articles.models import Article
from enquiries.intake.fields import LineInput
from enquiries.intake.receiving import guide_at

HOST = re.compile(r"https?://[^/]*", re.IGNORECASE)
BEHIND_PATH = re.compile(r"[?#]")


class Named(NamedTuple):
    """The guide, and the path that led to it."""

    guide: Article
    path: str


class GuideInput(LineInput):
    """The cleaned value is the guide at that address; None where it was left empty."""

    widget = forms.TextInput(attrs={"class": "vTextField"})
    default_error_messages = {
        "unknown": "There is no guide at this address. Open it on the site and copy its address.",
    }

    def clean(self, value: Any) -> Named | None:
        line = super().clean(value)
        if not line:
            return None
        path = BEHIND_PATH.split(HOST.sub("", line))[0]
        if guide := guide_at(path):
            return Named(guide, path)
        raise ValidationError(self.error_messages["unknown"], code="unknown")

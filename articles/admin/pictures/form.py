"""What editors say of a picture of the library, and another file for it."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from articles.pictures import arrival, uploads


class PictureForm(forms.ModelForm):
    """What the library says of a picture; `replacement` is another file for all its uses."""

    replacement = forms.FileField(
        label="Another file",
        required=False,
        widget=forms.FileInput(attrs={"accept": uploads.ACCEPTED_BY_LIBRARY}),
        help_text="Takes the place of the picture in all drafts and portraits at once. A live page keeps the old one until "
        "its guide is published again.",
    )

    received: arrival.Arrived | ValidationError | None = None

    def clean_replacement(self) -> arrival.Arrived | None:
        if isinstance(self.received, ValidationError):
            raise self.received
        return self.received


def received(upload: Any) -> arrival.Arrived | ValidationError:
    """What arrived, or why it is refused; before Django begins the transaction of its form, see `keeping.add`."""
    try:
        return arrival.receive(upload)
    except ValidationError as refusal:
        return refusal

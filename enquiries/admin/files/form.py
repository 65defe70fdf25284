"""The form that adds a file to an enquiry."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from enquiries.intake import attachments
from enquiries.intake.cv_kinds.kinds import CONTENT_TYPES
from enquiries.intake.cvs import UploadedCV

CV_KINDS = "A CV is a PDF, DOC, DOCX, ODT or RTF file. Add this as another file, or ask for a PDF."
CV, OTHER = "cv", "other"


class AddedFile(forms.FileField):
    """A sound file; the cleaned value is a `CheckedFile`."""

    def clean(self, data: Any, initial: Any = None) -> attachments.CheckedFile:
        return attachments.read(super().clean(data, initial))


class FileForm(forms.Form):
    """The cleaned `file` is an `UploadedCV` where it is one, and otherwise a `CheckedFile`."""

    kind = forms.ChoiceField(
        label="What it is",
        choices=[(OTHER, "Another file"), (CV, "Their CV")],
        help_text="A CV takes the place of the one that is there, which is then gone.",
    )
    file = AddedFile(
        label="File",
        help_text="A document, spreadsheet, presentation, PDF, picture or plain text of up to 10 MB.",
        error_messages={
            "required": "Choose a file.",
            "empty": "This file is empty.",
            "missing": "Choose a file.",
            "invalid": "Choose a file.",
        },
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        file = cleaned.get("file")
        if file and cleaned.get("kind") == CV:
            cleaned["file"] = self._as_cv(file)
        return cleaned

    def _as_cv(self, file: attachments.CheckedFile) -> UploadedCV | None:
        kind = next((kind for kind, content_type in CONTENT_TYPES.items() if content_type == file.content_type), None)
        if kind is None:
            self.add_error("file", ValidationError(CV_KINDS, code="kind"))
            return None
        return UploadedCV(name=f"cv.{kind}", content_type=file.content_type, content=file.content, scan=file.scan)

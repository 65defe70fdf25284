"""The box on the enquirer's own page in which they write to us, after the enquiry."""

from pathlib import PurePath
from typing import Any

from django import forms

from articles.lib.form_fields import WordsInput
from enquiries.inbound import conversation
from enquiries.inbound.files import Checked
from enquiries.intake import attachments
from enquiries.intake.attachments import CheckedFile
from enquiries.intake.cvs import UploadedCV
from enquiries.intake.forms import MAX_MESSAGE, CVField
from enquiries.models import Scan
from enquiries.views.status_forms import StatusForm


class NamedFile(CVField):
    """A file, held to the rules of a CV; the cleaned value has the name that the sender gave it."""

    def clean(self, data: Any, initial: Any = None) -> Any:
        file: UploadedCV | None = super().clean(data, initial)
        if file is None:
            return None
        name = attachments.named(data.name, PurePath(file.name).suffix.removeprefix("."))
        return CheckedFile(name=name, content_type=file.content_type, content=file.content, scan=Scan(file.scan))


class MessageForm(StatusForm):
    """What they want to add, and one file."""

    send = "Send it"
    done = "We have your message. Whoever is dealing with your enquiry will read it."

    words = WordsInput(
        label="Your message",
        max_length=MAX_MESSAGE,
        widget=forms.Textarea(attrs={"rows": 5}),
        error_messages={
            "required": "Write your message first.",
            "max_length": "Shorten this to 5,000 characters or fewer.",
        },
    )
    file = NamedFile(
        label="A file, such as your CV",
        help_text="PDF, DOC, DOCX, ODT or RTF, up to 5 MB.",
        required=False,
        widget=forms.FileInput,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper.disable_csrf = True  # see the view

    def act(self) -> None:
        file = self.cleaned_data["file"]
        kept = Checked((file,) if file else ())
        conversation.wrote_on_their_page(self.enquiry, self.cleaned_data["words"], kept)

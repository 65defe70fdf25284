"""Files that come with what people write to us: sound ones are kept; of the others it is said why they are not."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile

from enquiries.inbound.parsing import IncomingFile
from enquiries.intake import attachments
from enquiries.intake.attachments import CheckedFile
from enquiries.models import Attachment, Event

MOST = 10  # of one mail


@dataclass(frozen=True)
class Checked:
    """The files of one mail: what is kept, and of each other file its name and why not."""

    kept: tuple[CheckedFile, ...] = ()
    refused: tuple[str, ...] = ()

    def sentence(self) -> str:
        """What is not kept, for the history; empty when all is."""
        return f"Not kept: {'; '.join(self.refused)}." if self.refused else ""


NO_FILES = Checked()


def check(files: Iterable[IncomingFile]) -> Checked:
    """Looks into each file, which may take seconds: outside of transactions. Pictures within a text, such as those of
    signatures, are passed over."""
    kept: list[CheckedFile] = []
    refused: list[str] = []
    for file in files:
        if file.is_inline and file.content_type.startswith("image/"):
            continue
        if len(kept) == MOST:
            refused.append(f"“{file.name}” is one too many")
            continue
        try:
            kept.append(attachments.read(SimpleUploadedFile(file.name or "file", file.content)))
        except ValidationError as error:
            refused.append(error.messages[0].removesuffix(attachments.NOT_ATTACHED))
    return Checked(tuple(kept), tuple(refused))


def attach(event: Event, checked: Checked) -> None:
    """Stores what is kept with the line of the history that it came with."""
    for file in checked.kept:
        Attachment.objects.create(enquiry=event.enquiry, event=event, size=len(file.content), **vars(file))

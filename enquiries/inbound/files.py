"""Files that come with what enquirers write: those that could be a CV are kept, by the same rules; of the others it is
said why they are not."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import PurePosixPath

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile

from articles.lib.attachments import file_name
from enquiries.inbound.parsing import IncomingFile
from enquiries.intake import cvs
from enquiries.intake.cv_kinds.kinds import Kind
from enquiries.intake.cvs import UploadedCV
from enquiries.models import Attachment, Event

MOST = 10  # of one mail
TOO_MANY = "there were too many"
WHY_NOT = {
    "empty": "empty",
    "too_large": "larger than 5 MB",
    Kind.PROTECTED.value: "protected by a password",
    Kind.MACROS.value: "contains macros",
    Kind.FETCHING.value: "fetches something from elsewhere",
    Kind.EMBEDDED.value: "another file inside it",
    Kind.SCRIPTED.value: "contains a script",
    Kind.VIRUS.value: "a virus",
    Kind.UNCHECKED.value: "could not be checked",
    Kind.DAMAGED.value: "damaged",
    Kind.ICLOUD.value: "only a placeholder of iCloud",
    Kind.LINK.value: "only a link to a document",
    Kind.PAGES.value: "a Pages document",
    Kind.OTHER_OFFICE.value: "a spreadsheet or a presentation",
    Kind.PICTURE.value: "a picture",
    Kind.MARKUP.value: "a web page",
    Kind.EMAIL.value: "an e-mail",
    Kind.TEXT.value: "plain text",
    Kind.ARCHIVE.value: "a compressed folder",
    Kind.UNKNOWN.value: "not a document",
}


@dataclass(frozen=True, kw_only=True)
class Kept:
    """A sound file under the sender's name for it, as far as that is safe, with the ending that its content has."""

    name: str
    file: UploadedCV


@dataclass(frozen=True)
class Checked:
    """The files of one mail: what is kept, and of each other file its name and why not."""

    kept: tuple[Kept, ...] = ()
    refused: tuple[str, ...] = ()

    def sentence(self) -> str:
        """What is not kept, for the history; empty when all is."""
        return f"Not kept: {'; '.join(self.refused)}." if self.refused else ""


NO_FILES = Checked()


def check(files: Iterable[IncomingFile]) -> Checked:
    """Looks into each file, which may take seconds: outside of transactions. Pictures within a text, such as those of
    signatures, are passed over."""
    kept: list[Kept] = []
    refused: list[str] = []
    for file in files:
        if file.is_inline and file.content_type.startswith("image/"):
            continue
        name = _name(file.name)
        try:
            kept.append(_kept(name, file) if len(kept) < MOST else _refuse())
        except ValidationError as error:
            refused.append(f"{name} ({WHY_NOT.get(str(error.code), TOO_MANY)})")
    return Checked(tuple(kept), tuple(refused))


def attach(event: Event, checked: Checked) -> None:
    """Stores what is kept with the line of the history that it came with."""
    for one in checked.kept:
        Attachment.objects.create(
            enquiry=event.enquiry,
            event=event,
            name=one.name,
            content_type=one.file.content_type,
            content=one.file.content,
            size=len(one.file.content),
            scan=one.file.scan,
        )


def name_of(given: str, file: UploadedCV) -> str:
    """The sender's name for a sound file, with the ending that its content has."""
    return PurePosixPath(_name(given)).stem + PurePosixPath(file.name).suffix


def _kept(name: str, file: IncomingFile) -> Kept:
    read = cvs.read(SimpleUploadedFile(name, file.content))
    return Kept(name=name_of(name, read), file=read)


def _refuse() -> Kept:
    raise ValidationError(TOO_MANY, code="too_many")


def _name(given: str) -> str:
    path = PurePosixPath(given.replace("\\", "/"))
    suffix = "".join(sign for sign in path.suffix if sign.isalnum() or sign == ".")[:10]
    return f"{file_name(path.stem) or 'file'}{suffix}"

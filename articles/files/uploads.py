"""Uploaded files that are no pictures: what they are called, and which of them are taken."""

from collections.abc import Sequence
from pathlib import PurePosixPath
from secrets import token_hex
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models.fields.files import FieldFile
from django.template.defaultfilters import filesizeformat
from django.utils.deconstruct import deconstructible

from articles.document import File
from articles.files.kinds import KINDS, MACROS, recognise
from articles.lib.slugs import slug

FOLDER = "files"
LONGEST_NAME = 60


def upload_path(instance: object, filename: str) -> str:
    """A place that is never used twice, and in it the name under which readers will save the file."""
    name = PurePosixPath(filename)
    stem = slug(name.stem)[:LONGEST_NAME].strip("-") or "file"
    return f"{FOLDER}/{token_hex(8)}/{stem}{name.suffix.lower()}"


def value(file: FieldFile, size: int | None) -> File | None:
    """An uploaded file as a document's value; None where there is none."""
    return File(name=str(file.name), size=size or 0) if file else None


@deconstructible
class Validator:
    """Refuses an upload that is not of one of the kinds by its content, too large, or named as another kind."""

    def __init__(self, kinds: Sequence[str]) -> None:
        self.kinds = tuple(kinds)

    def __call__(self, file: Any) -> None:
        """Raises `ValidationError`. A stored file, which was looked at when it came, is not opened again."""
        if isinstance(file, FieldFile) and file._committed:  # type: ignore[attr-defined]
            return
        kind = recognise(file.file if isinstance(file, FieldFile) else file)
        if kind == MACROS:
            raise ValidationError(
                "This file holds macros, which readers’ programs refuse to open. Save it without them.", code="macros"
            )
        if kind not in self.kinds:
            raise ValidationError(f"Upload {self.wanted()}; this file is something else.", code="wrong_kind")
        if file.size > KINDS[kind].most:
            most = filesizeformat(KINDS[kind].most)
            raise ValidationError(
                f"This file is larger than {most}. Make it smaller and upload it again.", code="large"
            )
        if PurePosixPath(file.name).suffix.lower() != f".{kind}":
            raise ValidationError(
                f"This is a {KINDS[kind].name} file, but its name does not end in .{kind}. Rename it and upload it again.",
                code="wrong_name",
            )

    def wanted(self) -> str:
        """The kinds in words."""
        *others, last = (KINDS[kind].name for kind in self.kinds)
        return f"a file of the kind {', '.join(others)}{' or ' if others else ''}{last}"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Validator) and self.kinds == other.kinds

    def __hash__(self) -> int:
        return hash(self.kinds)

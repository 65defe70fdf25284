from collections.abc import Iterator
from dataclasses import fields
from typing import Any

from django.db import models

from articles.document import Document, Image, Insight, SalaryTable, Speaker
from articles.document.blocks import Value
from articles.document.linked_documents import references_in
from articles.document.references import read


class Mention(models.Model):
    """Whom a revision quotes, the job role whose salaries it shows, the file of a picture, or what it links to by a
    reference, with its kind.

    Each once, in the order of its document.

    The document stays the truth; this table makes it possible to look up what it says without reading it.
    """

    class Kind(models.TextChoices):
        SPEAKER = "speaker", "quotes"
        JOB_ROLE = "job_role", "shows the salaries of"
        LINK = "link", "links to"
        PICTURE = "picture", "shows the picture"

    # The constraint's index begins with the revision.
    revision = models.ForeignKey("articles.Revision", models.CASCADE, related_name="mentions", db_index=False)
    kind = models.CharField(max_length=10, choices=Kind)
    # Of a picture, the name of its file.
    slug = models.SlugField(max_length=80, db_index=False)

    class Meta:
        ordering = ["id"]
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["revision", "kind", "slug"], name="one_mention_per_revision")]
        indexes = [models.Index(fields=["kind", "slug", "revision"], name="mention_newest")]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.slug}"


def mentioned(document: Document) -> Iterator[tuple[Mention.Kind, str]]:
    """Kind and slug of what a document mentions, as often as it does, in its order."""
    for block in document.blocks:
        match block:
            case Insight(speaker=Speaker(slug=slug)):
                yield Mention.Kind.SPEAKER, slug
            case SalaryTable(role=slug) if slug:
                yield Mention.Kind.JOB_ROLE, slug
    for address in references_in(document):
        if reference := read(address):
            yield Mention.Kind.LINK, reference.slug
    for image in _images((document.hero, document.blocks)):
        yield Mention.Kind.PICTURE, image.name


def _images(value: Any) -> Iterator[Image]:
    """The pictures in a value of the document, wherever its kind keeps them."""
    match value:
        case Image():
            yield value
        case tuple():
            for item in value:
                yield from _images(item)
        case Value():
            for entry in fields(value):
                yield from _images(getattr(value, entry.name))

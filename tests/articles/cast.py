"""The small cast of the tests: topics, authors, roles with their salary figures, guides; and the commonest values."""

from datetime import date
from io import BytesIO
from typing import Any

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from PIL import Image

from articles.document import SalaryFigure, SalaryTable, Speaker, Text
from articles.drafts import saving
from articles.drafts.rows import replace_blocks
from articles.models import Article, Author, JobRole, Topic
from articles.models import SalaryFigure as Record

DESK = Speaker(slug="data-desk", name="Data desk", role="Finds people for data teams")
PERSON = Speaker(slug="sam-field", name="Sam Field", role="Consultant")
VOICES = (PERSON, DESK)
ENGINEER = SalaryTable(
    role="data-engineer",
    role_name="data engineer",
    figures=tuple(
        SalaryFigure(level=level, region=region, currency=currency, low=low, high=high, open_ended=level == "Senior",
                     basis="adverts", source="Adverts read in May 2026.", as_of=date(2026, 5, 1))
        for region, currency in (("UK", "GBP"), ("US", "USD"))
        for level, low, high in (("Junior", 40_000, 60_000), ("Senior", 60_000, 90_000))
    ),
)  # fmt: skip
UNPAID = SalaryTable(role="new-role", role_name="new role")
WORDS = Text(html="<p>Words can be few.</p>")
PICTURE = "pictures/desk.png"


def picture(form: str = "PNG", size: tuple[int, int] = (12, 8)) -> bytes:
    """A whole picture file."""
    file = BytesIO()
    Image.new("RGB", size, "teal").save(file, form)
    return file.getvalue()


def store_picture() -> str:
    """The cast's picture, in the media storage."""
    return default_storage.save(PICTURE, ContentFile(picture()))


def topic(slug: str = "data") -> Topic:
    return Topic.objects.get_or_create(slug=slug, defaults={"name": slug.title(), "description": "About it."})[0]


def author(speaker: Speaker = PERSON) -> Author:
    return Author.objects.get_or_create(slug=speaker.slug, defaults={"name": speaker.name, "role": speaker.role})[0]


def job_role(table: SalaryTable = ENGINEER) -> JobRole:
    """The role with the figures of the table."""
    role, made = JobRole.objects.get_or_create(slug=table.role, defaults={"name": table.role_name})
    if made:
        Record.objects.bulk_create(
            Record(job_role=role, **{name: getattr(figure, name) for name in SalaryFigure.__slots__})
            for figure in table.figures
        )
    return role


def draft(slug: str = "a-guide", *, blocks: Any = (WORDS,), **fields: Any) -> Article:
    """A guide that the gate lets through, but that is not published."""
    fields = {
        "topic": topic(),
        "author": author(),
        "title": slug.replace("-", " ").capitalize(),
        "standfirst": f"What readers learn from {slug}.",
        "description": f"What searchers see of {slug}, in as many words as a list of results has room for.",
    } | fields
    article = Article.objects.create(slug=slug, **fields)
    replace_blocks(article, blocks)
    saving.save(article, by=None)
    article.refresh_from_db()
    return article

"""The one cast of the tests: people, topics, roles with their salary figures, guides short and full."""

from collections.abc import Sequence
from datetime import date, timedelta
from io import BytesIO
from typing import Any

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.utils import timezone
from PIL import Image

from articles.demo import bulk
from articles.document import (
    Block,
    CallToAction,
    FinalTakeaway,
    Insight,
    KeyTakeaways,
    QuestionAnswer,
    Quote,
    SalaryFigure,
    SalaryTable,
    Speaker,
    Text,
)
from articles.drafts import saving
from articles.drafts.rows import replace_blocks
from articles.models import Article, Author, JobRole, Picture, Revision, Topic
from articles.models import SalaryFigure as Record
from articles.models.blocks import TextBlock
from tests.articles import live

DESK = Speaker(slug="data-desk", name="Data desk", role="Finds people for data teams")
PERSON = Speaker(slug="sam-field", name="Sam Field", role="Consultant")
PAT = Speaker(slug="pat-example", name="Pat Example", role="Editor")
SPEAKERS = (PERSON, DESK)
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
TESTER = SalaryTable(
    role="tester",
    role_name="tester",
    figures=tuple(
        SalaryFigure(level=level, region="UK", currency="GBP", low=low, high=low + 20_000, basis="judgement",
                     as_of=date(2026, 4, 1))
        for low, level in ((30_000, "Junior"), (50_000, "Senior"))
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


def in_library(name: str = PICTURE, size: tuple[int, int] = (12, 8), **words: Any) -> Picture:
    """A picture of the library whose file may or may not be there."""
    return Picture.objects.create(title="A desk", file=name, width=size[0], height=size[1], **words)


def topic(slug: str = "data") -> Topic:
    return Topic.objects.get_or_create(
        slug=slug, defaults={"name": f"Topic {slug}", "description": f"Guides on {slug}."}
    )[0]


def author(speaker: Speaker = PERSON) -> Author:
    """Who says or signs something."""
    biography = f"<p>{speaker.name.split()[0]} edits.</p>"
    return Author.objects.get_or_create(
        slug=speaker.slug, defaults={"name": speaker.name, "role": speaker.role, "biography": biography}
    )[0]


def job_role(table: SalaryTable = ENGINEER) -> JobRole:
    """The role with the figures of the table."""
    role, made = JobRole.objects.get_or_create(slug=table.role, defaults={"name": table.role_name})
    if made:
        Record.objects.bulk_create(
            Record(job_role=role, **{name: getattr(figure, name) for name in SalaryFigure.__slots__})
            for figure in table.figures
        )
    return role


def draft(slug: str = "a-guide", *, blocks: Sequence[Block] = (WORDS,), **fields: Any) -> Article:
    """A short guide that the gate lets through, but that is not published."""
    article = _unsaved(slug, **fields)
    article.save()
    replace_blocks(article, blocks)
    saving.save(article, by=None)
    article.refresh_from_db()
    return article


def _unsaved(slug: str, **fields: Any) -> Article:
    fields = {
        "topic": fields.get("topic") or topic(),
        "author": fields.get("author") or author(),
        "title": slug.replace("-", " ").capitalize(),
        "standfirst": f"What readers learn from {slug}.",
        "description": f"What searchers see of {slug}, in as many words as a list of results has room for.",
    } | fields
    return Article(slug=slug, **fields)


def live_guide(slug: str = "a-guide", **fields: Any) -> Article:
    """A short guide that visitors read, made live past the gate."""
    made = draft(slug, **fields)
    live.publish(made)
    return made


def live_guides(number: int, *, start: int = 0, **fields: Any) -> list[Article]:
    """So many of them, the newest last, stored at once: for tests of lists, which cost little then."""
    people = {"topic": fields.get("topic") or topic(), "author": fields.get("author") or author()}
    made = [_unsaved(f"guide-{index}", **fields | people) for index in range(start, start + number)]
    newest = timezone.now()
    moments = [newest - timedelta(seconds=age) for age in range(number - 1, -1, -1)]
    bulk.publish([(article, [TextBlock(html=WORDS.html)]) for article in made], at=moments)
    return made


def one_of_each(times: int = 1) -> list[Block]:
    """One block of each kind that needs no upload, `times` over."""
    return [
        KeyTakeaways(items=("Testers look for faults.", "Clear notes save everybody time.")),
        Text(
            html="<h2>The work</h2><p>Testers look for faults <strong>early</strong>.</p>"
            "<h3>A first week</h3><p>They learn how the product is used.</p>"
        ),
        SalaryTable(role=job_role(TESTER).slug),
        Insight(
            html="<p>Curious people do well in this work.</p>",
            speaker=author(PAT).as_speaker(),
            said_on=date(2026, 9, 1),
        ),
        QuestionAnswer(question="What does a tester do?", answer="<p>A tester looks for faults.</p>"),
        Quote(text="Good tests let a team sleep.", source="A team lead"),
        FinalTakeaway(html="<p>Testing suits people who like to ask.</p>"),
        CallToAction(
            role="client", heading="Looking for a tester?", text="Tell us what you need.", label="Find a person"
        ),
    ] * times


def full_draft(slug: str = "a-guide", *, body: list[Block] | None = None, **fields: Any) -> Article:
    """A guide of one block of each kind, signed by Pat, that the gate lets through."""
    fields = {
        "topic": fields.get("topic") or topic("roles"),
        "author": fields.get("author") or author(PAT),
        "title": f"Title of {slug}",
        "description": f"What search engines show of {slug}: the work of a tester, what it pays and how to begin.",
    } | fields
    return draft(slug, blocks=one_of_each() if body is None else body, **fields)


def full_guide(slug: str = "a-guide", **fields: Any) -> Revision:
    """The same, made live past the gate; its live revision."""
    return live.publish(full_draft(slug, **fields))

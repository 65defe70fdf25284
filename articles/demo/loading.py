"""Loading the demo content. What is already there, by its slug, is left as it is."""

import tomllib
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

from django.core.files import File
from django.core.files.storage import default_storage
from django.db import transaction
from django.utils import timezone

from articles import document
from articles.document import (
    BLOCKS,
    Block,
    Comparison,
    ComparisonRow,
    Diagram,
    Insight,
    Line,
    Moment,
    Part,
    Step,
    Steps,
    Timeline,
)
from articles.drafts import saving
from articles.drafts.rows import replace_blocks
from articles.files import uploads as files
from articles.gate.site import site_context
from articles.lib.days import months_later
from articles.models import Article, Author, JobRole, Picture, Topic
from articles.publishing import pictures as asking
from articles.publishing import publication
from articles.publishing.publication import PublishOptions
from articles.salaries import storing
from articles.salaries.pasting import reading

FOLDER = Path(__file__).parent
PICTURES = FOLDER / "images"
FILES = FOLDER / "files"
# How the files write the lines of blocks: by their order.
LINES: dict[str, Callable[[list[str]], Line]] = {
    Steps.kind: lambda cells: Step(**dict(zip(("name", "detail"), cells, strict=False))),
    Timeline.kind: lambda cells: Moment(time=cells[0], what=cells[1]),
    Diagram.kind: lambda cells: Part(**dict(zip(("label", "note", "size"), cells, strict=False))),
    Comparison.kind: lambda cells: ComparisonRow(name=cells[0], values=tuple(cells[1:])),
}
MORNING = time(9, 0)
MONTHS_TO_REVIEW = 6


def load() -> int:
    """Topics, authors, salary figures and guides; returns how many guides were new."""
    for position, topic in enumerate(_read(FOLDER / "topics.toml")["topics"], start=1):
        Topic.objects.get_or_create(slug=topic["slug"], defaults=topic | {"position": position})
    for author in _read(FOLDER / "authors.toml")["authors"]:
        _load_author(author)
    for role in _read(FOLDER / "salaries.toml")["roles"]:
        _load_salaries(role)
    guides = {path.stem: _read(path) for path in sorted((FOLDER / "guides").glob("*.toml"))}
    return _load_guides({slug: data for slug, data in guides.items() if not Article.objects.filter(slug=slug).exists()})


def _read(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text())


def _load_author(data: dict[str, Any]) -> None:
    author, made = Author.objects.get_or_create(slug=data["slug"], defaults=data)
    if made:
        author.picture = _store(f"{author.slug}.webp", alt=author.name)
        author.save(update_fields=["picture"])
        asking.ask_for_portrait(author)


def _load_salaries(data: dict[str, Any]) -> None:
    role, made = JobRole.objects.get_or_create(slug=data["slug"], defaults={"name": data["name"]})
    if made:
        storing.store(role, reading.parse(data["rows"]))


@transaction.atomic
def _load_guides(guides: dict[str, dict[str, Any]]) -> int:
    """All drafts first: the guides link to one another, so that each is checked as if the others were live already."""
    articles = {slug: _load_draft(slug, data) for slug, data in guides.items()}
    site = site_context()
    site = replace(site, live=site.live | articles.keys(), unpublished=site.unpublished - articles.keys())
    for slug, article in articles.items():
        for day in (guides[slug]["published"], guides[slug].get("updated")):
            if day:
                review = PublishOptions(review_by=_next_review(guides[slug]))
                publication.publish(article, review, by=None, at=_moment(day), site=site)
    return len(articles)


def _next_review(data: dict[str, Any]) -> date:
    """Half a year after its last change, unless the guide says how many months: what rests on the law ages sooner."""
    return months_later(data.get("updated", data["published"]), data.get("review_after_months", MONTHS_TO_REVIEW))


def _load_draft(slug: str, data: dict[str, Any]) -> Article:
    hero = data["hero"]
    words = {name: hero[name] for name in ("alt", "decorative", "credit")}
    article = Article.objects.create(
        slug=slug,
        title=data["title"],
        standfirst=data["standfirst"],
        description=data["description"],
        topic=Topic.objects.get(slug=data["topic"]),
        author=Author.objects.get(slug=data["author"]),
        hero_picture=_store(hero["image"], **words),
        hero_caption=hero["caption"],
    )
    replace_blocks(article, [_block(block) for block in data["blocks"]])
    saving.save(article, by=None)
    return article


def _block(data: dict[str, Any]) -> Block:
    """A block as the files write it; pictures, roles and voices are named, not spelled out."""
    fields = fields_of(data)
    if "image" in fields:
        words = {name: fields[name] for name in ("alt", "decorative", "credit") if name in fields}
        fields["image"] = _store(fields["image"], **words).as_whole_image()
    if "file" in fields:
        fields["file"] = _store_file(fields["file"])
    if data["kind"] == Insight.kind:
        fields["speaker"] = Author.objects.get(slug=fields["speaker"]).as_speaker()
        fields["said_on"] = fields.pop("date")
    return BLOCKS[data["kind"]](**fields)


def fields_of(data: dict[str, Any]) -> dict[str, Any]:
    """What a block's file says of its fields, with lists as a document holds them."""
    return {
        name: tuple(_line(data["kind"], item) for item in value) if isinstance(value, list) else value
        for name, value in data.items()
        if name != "kind"
    }


def _line(kind: str, item: str | list[str]) -> str | Line:
    return item if isinstance(item, str) else LINES[kind](item)


def _store_file(name: str) -> document.File:
    with (FILES / name).open("rb") as file:
        stored = default_storage.save(files.upload_path(None, name), File(file))
    return document.File(name=stored, size=(FILES / name).stat().st_size)


def _store(name: str, **words: Any) -> Picture:
    """A picture of the library, with what it says of itself."""
    title = name.partition(".")[0].replace("-", " ").capitalize()
    with (PICTURES / name).open("rb") as file:
        return Picture.objects.create(title=title, file=File(file, name=name), **words)


def _moment(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, MORNING))

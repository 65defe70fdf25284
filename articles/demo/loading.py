"""Loading the demo content. What is already there, by its slug, is left as it is."""

import tomllib
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

from django.core.files import File
from django.core.files.storage import default_storage
from django.db import transaction
from django.utils import timezone
from PIL import Image as Pillow

from articles.document import (
    BLOCKS,
    Block,
    CallToAction,
    FinalTakeaway,
    Image,
    Insight,
    KeyTakeaways,
    QuestionAnswer,
    SalaryTable,
    Text,
)
from articles.drafts import saving
from articles.drafts.rows import replace_blocks
from articles.gate import inspection
from articles.models import Article, Author, JobRole, Topic
from articles.pictures import uploads
from articles.publishing import publication
from articles.salaries import rules, storing

FOLDER = Path(__file__).parent
PICTURES = FOLDER / "images"
MORNING = time(9, 0)


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


@transaction.atomic
def generate(count: int) -> int:
    """Publishes made-up guides until there are `count` of them; returns how many were new."""
    authors, topics = list(Author.objects.order_by("slug")), list(Topic.objects.order_by("position"))
    facts = replace(inspection.site_facts(), others=())  # the samples resemble each other, and are meant to
    made = 0
    for number in range(1, count + 1):
        slug = f"sample-guide-{number}"
        if Article.objects.filter(slug=slug).exists():
            continue
        article = Article.objects.create(
            slug=slug,
            title=f"Sample guide number {number}",
            standfirst=f"A made-up guide, number {number}, for tests of scale.",
            description=f"Sample guide number {number}, made up to try the site with many guides.",
            topic=topics[number % len(topics)],
            author=authors[number % len(authors)],
        )
        replace_blocks(article, list(_sample_blocks(number, authors[0])))
        saving.save(article, by=None)
        publication.publish(article, by=None, facts=facts)
        made += 1
    return made


def _read(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text())


def _load_author(data: dict[str, Any]) -> None:
    author, made = Author.objects.get_or_create(slug=data["slug"], defaults=data)
    if made:
        with (PICTURES / f"{author.slug}.webp").open("rb") as file:
            author.portrait.save(f"{author.slug}.webp", File(file))


def _load_salaries(data: dict[str, Any]) -> None:
    role, made = JobRole.objects.get_or_create(slug=data["slug"], defaults={"name": data["name"]})
    if made:
        storing.store(role, rules.parse(data["rows"]))


@transaction.atomic
def _load_guides(guides: dict[str, dict[str, Any]]) -> int:
    """All drafts first: the guides link to one another, so that each is checked as if the others were live already."""
    articles = {slug: _load_draft(slug, data) for slug, data in guides.items()}
    site = inspection.site_facts()
    facts = replace(site, live=site.live | articles.keys(), unpublished=site.unpublished - articles.keys())
    for slug, article in articles.items():
        for day in (guides[slug]["published"], guides[slug].get("updated")):
            if day:
                publication.publish(article, by=None, at=_moment(day), facts=facts)
    return len(articles)


def _load_draft(slug: str, data: dict[str, Any]) -> Article:
    hero = data["hero"]
    image = _store(hero["image"])
    article = Article.objects.create(
        slug=slug,
        title=data["title"],
        standfirst=data["standfirst"],
        description=data["description"],
        topic=Topic.objects.get(slug=data["topic"]),
        author=Author.objects.get(slug=data["author"]),
        hero_image=image.name,
        hero_alt=hero["alt"],
        hero_decorative=hero["decorative"],
        hero_caption=hero["caption"],
        hero_credit=hero["credit"],
    )
    replace_blocks(article, [_block(block) for block in data["blocks"]])
    saving.save(article, by=None)
    return article


def _block(data: dict[str, Any]) -> Block:
    """A block as the files write it; pictures, roles and voices are named, not spelled out."""
    fields: dict[str, Any] = {
        name: tuple(value) if isinstance(value, list) else value for name, value in data.items() if name != "kind"
    }
    if "image" in fields:
        fields["image"] = _store(fields["image"])
    if data["kind"] == Insight.kind:
        fields["voice"] = Author.objects.get(slug=fields["voice"]).voice()
        fields["said_on"] = fields.pop("date")
    return BLOCKS[data["kind"]](**fields)


def _store(name: str) -> Image:
    with (PICTURES / name).open("rb") as file:
        stored = default_storage.save(uploads.upload_path(None, name), File(file))
        width, height = Pillow.open(file).size
    return Image(name=stored, width=width, height=height)


def _moment(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, MORNING))


def _sample_blocks(number: int, author: Author) -> Iterator[Block]:
    yield KeyTakeaways(items=(f"This is guide {number}.", "It was made up.", "It exists to be counted."))
    for section in range(1, 7):
        yield Text(html=f"<h2>Section {section}</h2>" + f"<p>Words of section {section} in guide {number}.</p>" * 8)
    yield SalaryTable(role="machine-learning-engineer")
    yield Insight(html="<p>A made-up insight.</p>", voice=author.voice(), said_on=date(2026, 1, 5))
    for question in range(1, 5):
        yield QuestionAnswer(question=f"What is question {question}?", answer=f"<p>It is number {question}.</p>")
    yield FinalTakeaway(html="<p>That is all.</p>")
    yield CallToAction(heading="Looking for work?", text="Write to us.", label="Tell us about you")

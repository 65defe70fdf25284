"""The small cast that tests share: a topic, an author, and guides made of one block of each kind."""

from datetime import date
from typing import Any

from articles import publishing
from articles.document import (
    Block,
    CallToAction,
    FinalTakeaway,
    Insight,
    KeyTakeaways,
    QuestionAnswer,
    Quote,
    SalaryTable,
    Text,
)
from articles.drafts import replace_blocks
from articles.models import Article, Author, JobRole, Revision, SalaryFigure, Topic


def topic(slug: str = "roles") -> Topic:
    return Topic.objects.get_or_create(
        slug=slug, defaults={"name": f"Topic {slug}", "description": f"Guides on {slug}."}
    )[0]


def author(slug: str = "pat-example") -> Author:
    return Author.objects.get_or_create(
        slug=slug, defaults={"name": "Pat Example", "role": "Editor", "biography": "<p>Pat edits.</p>"}
    )[0]


def job_role(slug: str = "tester") -> JobRole:
    role, made = JobRole.objects.get_or_create(slug=slug, defaults={"name": slug})
    if made:
        for low, level in ((30_000, "Junior"), (50_000, "Senior")):
            SalaryFigure.objects.create(
                job_role=role,
                level=level,
                region="UK",
                currency="GBP",
                low=low,
                high=low + 20_000,
                basis="judgement",
                as_of=date(2026, 4, 1),
            )
    return role


def blocks(times: int = 1) -> list[Block]:
    """One block of each kind that needs no upload, `times` over."""
    voice = author().voice()
    return [
        KeyTakeaways(items=("First.", "Second.")),
        Text(html="<h2>Section</h2><p>Words <strong>here</strong>.</p><h3>Part</h3><p>More.</p>"),
        SalaryTable(role=job_role().slug),
        Insight(html="<p>We see this.</p>", voice=voice, said_on=date(2026, 9, 1)),
        QuestionAnswer(question="What is it?", answer="<p>It is this.</p>"),
        Quote(text="Well said.", source="Somebody"),
        FinalTakeaway(html="<p>In short.</p>"),
        CallToAction(role="client", heading="Hiring?", text="Write to us.", label="Find a person"),
    ] * times


def draft(slug: str = "a-guide", *, body: list[Block] | None = None, **fields: Any) -> Article:
    """A draft that could be published as it is."""
    article = Article.objects.create(
        slug=slug,
        **{
            "title": f"Title of {slug}",
            "standfirst": "What it says.",
            "description": "What search engines show.",
            "topic": topic(),
            "author": author(),
        }
        | fields,
    )
    replace_blocks(article, blocks() if body is None else body)
    return article


def guide(slug: str = "a-guide", **fields: Any) -> Revision:
    """A published guide; its live revision."""
    return publishing.publish(draft(slug, **fields), by=None)

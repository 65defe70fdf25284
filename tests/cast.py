"""The small cast that tests share: a topic, an author, and guides made of one block of each kind."""

from datetime import date
from typing import Any

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
from articles.drafts import saving
from articles.drafts.rows import replace_blocks
from articles.models import Article, Author, JobRole, Revision, SalaryFigure, Topic
from tests.articles import live


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
    speaker = author().as_speaker()
    return [
        KeyTakeaways(items=("Testers look for faults.", "Clear notes save everybody time.")),
        Text(
            html="<h2>The work</h2><p>Testers look for faults <strong>early</strong>.</p>"
            "<h3>A first week</h3><p>They learn how the product is used.</p>"
        ),
        SalaryTable(role=job_role().slug),
        Insight(html="<p>Curious people do well in this work.</p>", speaker=speaker, said_on=date(2026, 9, 1)),
        QuestionAnswer(question="What does a tester do?", answer="<p>A tester looks for faults.</p>"),
        Quote(text="Good tests let a team sleep.", source="A team lead"),
        FinalTakeaway(html="<p>Testing suits people who like to ask.</p>"),
        CallToAction(
            role="client", heading="Looking for a tester?", text="Tell us what you need.", label="Find a person"
        ),
    ] * times


def draft(slug: str = "a-guide", *, body: list[Block] | None = None, **fields: Any) -> Article:
    """A draft that the gate lets through."""
    article = Article.objects.create(
        slug=slug,
        **{
            "title": f"Title of {slug}",
            "standfirst": f"What readers learn from {slug}.",
            "description": f"What search engines show of {slug}: the work of a tester, what it pays and how to begin.",
            "topic": topic(),
            "author": author(),
        }
        | fields,
    )
    replace_blocks(article, blocks() if body is None else body)
    saving.save(article, by=None)
    article.refresh_from_db()
    return article


def guide(slug: str = "a-guide", **fields: Any) -> Revision:
    """A guide made live past the gate, which is not what those who want one test; its live revision."""
    return live.publish(draft(slug, **fields))

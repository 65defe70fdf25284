"""Made-up guides, for tests of scale."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from django.db import transaction

from articles.document import (
    Block,
    CallToAction,
    FinalTakeaway,
    Insight,
    KeyTakeaways,
    QuestionAnswer,
    SalaryTable,
    Text,
)
from articles.drafts import saving
from articles.drafts.rows import replace_blocks
from articles.gate.site import site_context
from articles.models import Article, Author, Topic
from articles.publishing import publication


@transaction.atomic
def generate(count: int) -> int:
    """Publishes made-up guides until there are `count` of them; returns how many were new."""
    authors, topics = list(Author.objects.order_by("slug")), list(Topic.objects.order_by("position"))
    site = replace(site_context(), others=())  # the samples resemble each other, and are meant to
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
        publication.publish(article, by=None, site=site)
        made += 1
    return made


def _sample_blocks(number: int, author: Author) -> Iterator[Block]:
    yield KeyTakeaways(items=(f"This is guide {number}.", "It was made up.", "It exists to be counted."))
    for section in range(1, 7):
        yield Text(html=f"<h2>Section {section}</h2>" + f"<p>Words of section {section} in guide {number}.</p>" * 8)
    yield SalaryTable(role="machine-learning-engineer")
    yield Insight(html="<p>A made-up insight.</p>", speaker=author.as_speaker(), said_on=date(2026, 1, 5))
    for question in range(1, 5):
        yield QuestionAnswer(question=f"What is question {question}?", answer=f"<p>It is number {question}.</p>")
    yield FinalTakeaway(html="<p>That is all.</p>")
    yield CallToAction(heading="Looking for work?", text="Write to us.", label="Tell us about you")

"""Made-up guides, for tests of scale."""

import random
import re
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import batched

from django.utils import timezone

from articles.demo import bulk
from articles.models import Article, Author, JobRole, Topic
from articles.models.blocks import (
    BlockRow,
    CallToActionBlock,
    FinalTakeawayBlock,
    InsightBlock,
    KeyTakeawaysBlock,
    QuestionAnswerBlock,
    SalaryTableBlock,
    TextBlock,
)

BATCH = 100
SLUG = re.compile(r"sample-guide-([1-9]\d*)")
SECTIONS, SENTENCES, QUESTIONS = 5, 5, 3
JOBS = (
    "backend", "frontend", "data", "platform", "machine learning", "security", "test", "embedded", "network", "mobile",
    "cloud", "analytics", "database", "graphics", "robotics", "reliability", "firmware", "search", "audio", "payments",
)  # fmt: skip
PLACES = (
    "Leeds", "Manchester", "Bristol", "Glasgow", "Cardiff", "Belfast", "Newcastle", "Sheffield", "Brighton", "Oxford",
    "Cambridge", "York", "Norwich", "Exeter", "Dundee", "Swansea", "Derby", "Reading", "Bath", "Durham",
)  # fmt: skip
WHO = (
    "A hiring manager", "The team", "A candidate", "An interviewer", "A recruiter", "The new colleague", "A mentor",
    "An architect", "The product owner", "A designer", "The on-call engineer", "An analyst",
)  # fmt: skip
DOES = (
    "reads", "checks", "writes down", "talks through", "keeps", "plans", "improves", "shares", "draws", "explains",
    "prepares", "questions", "collects", "compares", "simplifies", "records",
)  # fmt: skip
WHAT = (
    "the notes of the meeting", "a list of open questions", "the plan for the week", "an example from real work",
    "the diagram of the system", "a short summary", "the reasons for a decision", "the terms of the offer",
    "a portfolio of small projects", "the results of a trial", "the scope of the role", "the feedback of customers",
    "a script for the demonstration", "the budget for training", "the rota for support", "an outline of the workshop",
)  # fmt: skip
WHEN = (
    "before the interview", "after lunch", "in the first week", "with a colleague", "in plain words", "on one page",
    "at the end of the month", "during the review", "without being asked", "over a cup of tea", "as early as possible",
    "in front of the group",
)  # fmt: skip


def missing(count: int) -> list[int]:
    """The numbers up to `count` of which there is no made-up guide yet."""
    slugs = Article.objects.filter(slug__startswith="sample-guide-").values_list("slug", flat=True)
    there = {int(match[1]) for match in map(SLUG.fullmatch, slugs) if match}
    return [number for number in range(1, count + 1) if number not in there]


def generate(numbers: list[int]) -> Iterator[int]:
    """Publishes the made-up guides of these numbers, and yields how many after each batch, which stays."""
    maker = Maker()
    for batch in batched(numbers, BATCH):
        now = timezone.now()
        moments = [now - timedelta(minutes=number) for number in batch]
        bulk.publish([maker.draft(number) for number in batch], at=moments)
        yield len(batch)


class Maker:
    """Makes up one guide after the other; one number always gives the same words."""

    def __init__(self) -> None:
        self.authors = list(Author.objects.order_by("slug"))
        self.topics = list(Topic.objects.order_by("position"))
        self.roles = list(JobRole.objects.order_by("slug").prefetch_related("figures"))

    def draft(self, number: int) -> bulk.Draft:
        """An unsaved guide and the rows of its body."""
        dice = random.Random(number)  # noqa: S311 - nothing secret
        job, place = dice.choice(JOBS), dice.choice(PLACES)
        article = Article(
            slug=f"sample-guide-{number}",
            title=f"Sample guide number {number}: {job} engineers in {place}",
            standfirst=f"A made-up guide to the work of {job} engineers in {place}, number {number}, for tests of scale.",
            description=f"Sample guide number {number}, made up to try the site with many guides, is about {job} engineers in {place} and what they do all day.",
            topic=self.topics[number % len(self.topics)],
            author=self.authors[number % len(self.authors)],
        )
        return article, list(self._rows(number, f"{job} engineer in {place}", dice))

    def _rows(self, number: int, job: str, dice: random.Random) -> Iterator[BlockRow]:
        yield KeyTakeawaysBlock(items="\n".join([f"This is guide {number}.", *_sentences(dice, 3)]))
        for section in range(1, SECTIONS + 1):
            first, *rest = _sentences(dice, SENTENCES)
            yield TextBlock(html=f"<h2>Section {section}</h2><p>{first} That suits a {job}.</p><p>{' '.join(rest)}</p>")
        yield SalaryTableBlock(job_role=dice.choice(self.roles))
        yield InsightBlock(
            html=f"<p>{_sentence(dice)}</p>", speaker=self.authors[0], said_on=date(2026, 1, dice.randint(1, 28))
        )
        for question in range(1, QUESTIONS + 1):
            yield QuestionAnswerBlock(
                question=f"What is question {question} about?",
                answer=f"<p>It is about guide {number}. {_sentence(dice)}</p>",
            )
        yield FinalTakeawayBlock(html=f"<p>{_sentence(dice)}</p>")
        yield CallToActionBlock(heading="Looking for work?", text="Write to us.", label="Tell us about you")


def _sentences(dice: random.Random, count: int) -> list[str]:
    return [_sentence(dice) for _ in range(count)]


def _sentence(dice: random.Random) -> str:
    return f"{' '.join(map(dice.choice, (WHO, DOES, WHAT, WHEN)))}."

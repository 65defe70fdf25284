"""What the pictures of the desk show: guides in every state, readers, enquiries, colleagues, and work of `editor`."""

import random
from collections import Counter
from dataclasses import replace
from datetime import date, timedelta
from itertools import product
from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.core.management import call_command
from django.utils import timezone

from agency.accounts import invitations
from articles.document import Text
from articles.drafts import autosaving, conflicts, saving
from articles.drafts.rows import document_of, replace_blocks, rows_of
from articles.models import Article, Author, DraftVersion, JobRole, Revision, Topic
from articles.models.readership import What
from articles.publishing import publication
from articles.readership import writing
from articles.readership.writing import Happening
from tests.enquiries import stored
from tests.screenshots import desk_conversation, desk_moving
from tests.screenshots.desk_conversation import GUIDE

SCHEDULED = "what-does-a-data-engineer-do"
AUTOSAVED = "how-to-weigh-up-a-job-offer"
UNFINISHED = "how-to-choose-between-two-offers"
CONTESTED = "machine-learning-engineer-or-data-scientist"
ENQUIRIES = 60
DAYS = 40
NEW_ENQUIRIES = {
    "Helen Gwilym": "We are looking for two data engineers in Leeds, to begin in spring.",
    "Chidi Mensah": "Could you tell us what a test engineer earns outside London?",
    "Mei Lefèvre": "We would like to talk about a machine learning engineer for our Manchester team, three days a week there.",
}
WORDS = Text(
    html="<h2>Before you compare</h2><p>TODO: say what a whole package is. You will recieve the terms in writing, and two of them is worth more than the pension.</p>"
)


def load(editor: Any) -> dict[str, int]:
    """Makes it all; returns the numbers of what the pages are about, by name."""
    call_command("make_enquiries", ENQUIRIES, verbosity=0)
    _invite_colleagues(editor)
    _write(editor)
    _plan(editor)
    _count_readers()
    conflicting = _disagree(editor)
    return {
        "guide": Article.objects.get(slug=GUIDE).pk,
        "autosaved": Article.objects.get(slug=AUTOSAVED).pk,
        "unfinished": Article.objects.get(slug=UNFINISHED).pk,
        "contested": conflicting.article_id,
        "conflicting": conflicting.pk,
        "live": Revision.objects.get(article=conflicting.article_id, is_live=True).pk,
        "picture": Article.objects.get(slug=GUIDE).hero_picture_id,
        "role": JobRole.objects.earliest("name").pk,
        "topic": Topic.objects.earliest("name").pk,
        "author": Author.objects.earliest("name").pk,
        "group": Group.objects.earliest("name").pk,
        "enquiry": _receive_enquiries(),
        "editor": editor.pk,
        **desk_conversation.load(editor),
        **desk_moving.load(editor),
    }


def _receive_enquiries() -> int:
    """New ones, which nobody has answered; returns the number of the last."""
    guide = Article.objects.get(slug=GUIDE)
    for name, message in NEW_ENQUIRIES.items():
        last = stored.received(name=name, message=message, guide=guide, organisation=f"{name.split()[-1]} & Sons")
    return last.pk


def _invite_colleagues(editor: Any) -> None:
    users = get_user_model()._default_manager
    for first, last, group in [
        ("Priya", "Raman", "Editors"),
        ("Tom", "Nowak", "Consultants"),
        ("Zoë", "Li", "Authors"),
    ]:
        mail = f"{first}.{last}@agency.example".lower()
        user = users.create(username=mail, email=mail, first_name=first, last_name=last, is_staff=True)
        user.groups.set(Group.objects.filter(name=group))
        if first == "Zoë":
            invitations.invite(user, by=editor)


def _write(editor: Any) -> None:
    """A draft that the gate has something to say of, work that nobody saved, and figures that live pages do not show."""
    like = Article.objects.get(slug=GUIDE)
    title = "How to choose between two offers"
    unfinished = Article.objects.create(
        slug=UNFINISHED, title=title, standfirst="", description="", topic=like.topic, author=like.author, owner=editor
    )
    replace_blocks(unfinished, [WORDS])
    saving.save(unfinished, by=editor)
    article = Article.objects.get(slug=AUTOSAVED)
    document = document_of(article)
    row_ids = [row.pk for row in rows_of(article)]
    autosaving.keep(article, document, row_ids=row_ids, number=article.version, by=editor, token="a form")
    figure = JobRole.objects.earliest("name").figures.earliest("pk")
    figure.low += 1000
    figure.save()
    saving.note_changes(Article.objects.filter(revisions__is_live=True).distinct())


def _disagree(editor: Any) -> DraftVersion:
    """Two editors who changed one live guide; returns what was saved too late."""
    article = Article.objects.get(slug=CONTESTED)
    document, number = document_of(article), saving.save(article, by=editor).number
    colleague = get_user_model()._default_manager.get(first_name="Priya")
    saving.put(article, replace(document, blocks=document.blocks[1:]), by=colleague)
    mine = replace(document, title=f"{document.title.rstrip('?')}: which suits you?")
    return conflicts.keep_conflict(article, mine, number=number, by=editor)


def _plan(editor: Any) -> None:
    now = timezone.now().replace(minute=0, second=0, microsecond=0)
    publication.schedule(Article.objects.get(slug=SCHEDULED), by=editor, at=now + timedelta(days=2))
    for day, article in enumerate(Article.objects.exclude(revisions__is_live=None).order_by("pk")[:9], start=-3):
        Article.objects.filter(pk=article.pk).update(review_by=now.date() + timedelta(days=2 * day), owner=editor)


def _count_readers() -> None:
    """What a server would have counted: more at the end than at the beginning, fewer at the weekend."""
    dice = random.Random(1)  # noqa: S311 - nothing secret
    guides = Article.objects.exclude(slug__startswith="sample-guide-").order_by("-pk").values_list("pk", flat=True)
    days = [timezone.localdate() - timedelta(days=age) for age in range(DAYS)]
    counts: Counter[tuple[date, Happening]] = Counter()
    for (place, guide), (age, day) in product(enumerate(guides, start=1), enumerate(days)):
        views = dice.randrange(90, 140) * (DAYS - age // 2) // DAYS // place // (2 if day.weekday() > 4 else 1)
        counts[day, Happening(What.VIEWED, guide)] += views
        counts[day, Happening(What.FOUND, guide, words="salary")] += views // 12
        counts[day, Happening(What.STARTED, guide, role="candidate")] += views // 25
        counts[day, Happening(What.SEARCHED)] += views // 10
        counts[day, Happening(What.MISSED, words="visa sponsorship")] += views // 60
    writing.add_all(+counts)

"""The page of a guide on which editors decide about questions that colleagues propose for it."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from articles.document import CallToAction, FinalTakeaway, QuestionAnswer
from articles.drafts import questions
from articles.drafts.rows import document_of
from articles.models import Article, ProposedQuestion
from tests import cast
from tests.articles import staff

pytestmark = pytest.mark.django_db
KNOWN = QuestionAnswer(question="What is it?", answer="<p>This.</p>")
END = (FinalTakeaway(html="<p>Well.</p>"), CallToAction(heading="Talk", text="To us.", label="Talk"))
STATES = ProposedQuestion.State


@pytest.fixture
def editor(client: Client) -> Any:
    user = staff.editor("ed")
    client.force_login(user)
    return user


def proposed(guide: Article, question: str = "Why?", **fields: Any) -> ProposedQuestion:
    return ProposedQuestion.objects.create(article=guide, question=question, **fields)


def page(guide: Article, name: str = "", *args: int) -> str:
    return reverse(f"admin:articles_article_questions{name}", args=[guide.pk, *args])


@pytest.mark.parametrize(
    ("body", "place"),
    [((cast.WORDS, KNOWN, cast.WORDS), 2), ((cast.WORDS, *END), 1), ((), 0)],
    ids=["behind the last question", "before what ends the guide", "into an empty draft"],
)
@pytest.mark.usefixtures("editor")
def test_a_question_is_added_where_a_reader_looks_for_it(client: Client, body: tuple[Any, ...], place: int) -> None:
    guide = cast.draft(blocks=body)
    answer = client.post(page(guide, "_add", proposed(guide).pk), follow=True).content.decode()

    assert "The question is in the draft" in answer
    blocks = document_of(guide).blocks
    assert (len(blocks), blocks[place]) == (len(body) + 1, QuestionAnswer(question="Why?"))


@pytest.mark.usefixtures("editor")
def test_a_second_decision_is_refused_and_changes_nothing(client: Client) -> None:
    guide = cast.draft()
    question = proposed(guide)
    for _press in range(2):
        answer = client.post(page(guide, "_add", question.pk), follow=True).content.decode()

    assert "This question is taken up in the draft already." in answer
    assert len(document_of(guide).blocks) == 2


@pytest.mark.usefixtures("editor")
def test_declining_needs_a_reason_which_is_shown(client: Client) -> None:
    guide = cast.draft()
    question = proposed(guide)
    refused = client.post(page(guide, "_decline", question.pk))
    assert refused.status_code == 422
    assert "Say why it is not for this guide." in refused.content.decode()

    client.post(page(guide, "_decline", question.pk), {"reason": "Too special."})

    assert "Too special." in client.get(page(guide)).content.decode()
    assert ProposedQuestion.objects.get().state == STATES.DECLINED


@pytest.mark.usefixtures("editor")
def test_only_a_question_of_the_guide_can_answer_one(client: Client) -> None:
    guide = cast.draft(blocks=(KNOWN,))
    question = proposed(guide)
    assert client.post(page(guide, "_answered", question.pk), {"answered_as": "Made up?"}).status_code == 422

    client.post(page(guide, "_answered", question.pk), {"answered_as": "What is it?"})

    question.refresh_from_db()
    assert (question.state, question.answered_as) == (STATES.TAKEN_UP, "What is it?")


@pytest.mark.usefixtures("editor")
def test_a_question_that_was_reworded_in_the_draft_is_pointed_out(client: Client, editor: Any) -> None:
    guide = cast.draft(blocks=(KNOWN,))
    questions.take_up(proposed(guide), "What was it?", by=editor)
    assert "The draft no longer has this question in these words." in client.get(page(guide)).content.decode()


def test_it_is_announced_where_editors_look(client: Client, editor: Any) -> None:
    guide = cast.draft(owner=editor)
    proposed(guide)
    assert "see Questions." in client.get(reverse("admin:articles_article_change", args=[guide.pk])).content.decode()
    assert "Questions proposed by colleagues" in client.get(reverse("admin:index")).content.decode()


def test_who_may_not_change_the_guide_decides_nothing(client: Client) -> None:
    client.force_login(staff.author("guest"))
    guide = cast.draft()
    assert client.get(page(guide)).status_code == 403
    assert client.post(page(guide, "_add", proposed(guide).pk)).status_code == 403

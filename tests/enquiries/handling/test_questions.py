"""What one person asks, proposed for a guide without a word about them; and told to them when the guide answers it."""

from dataclasses import replace
from typing import Any

import pytest
from django.core import mail
from django.core.management import call_command
from django.test import Client
from django.urls import reverse

from articles.document import QuestionAnswer
from articles.drafts import questions as editing
from articles.drafts import saving
from articles.drafts.rows import document_of
from articles.models import Article, ProposedQuestion
from articles.outbox import sending
from articles.publishing import publication
from enquiries.handling import questions, verbs
from enquiries.locking import NotAllowed
from enquiries.models import AskedQuestion, Enquiry, Notice
from enquiries.privacy import disclosure, erasure, restriction
from tests import cast
from tests.articles import staff
from tests.enquiries import people

pytestmark = pytest.mark.django_db
QUESTION = "How long is a notice period in a start-up?"
KINDS = ProposedQuestion.State


@pytest.fixture
def guide() -> Article:
    return cast.live_guide("notice-periods")


def asked(guide: Article, *, wants_answer: bool = True, **fields: Any) -> Enquiry:
    enquiry = people.enquiry(guide=guide, **fields)
    questions.propose(enquiry, guide, QUESTION, people.consultant(), wants_answer=wants_answer)
    return enquiry


def publish_answer(guide: Article, question: str = QUESTION) -> None:
    document = document_of(guide)
    block = QuestionAnswer(question=question, answer="<p>Mostly a month.</p>")
    editor = staff.editor("pen")
    saving.put(guide, replace(document, blocks=(*document.blocks, block)), by=editor)
    publication.publish(guide, by=editor)


def told(enquiry: Enquiry) -> list[str]:
    return list(enquiry.notices.filter(kind=Notice.Kind.QUESTION_ANSWERED).values_list("text", flat=True))


def test_a_question_goes_from_the_enquiry_into_the_guide_and_its_answer_to_whoever_asked(
    client: Client, guide: Article
) -> None:
    enquiry = people.enquiry(guide=guide, name="Siobhán Byrne")
    client.force_login(people.consultant("sam", people.default_team()))
    page = reverse("admin:enquiries_enquiry_question", args=[enquiry.pk])
    assert 'value="/guides/notice-periods/"' in client.get(page).content.decode()
    client.post(page, {"question": QUESTION, "guide": "/guides/notice-periods/", "wants_answer": "on"})

    editor = staff.editor("ed")
    client.force_login(editor)
    seen = client.get(reverse("admin:articles_article_questions", args=[guide.pk])).content.decode()
    assert QUESTION in seen
    assert [words for words in ("Byrne", enquiry.reference) if words in seen] == []
    proposed = ProposedQuestion.objects.get()
    client.post(reverse("admin:articles_article_questions_add", args=[guide.pk, proposed.pk]))
    document = document_of(guide)
    assert document.blocks[-1] == QuestionAnswer(question=QUESTION)
    assert questions.tell_answered() == 0

    answered = replace(document.blocks[-1], answer="<p>Mostly a month.</p>")
    saving.put(guide, replace(document, blocks=(*document.blocks[:-1], answered)), by=editor)
    publication.publish(guide, by=editor)

    assert (questions.tell_answered(), questions.tell_answered()) == (1, 0)
    sending.send_due("mail", lambda: False)
    [sent] = [one for one in mail.outbox if one.to == [enquiry.email]]
    assert QUESTION in sent.body
    assert "/guides/notice-periods/#how-long-is-a-notice-period-in-a-start-up" in sent.body


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("What should I, Siobhan, ask for?", ["Siobhán"]),
        ("Does Example Data pay overtime?", ["Example Data"]),
        ("Can you write to s@example.org?", ["s@example.org?"]),
        ("Is 07700 900123 the number to call?", ["07700 900123"]),
        ("Will notice periods become longer?", []),
        ("How much is £85,000 to £120,000 after tax in 2026/27?", []),
        ("Is 37.5 hours a week usual?", []),
    ],
)
def test_a_question_that_tells_who_asked_is_refused(guide: Article, question: str, found: list[str]) -> None:
    enquiry = people.enquiry(guide=guide, name="Siobhán Will", organisation="Example Data Ltd")

    assert questions.personal_words(question, enquiry) == found
    if found:
        with pytest.raises(NotAllowed, match="Leave out what could tell who asked"):
            questions.propose(enquiry, guide, question, people.consultant(), wants_answer=False)


@pytest.mark.parametrize(
    ("sent", "says"),
    [
        ({"question": "", "guide": "/guides/notice-periods/"}, "Write the question."),
        (
            {"question": "Is Pat in time?", "guide": "/guides/notice-periods/"},
            "Leave out what could tell who asked: Pat.",
        ),
        ({"question": QUESTION, "guide": "/guides/none/"}, "There is no guide at this address."),
        ({"question": QUESTION, "guide": "https://[bad"}, "There is no guide at this address."),
        ({"question": QUESTION, "guide": ""}, "Give the address of a guide."),
    ],
)
def test_a_form_that_cannot_be_used_says_why_and_keeps_its_words(
    client: Client, guide: Article, sent: dict[str, str], says: str
) -> None:
    enquiry = people.enquiry(guide=guide)
    client.force_login(people.consultant("sam", people.default_team()))

    answer = client.post(reverse("admin:enquiries_enquiry_question", args=[enquiry.pk]), sent)

    assert answer.status_code == 422
    assert says in answer.content.decode()
    assert not ProposedQuestion.objects.exists()


def test_two_people_who_ask_the_same_are_one_proposal_and_both_are_told(guide: Article) -> None:
    first, second = asked(guide), people.enquiry(guide=guide)
    questions.propose(second, guide, "how long is a notice period in a START-UP", first.owner, wants_answer=True)

    publish_answer(guide)

    assert questions.tell_answered() == 2
    assert [len(told(first)), len(told(second)), ProposedQuestion.objects.count()] == [1, 1, 1]


def test_who_did_not_want_to_be_told_is_not(guide: Article) -> None:
    enquiry = asked(guide, wants_answer=False)
    publish_answer(guide)
    assert questions.tell_answered() == 0
    assert told(enquiry) == []


@pytest.mark.parametrize("became", ["restricted", "spam", "withdrawn", "erased", "guide withdrawn"])
def test_nobody_is_told_against_their_will_or_of_a_page_that_is_gone(guide: Article, became: str) -> None:
    enquiry, by = asked(guide), staff.editor("ed")
    match became:
        case "restricted":
            restriction.restrict(enquiry, by)
        case "spam":
            verbs.mark_spam(enquiry, by)
        case "withdrawn":
            verbs.close(enquiry, "withdrawn", by)
        case "erased":
            verbs.close(enquiry, "answered", by)
            enquiry.notices.all().delete()
            erasure.erase(enquiry, by=by)
    publish_answer(guide)
    if became == "guide withdrawn":
        publication.withdraw(guide, by=by)

    assert questions.tell_answered() == 0
    assert told(enquiry) == []


def test_a_question_answered_in_other_words_leads_to_those(guide: Article) -> None:
    enquiry = asked(guide)
    proposed = ProposedQuestion.objects.get()
    publish_answer(guide, "What notice must I give?")
    assert proposed.state == KINDS.PROPOSED

    editing.take_up(proposed, "What notice must I give?", by=staff.editor("ed"))

    assert questions.tell_answered() == 1
    [text] = told(enquiry)
    assert QUESTION in text
    assert "#what-notice-must-i-give" in text


def test_erasing_an_enquiry_leaves_the_question_and_forgets_who_asked(guide: Article) -> None:
    enquiry = asked(guide)
    assert disclosure.everything(enquiry)["questions_for_guides"] == [
        {"proposed__question": QUESTION, "wants_answer": True, "told_at": None}
    ]
    verbs.close(enquiry, "answered", people.consultant("kim"))
    erasure.erase(enquiry)

    assert not AskedQuestion.objects.exists()
    assert ProposedQuestion.objects.get().question == QUESTION


@pytest.mark.parametrize("state", ["spam", "restricted"])
def test_what_may_not_be_used_is_not_proposed(guide: Article, state: str) -> None:
    fields: dict[str, Any] = {"state": "spam"} if state == "spam" else {"is_restricted": True}
    enquiry = people.enquiry(guide=guide, **fields)
    with pytest.raises(NotAllowed):
        questions.propose(enquiry, guide, QUESTION, people.consultant(), wants_answer=False)


def test_the_worker_tells(guide: Article) -> None:
    enquiry = asked(guide)
    publish_answer(guide)
    call_command("work", "--once", verbosity=0)
    assert len(told(enquiry)) == 1

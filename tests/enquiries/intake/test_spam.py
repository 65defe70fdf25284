"""Honest enquiries raise no suspicion, spam does, and each reason can be read."""

import time
from typing import Any
from unittest.mock import patch

import pytest
from django.core import signing
from django.db.models.functions import Now
from pytest_django import DjangoAssertNumQueries

from enquiries import wordings
from enquiries.intake import spam, throttle
from enquiries.models import Enquiry, Wording

pytestmark = pytest.mark.django_db

VISITOR = "203.0.113.7"
WORDS = "We are looking for a tester who likes talking to developers."
LONG = "I have led teams in Leeds and Lagos. What I would like next is quieter work on databases. " * 55

# Name and message of people who want an answer.
HONEST = [
    ("Pat Example", "Please call me."),
    ("Jo", "Hi"),
    ("Siobhán O'Neil", WORDS),
    ("SARAH JONES", "I AM LOOKING FOR A JOB AS A DATA ENGINEER. PLEASE CALL ME AFTER 5PM."),
    ("D. T. Nguyễn", "Can you help with a move from Hanoi to Manchester? I hold a Skilled Worker visa."),
    ("محمد الأحمد", "أبحث عن عمل كمهندس برمجيات في لندن."),
    ("李明 (Ming Li)", "I am a machine learning engineer. My CV is attached. 谢谢"),
    ("Дмитрий Иванов (Dmitry)", "Ищу работу backend-разработчиком, Python и Go."),
    ("Αλέξανδρος Παπαδόπουλος", "I am moving from Athens to Leeds in May."),
    ("佐藤 さくら", "Data analyst, six years, looking for hybrid work."),
    ("Zoë Ångström-McDonald", "Do you place part-time engineers?"),
    ("J.R.R. Smith-Jones III", "My profile: https://www.linkedin.com/in/jrr-smith-jones-12345/"),
    ("Ada", "https://github.com/ada"),
    (
        "Ada Lovelace",
        "https://uk.linkedin.com/in/ada https://github.com/ada https://gitlab.com/ada https://ada.github.io",
    ),
    ("Tom", "Portfolio: https://tom.example, CV: https://drive.google.com/file/d/1, code: https://github.com/tom"),
    ("Priya Raman", "https://acme.example/careers/senior-engineer"),
    ("Bill", "We run an online casino in Gibraltar and need two Go developers."),
    ("Satoshi", "I built the order book of a bitcoin exchange and now want to leave crypto for health tech."),
    ("Mei", "I work in SEO at the moment and want to become a developer. Do you have SEO roles until then?"),
    ("Kofi Mensah", LONG),
    ("X Æ", "Hello,\r\n\r\nplease see below.\r\n\r\nThanks\r\n--\r\nX\r\n+44 161 496 0000\r\nwww.consultancy.example"),
    ("Web Dev", "I write things like <a href='/about'> and [link text](https://mine.example) all day."),
    ("pat@gmail.com", "Sorry, I put my e-mail in the wrong box first."),
    ("MacKenzie DeLaCruz", "JavaScript and TypeScript, PostgreSQL, GraphQL, DevOps."),
    ("Anne-Marie Lefèvre-d'Arcy", "Je cherche un poste à Londres. Puis-je vous écrire en français ?"),
    ("Ömer Şahin", "Merhaba, I need sponsorship. Is it worth applying?"),
    ("Nnamdi", "££££? What do you charge clients? 20%? Is the first month 100% refundable?"),
    ("Helen", "Could you write a guest lecture for our students? The university pays."),
    ("Rhys ap Gwilym", "Rwy'n chwilio am waith yng Nghaerdydd. 😀"),
    ("Fatima Z.", "We need 3 contractors, ASAP, budget £500-600/day, Java 21, Spring, Kafka, K8s, AWS!!!"),
]

# Name, message and the reasons that a consultant reads.
LINK = "The name contains a link."
CODE = "It contains a link written in code, as for forums or web pages."
SEVERAL = "The message contains several links."
ONLY = "The message is nothing but a link."
SHORTENED = "The message contains a shortened link, or one to a chat."
JUMBLED = ["The name is a jumble of letters.", "The message is a jumble of letters."]
DISHONEST = [
    ("Win an iPhone www.prizes.example", WORDS, [LINK]),
    ("https://prizes.example", WORDS, [LINK]),
    ("best-casino.top", WORDS, [LINK]),
    ("Bob", 'Nice site <a class="x" href="https://pills.example">pills</a>', [CODE]),
    ("Bob", "[url=https://pills.example]pills[/url]", [CODE]),
    ("Bob", "[URL]https://pills.example[/URL]", [CODE]),
    ("Bob", "https://a.example https://b.example\nhttps://c.example www.d.example", [SEVERAL, ONLY]),
    ("Bob", "https://bit.ly/3xYz", [ONLY, SHORTENED]),
    ("Bob", "HTTPS://T.ME/winner", [ONLY, SHORTENED]),
    ("gKdPqWxRtZbNm", "hJkLzXcVbNmQwErTy", None),
    ("oKjHdfPqWxZrT", "aSdFgHjKlQwErTyUi", None),
    ("XrumerTesterBotAiXy", "zXcVbNmAsDfGhJkL", None),
    (
        "Mike",
        "Our SEO services put you on the first page of Google.",
        ["It uses words that are common in spam: “first page of google”, “seo services”."],
    ),
    (
        "Mike",
        "Passive\nincome! Chat: https://wa.me/123",
        [SHORTENED, "It uses words that are common in spam: “passive income”."],
    ),
    (
        "Pаul",
        "Make money online today.",
        [
            "A word of the name mixes alphabets that look alike.",
            "It uses words that are common in spam: “make money online”.",
        ],
    ),
]


def stamped(seconds: float) -> str:
    """The stamp of a form that was opened so long ago."""
    with patch("django.core.signing.time.time", return_value=time.time() - seconds):
        return spam.stamp()


def reasons(name: str = "Pat", message: str = WORDS, email: str = "pat@example.org", **changed: str) -> list[str]:
    form = {"address": VISITOR, "honeypot": "", "stamp": stamped(30)} | changed
    return spam.reasons({"role": "client", "name": name, "email": email, "message": message, "cv": None}, **form)


def store(email: str, message: str = WORDS, **fields: Any) -> None:
    privacy = wordings.current(Wording.Kind.PRIVACY)
    Enquiry.objects.create(
        **{"token": email, "email": email, "message": message, "privacy_wording": privacy, "reply_due_at": Now()}
        | fields
    )


@pytest.mark.parametrize(("name", "message"), HONEST)
def test_an_honest_enquiry_raises_no_suspicion(name: str, message: str) -> None:
    assert reasons(name, message) == []


@pytest.mark.parametrize(("name", "message", "expected"), DISHONEST)
def test_spam_is_suspected_for_reasons_that_can_be_read(name: str, message: str, expected: list[str] | None) -> None:
    assert reasons(name, message) == (expected or JUMBLED)


def test_a_link_in_code_is_seen_in_any_answer() -> None:
    answers = {"name": "Pat", "email": "pat@example.org", "message": WORDS, "location": "[url=https://x.example]"}
    assert spam.reasons(answers, address=VISITOR, honeypot="", stamp=stamped(30)) == [CODE]


@pytest.mark.parametrize("seconds", [4, 60, 24 * 3600 - 60])
def test_a_form_filled_in_at_human_speed_is_not_suspected(seconds: float) -> None:
    assert reasons(stamp=stamped(seconds)) == []


def test_a_filled_honeypot_is_enough() -> None:
    assert reasons(honeypot="https://x.example") == ["A field that people cannot see was filled in."]


@pytest.mark.parametrize(
    ("stamp", "reason"),
    [
        ("", "The form’s time stamp was missing: it was not sent from our page."),
        ("form", "The form’s time stamp was forged."),
        ("form:1vA:nonsense", "The form’s time stamp was forged."),
        ("ünïcode:\x00:", "The form’s time stamp was forged."),
        (signing.TimestampSigner(salt="other").sign("form"), "The form’s time stamp was forged."),
    ],
    ids=["missing", "bare", "nonsense", "odd characters", "for another form"],
)
def test_a_stamp_that_we_did_not_make_is_enough(stamp: str, reason: str) -> None:
    assert reasons(stamp=stamp) == [reason]


@pytest.mark.parametrize(
    ("seconds", "reason"),
    [
        (0, "The form was sent less than 3 seconds after it was opened."),
        (25 * 3600, "The form was opened more than 24 hours before it was sent."),
    ],
)
def test_haste_and_delay_count_only_with_a_second_sign(seconds: float, reason: str) -> None:
    assert reasons(stamp=stamped(seconds)) == []
    assert reasons(message="https://x.example", stamp=stamped(seconds)) == [reason, ONLY]


@pytest.mark.parametrize(("before", "is_suspected"), [(5, False), (19, False), (20, True)])
def test_a_shared_address_is_suspected_only_when_it_sends_far_too_much(before: int, is_suspected: bool) -> None:
    for number in range(before):
        throttle.note(VISITOR, f"{number}@example.org")

    expected = [f"{before} other enquiries came from the same network address within an hour."]
    assert reasons() == (expected if is_suspected else [])
    assert reasons(address="203.0.113.8") == []


def test_more_than_five_in_an_hour_are_a_second_sign() -> None:
    for number in range(4):
        throttle.note(VISITOR, f"{number}@example.org")
    assert reasons(message="https://x.example") == []

    throttle.note(VISITOR, "4@example.org")
    rate = "5 other enquiries came from the same network address within an hour."
    assert reasons(message="https://x.example") == [rate, ONLY]


def test_more_than_three_a_day_for_one_email_are_enough() -> None:
    for _ in range(2):
        throttle.note("", "pat@example.org")
    assert reasons() == []

    throttle.note("", "pat@example.org")
    assert reasons() == ["3 other enquiries gave the same e-mail address within 24 hours."]
    assert reasons(email="sam@example.org") == []


def test_a_message_sent_again_after_a_mistyped_email_is_not_suspected() -> None:
    store("pat@exmaple.org")
    assert reasons() == []


def test_a_message_under_another_email_is_a_second_sign_and_under_three_is_enough() -> None:
    store("a@example.org")
    assert reasons(stamp=stamped(0))[1] == "The same message came from another e-mail address within a week."
    store("b@example.org")
    assert reasons() == []

    store("c@example.org")
    assert reasons() == ["The same message came from 3 other e-mail addresses within a week."]


def test_one_sender_may_repeat_a_message_and_short_words_are_common() -> None:
    for number in range(4):
        store(f"{number}@example.org", "Please call me.")
        store("PAT@example.org", token=f"again {number}")
    assert reasons() == []
    assert reasons(message="Please call me.") == []


def test_our_own_trials_and_old_messages_are_not_compared() -> None:
    for number in range(3):
        store(f"{number}@example.org", is_synthetic=True)
        store(f"old{number}@example.org", received_at=Now() - spam.LOOK_BACK)
    assert reasons() == []


def test_the_check_takes_a_fixed_number_of_queries(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    for number in range(3):
        with django_assert_num_queries(3):
            reasons()
        store(f"{number}@example.org")
        throttle.note(VISITOR, f"{number}@example.org")


def test_no_text_takes_long_to_judge() -> None:
    hostile = ["www." * 1250, "<a " * 1700, "a" * 5000, "aB" * 2500, "x-" * 2500 + ".", "[url" * 1250, "\u202e" * 5000]
    started = time.perf_counter()
    for text in hostile:
        reasons(text[:200], text)
    assert time.perf_counter() - started < 2

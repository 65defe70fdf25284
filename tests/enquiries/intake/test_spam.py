"""Honest enquiries are not held, spam is, and each reason can be read."""

import re
import time
from typing import Any
from unittest.mock import patch

import pytest
from django.core import signing
from django.db.models.functions import Now
from pytest_django import DjangoAssertNumQueries

from enquiries import wordings
from enquiries.intake import spam, throttle
from enquiries.intake.suspicion.signs import HELD_FROM, Sign
from enquiries.models import Enquiry, Wording

pytestmark = pytest.mark.django_db

VISITOR = "203.0.113.7"
WORDS = "We are looking for a tester who likes talking to developers."
PITCH = "Something for everybody, and it is here: https://thing.example"
TRAPPED = "A field that people cannot see was filled in."
FORGED = "The form’s time stamp was not ours, or was changed."
LINKED = "The message links elsewhere than to a profile."
OFF_TOPIC = "It is about neither work nor our agency."
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
    ("Gwen", "What do you charge? Is there a free replacement if somebody leaves? A refund?"),
    ("Huw", "We used another agency last year and got no refund when the person left. How do you handle that?"),
    ("Iris", "Could you call me about your pricing? I run a company of 12 people."),
    ("Jan", "Do you charge candidates? Is it free to join?"),
    ("Kath", "I found your guide on Google. Do you offer free CV reviews? I have been offered £60k but want more."),
    ("Len", "You sent me an email by mistake, please unsubscribe me and tell me where you got my address."),
    ("Mona", "Your website shows an error on my phone when I press send."),
    ("Noel", "My invoice says £400 but we agreed £300. Please check and call me today."),
    ("Fatima Z.", "We need 3 contractors, ASAP, budget £500-600/day, Java 21, Spring, Kafka, K8s, AWS!!!"),
]

# Words of a trade by those who work at it, want to leave it or hire for it.
TRADES = [
    "I led link building and guest post outreach as an SEO manager and would like a move.",
    "I moved an email database of 40 million rows and ran a bulk SMS platform on Kubernetes.",
    "I built a business loan engine and payday loan affordability checks for a lender.",
    "Led link building, ran guest post outreach, bought dofollow links from £40 each. CV attached.",
    "SEO lead, 8 years: backlinks, guest posts, first page of Google for 300 terms. Looking for a new role.",
    "We need an SEO manager to increase our website traffic and get our site to the top of Google.",
    "We are hiring an affiliate manager for our online casino: free spins, casino bonus, guaranteed traffic.",
    "My start-up does crypto investment and passive income apps. We want two Flutter developers.",
    "I was responsible for the viagra and cialis pages of an online pharmacy, 2 million visitors a month.",
    "As a trust and safety analyst I removed hot girls, make money online and adult dating adverts by the thousand.",
    "Content moderator here. Porn, escorts, hookups, casino bonus: I have seen it all and want to see SQL instead.",
    "I ran phishing simulations (“Your account has been suspended, click here to verify”) for banks. What do you have?",
    "I worked for a forex broker in Cyprus (binary options, crypto, trading bots) and would like an honest job.",
    "I'm a lending product manager: bad credit, no credit check, interest rate caps, collections.",
    "Do you place link builders? I have done guest posts and digital PR for brands that you know.",
    "You advertised a role in SEO. Is it still open? I get sites to rank on Google for a living.",
    "Hello dear, i am good in seo and google ads. you have job for me? i am cheap and hard working",
]
# What people ask a recruiter for sounds like business, too.
BUSINESS = [
    "What do you charge? Do you offer a discount for several hires? Can we schedule a call? Please send us your price list.",
    "Please send your prices and terms. Would you be interested in working with us? Let me know a good time to connect.",
    "I am a data scientist. I can send you my portfolio and help your clients. Let me know if you are interested. https://me.example",
    "I am a WordPress developer at £45 per hour, do you place people like me?",
    "Are you interested in Java developers? I have nine years, can start now, call me today on 0161 496 0000.",
    "We provide payroll software to schools. Do you have QA people on your books? We can pay £350 per day.",
    "We are a marketing agency. Our services are SEO, PPC and web design. We have lost our only PHP developer.",
    "We offer a competitive salary, 28 days of holiday, free parking and a guaranteed bonus.",
    "We sell sunglasses online and need a Shopify developer for six months. What would that cost?",
    "Is your website hacked? I got an e-mail from your company asking me to verify my bank account.",
    "Could you look at my website and tell me whether it would impress your clients? https://mywork.example",
    "I'd like to register. How do I sign up, and is it free?",
]
# Names of employers.
DOMAINS = [
    "Example.com Careers",
    "www.example.org",
    "https://example.net",
    "Jane at example.io",
    "example.co.uk",
    "Node.js Guild",
]

# Name, message and the signs that hold it.
DISHONEST = [
    ("Win an iPhone www.prizes.example", WORDS, {Sign.NAME_LINK, Sign.NAME_LURE}),
    ("best-casino.top", WORDS, {Sign.NAME_LINK, Sign.NAME_LURE}),
    ("Your balance of 2 BTC, withdraw now", WORDS, {Sign.NAME_LURE}),
    ("Bob", "[url=https://pills.example]pills[/url]", {Sign.LINK, Sign.FORUM_LINK}),
    ("Bob", "https://bit.ly/3xYz", {Sign.DISGUISED_LINK, Sign.ONLY_LINKS}),
    ("Bob", "HTTPS://T.ME/winner", {Sign.DISGUISED_LINK, Sign.ONLY_LINKS}),
    ("gKdPqWxRtZbNm", "hJkLzXcVbNmQwErTy", {Sign.NAME_JUMBLE, Sign.JUMBLE}),
    ("qwrtpsdf", "zxcvbnm lkjhgfds", {Sign.NAME_JUMBLE, Sign.JUMBLE}),
    (
        "Mike",
        "Our SEO services put you on the first page of Google.",
        {Sign.LURE, Sign.OFF_TOPIC, Sign.TO_READER, Sign.OFFER, Sign.SALE},
    ),
    ("Mike", "Passive\nincome! Chat: https://wa.me/123", {Sign.DISGUISED_LINK, Sign.LURE}),
    ("Pаul", "Make money online today.", {Sign.NAME_ALPHABETS, Sign.LURE}),
    (
        "Ann",
        "We offer web design. Interested?\n\nReply YES for a free quote.",
        {Sign.OFFER, Sign.APPROACH, Sign.PRICE, Sign.ORDER, Sign.SALE, Sign.OFF_TOPIC},
    ),
]


def stamped(seconds: float) -> str:
    """The stamp of a form that was opened so long ago."""
    with patch("django.core.signing.time.time", return_value=time.time() - seconds):
        return spam.stamp()


def reasons(name: str = "Pat", message: str = WORDS, email: str = "pat@example.org", **changed: Any) -> list[str]:
    form = {"address": VISITOR, "is_trapped": False, "stamp": stamped(30)} | changed
    return spam.reasons({"role": "client", "name": name, "email": email, "message": message, "cv": None}, **form)


def signs_of(reasons: list[str]) -> set[Sign]:
    """The signs that the reasons tell of, whatever was counted or found."""
    patterns = {sign: re.escape(sign.words).replace(r"\{\}", ".+") for sign in Sign}
    return {sign for sign, pattern in patterns.items() if any(re.fullmatch(pattern, reason) for reason in reasons)}


def store(email: str, message: str = WORDS, **fields: Any) -> None:
    privacy = wordings.current(Wording.Kind.PRIVACY)
    Enquiry.objects.create(
        **{"token": email, "email": email, "message": message, "privacy_wording": privacy, "reply_due_at": Now()}
        | fields
    )


@pytest.mark.parametrize(("name", "message"), HONEST)
def test_an_honest_enquiry_raises_no_suspicion(name: str, message: str) -> None:
    assert reasons(name, message) == []


@pytest.mark.parametrize("message", TRADES + BUSINESS)
def test_the_words_of_a_trade_are_no_offer(message: str) -> None:
    assert reasons(message=message) == []


@pytest.mark.parametrize("name", DOMAINS)
def test_a_domain_may_be_a_name(name: str) -> None:
    assert reasons(name) == []


@pytest.mark.parametrize(("name", "message", "signs"), DISHONEST)
def test_spam_is_held_for_reasons_that_can_be_read(name: str, message: str, signs: set[Sign]) -> None:
    assert signs_of(reasons(name, message)) == signs


def test_a_reason_quotes_what_was_found() -> None:
    found = reasons("Mike", "Our SEO services put you on the first page of Google.")
    assert found[0] == "It uses words that are common in spam: “first page of google”."


def test_only_what_honest_people_never_do_holds_an_enquiry_by_itself() -> None:
    assert {sign for sign in Sign if sign.weight >= HELD_FROM} == {Sign.NAME_LURE, Sign.FORUM_LINK, Sign.LURES}


def test_a_link_in_code_is_seen_in_any_answer() -> None:
    answers = {"name": "Pat", "email": "pat@example.org", "message": WORDS, "location": "[url=https://x.example]"}
    assert spam.reasons(answers, address=VISITOR, is_trapped=False, stamp=stamped(30)) == [
        "It contains a link written in code, as for forums."
    ]


@pytest.mark.parametrize("seconds", [4, 60, 24 * 3600 - 60])
def test_a_form_filled_in_at_human_speed_is_not_suspected(seconds: float) -> None:
    assert reasons(stamp=stamped(seconds), is_trapped=True, message=PITCH) == [TRAPPED, LINKED, OFF_TOPIC]


@pytest.mark.parametrize(
    ("stamp", "reason"),
    [
        ("", "The form’s time stamp was missing: it was not sent from our page."),
        ("form", FORGED),
        ("form:1vA:nonsense", FORGED),
        ("ünïcode:\x00:", FORGED),
        (signing.TimestampSigner(salt="other").sign("form"), FORGED),
    ],
    ids=["missing", "bare", "nonsense", "odd characters", "for another form"],
)
def test_a_stamp_that_we_did_not_make_counts_with_other_signs(stamp: str, reason: str) -> None:
    assert reasons(stamp=stamp) == []
    assert reasons(message=PITCH, stamp=stamp) == [reason, LINKED, OFF_TOPIC]


@pytest.mark.parametrize(
    ("seconds", "reason"),
    [
        (0, "The form was sent less than 3 seconds after it was opened."),
        (25 * 3600, "The form was opened more than 24 hours before it was sent."),
    ],
)
def test_haste_and_delay_count_with_other_signs(seconds: float, reason: str) -> None:
    assert reasons(stamp=stamped(seconds)) == []
    assert reasons(message=PITCH, stamp=stamped(seconds)) == [reason, LINKED, OFF_TOPIC]


def test_a_filled_trap_counts_with_other_signs() -> None:
    assert reasons(is_trapped=True) == []
    assert reasons(is_trapped=True, stamp=stamped(0), message="Hello?") == [
        TRAPPED,
        "The form was sent less than 3 seconds after it was opened.",
    ]


@pytest.mark.parametrize("before", [5, 20, 60, 200])
def test_everybody_behind_one_address_is_heard(before: int) -> None:
    for number in range(before):
        throttle.note(VISITOR, f"{number}@example.org")

    assert reasons() == []
    assert reasons(message="I study AI.", is_trapped=True) == []


def test_in_a_burst_less_is_enough() -> None:
    for number in range(throttle.BURST_PER_HOUR):
        assert reasons(message=PITCH) == []
        throttle.note(VISITOR, f"{number}@example.org")

    burst = "20 other enquiries came from the same network address within an hour."
    assert reasons(message=PITCH) == [burst, LINKED, OFF_TOPIC]
    assert reasons(message=PITCH, address="203.0.113.8") == []


def test_a_client_with_many_vacancies_is_heard_and_written_to_three_times_a_day() -> None:
    answers = {"name": "Pat", "email": "pat@example.org"}
    for _ in range(3):
        assert spam.why_not_acknowledged(answers, address=VISITOR) == ""
        throttle.note("", "pat@example.org")

    assert reasons() == []
    assert (
        spam.why_not_acknowledged(answers, address=VISITOR)
        == "This e-mail address has had its acknowledgements of the day."
    )
    assert spam.why_not_acknowledged(answers | {"email": "sam@example.org"}, address=VISITOR) == ""


def test_a_crowd_behind_one_address_is_not_written_to() -> None:
    for number in range(throttle.CROWD_PER_HOUR):
        throttle.note(VISITOR, f"{number}@example.org")

    answers = {"name": "Pat", "email": "pat@example.org"}
    why = "Too many enquiries came from the same network address."
    assert spam.why_not_acknowledged(answers, address=VISITOR) == why
    assert spam.why_not_acknowledged(answers, address="203.0.113.8") == ""


def test_a_link_for_a_name_is_not_sent_to_whoever_has_the_address() -> None:
    answers = {"name": "https://prizes.example", "email": "pat@example.org"}
    why = "The name is a link, which we would send to whoever has this e-mail address."
    assert spam.why_not_acknowledged(answers, address=VISITOR) == why
    assert spam.why_not_acknowledged(answers | {"name": "Example.com Careers"}, address=VISITOR) == ""


def test_a_message_sent_again_after_a_mistyped_email_is_not_suspected() -> None:
    store("pat@exmaple.org")
    assert reasons() == []


def test_a_message_under_another_email_counts_and_under_three_more() -> None:
    repeated = "The same message came from another e-mail address within a week."
    store("a@example.org", PITCH)
    assert reasons(message=PITCH) == [repeated, LINKED, OFF_TOPIC]

    store("b@example.org", PITCH)
    store("c@example.org", PITCH)
    assert reasons(message=PITCH)[0] == "The same message came from 3 other e-mail addresses within a week."


def test_the_words_that_a_stand_hands_out_may_be_sent_by_all() -> None:
    for number in range(30):
        store(f"{number}@example.org")
        throttle.note(VISITOR, f"{number}@example.org")
    assert reasons() == []


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
    hostile += ["i have " * 700, "need a b c d e f " * 300, "your " * 1000, "“a" * 2500, "i'd " * 1200, "£1,1" * 1250]
    started = time.perf_counter()
    for text in hostile:
        reasons(text[:200], text)
    assert time.perf_counter() - started < 2

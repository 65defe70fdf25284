"""The headers and bodies of mails, read by Python's own parser and by a reader that takes the standards at their word."""

import base64
import quopri
import re
from email import message_from_bytes, policy
from email.header import decode_header, make_header
from email.utils import getaddresses

import pytest
from hypothesis import example, given
from hypothesis import settings as effort
from hypothesis import strategies as st
from pytest_django import Settings

from articles.outbox.mail import compose
from articles.outbox.models import Message

ENCODED = re.compile(r"=\?utf-8\?(?P<how>[bq])\?(?P<what>[!-><@-~]+)\?=")
LONGEST_ENCODED_WORD, LONGEST_LINE, LONGEST_ALLOWED = 75, 78, 998
NAMES = [
    "François Agnieszka García López",
    "Ærøskøbing Ólafsdóttir-Þórðarson Žižek Dvořáková Nagy-Őszi Łukasz Ștefănescu İpek Ğ",
    "Ελένη Παπαδοπούλου",
    "Владимир Ковальчук Ґалаґан",
    "Գրիգոր Ճանապարհ ნინო ბერიძე",
    "יעל כהן محمد العربي فارسی‌زبان",
    "अनुष्का தமிழ்ச்செல்வி สมชาย ခင်ခင်",
    "王小明 田中さくら 김민준 Nguyễn Thị Hằng",
    "👩‍💻 🏴󠁧󠁢󠁳󠁣󠁴󠁿 Zoë",
    "=?utf-8?q?=00?=",
    "=?utf-8?q?=0ABcc:all=40example.org?=",
    "=?utf-8?b?AA==?= =?utf-8?b?AA==?=",
    "Pat =?iso-8859-1?q?a?= =? ?= ?",
    'Pat "the \\ tester" O\'Neil, (Ltd) <pat@example.org>; a_b = c',
    "x" * 200,
    "é" + "x" * 199,
    "王" * 80,
]
words = st.lists(st.text(st.characters(min_codepoint=33, max_codepoint=126), min_size=1, max_size=70), max_size=30)
texts = st.text(st.characters(codec="utf-8"), max_size=200) | words.map(" ".join) | st.sampled_from(NAMES)


def line_of(text: str) -> str:
    """What is left of a text in one line: neither control characters nor double spaces."""
    return " ".join(re.sub("[\x00-\x1f\x7f-\x9f\u2028\u2029]", " ", text).split())


def sent(*, sender: str = "Agency <website@agency.example>", settings: Settings | None = None, **fields: str) -> bytes:
    if settings:
        settings.DEFAULT_FROM_EMAIL = sender
    values = {"subject": "Hello", "text": "Hello\n", "html": "<p>Hello</p>", "recipient": "pat@example.org"}
    return compose(Message(message_id="<a.b@agency.example>", **values | fields)).message(policy=policy.SMTP).as_bytes()


def headers(content: bytes) -> dict[str, str]:
    """Name and unfolded value of each header, checked for what every line of them must keep."""
    head = content.split(b"\r\n\r\n")[0]
    assert re.fullmatch(rb"[ -~\r\n]*", head)
    lines = head.decode().split("\r\n")
    assert max(map(len, lines)) <= LONGEST_LINE
    assert all(re.match(r"[!-9;-~]+: |[ ]\S", line) for line in lines)
    return dict(line.split(": ", 1) for line in head.decode().replace("\r\n ", " ").split("\r\n"))


def strictly_decoded(value: str) -> str:
    """As RFC 2047 has it: an encoded word stands between white space, is short, and white space between two goes."""
    words = value.split(" ")
    found = [ENCODED.fullmatch(word) for word in words]
    assert all(match or "=?" not in word for match, word in zip(found, words, strict=True))
    assert all(len(word) <= LONGEST_ENCODED_WORD for match, word in zip(found, words, strict=True) if match)
    read = ""
    for number, (match, word) in enumerate(zip(found, words, strict=True)):
        read += "" if number == 0 or (match and found[number - 1]) else " "
        read += decoded(match) if match else word
    return read


def decoded(word: re.Match[str]) -> str:
    """Each word stands for whole characters."""
    if word["how"] == "b":
        return base64.b64decode(word["what"], validate=True).decode()
    return quopri.decodestring(word["what"], header=True).decode()


@effort(max_examples=60, deadline=None)
@given(texts)
@example("a" * 60 + " " + "b" * 61)
@example(" ")
@example("é \x00 é")
def test_a_subject_is_read_as_it_was_written(subject: str) -> None:
    content = sent(subject=subject)

    assert strictly_decoded(headers(content)["Subject"]) == line_of(subject)
    assert message_from_bytes(content, policy=policy.default)["Subject"] == line_of(subject)


@pytest.mark.parametrize("name", NAMES)
def test_the_name_in_an_address_is_read_as_it_was_written(name: str, settings: Settings) -> None:
    quoted = name.replace("\\", "\\\\").replace('"', '\\"')

    content = sent(sender=f'"{quoted}" <website@agency.example>', settings=settings)

    written = headers(content)["From"]
    who, _space, address = written.rpartition(" ")
    assert address == "<website@agency.example>"
    assert strictly_decoded(who) in (name, f'"{quoted}"')
    # Python's newer parser keeps the white space between the encoded words of a name, which is its own fault.
    [(read, _address)] = getaddresses([message_from_bytes(content)["From"].replace("\n", "")])
    assert str(make_header(decode_header(read))) == name


def test_a_short_line_of_ascii_stays_readable_in_the_source() -> None:
    assert headers(sent(subject="New enquiry: O'Neil & Sons, hiring"))["Subject"] == (
        "New enquiry: O'Neil & Sons, hiring"
    )


@effort(max_examples=60, deadline=None)
@given(texts.map(lambda text: text.replace("\r", "")))
@example("é" * 5000)
@example(".\n..\nFrom me\n" + "x" * 5000)
def test_a_body_needs_no_server_that_takes_eight_bits_and_loses_nothing(body: str) -> None:
    content = sent(text=f"{body}\n", html=f"<p>{body}</p>")

    assert content.isascii()
    assert max(map(len, content.split(b"\r\n"))) <= LONGEST_LINE
    read = message_from_bytes(content, policy=policy.default)
    texts = [part.get_content().replace("\r\n", "\n").rstrip("\n") for part in read.iter_parts()]
    assert texts == [body.rstrip("\n"), f"<p>{body}</p>"]


def test_a_long_message_id_is_one_word_wherever_it_stands() -> None:
    long = f"<{'x' * 90}@www.a-rather-long-name-of-an-agency-for-recruitment.example.org>"

    content = sent(in_reply_to=long)

    assert content.count(f" {long}\r\n".encode()) == 2
    assert len(long) < LONGEST_ALLOWED

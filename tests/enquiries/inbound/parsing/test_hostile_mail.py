"""Whatever arrives is read: no bytes raise, no word and no file gets lost, and the largest mails have bounds."""

import re
from base64 import encodebytes
from collections import Counter
from html import escape
from quopri import encodestring

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from enquiries.inbound.parsing import Kind, read
from enquiries.inbound.parsing.mime.parts import DEEPEST, MOST_PARTS
from tests.enquiries.inbound.parsing.test_corpus import CORPUS

CORPUS_BYTES = [path.read_bytes() for path in sorted(CORPUS.glob("*.eml"))]
WORD = st.sampled_from(
    ["salary", "Zoë", "500", "a@example.org", "面接", "شكرا", "co-op", "=3D", "&amp", "From", "--b0"]
)
# Lines that mean something to whoever folds a mail.
OPENERS = st.sampled_from(
    [
        *(
            "> ",
            ">> >",
            "-- ",
            "--",
            "From: Ann <ann@example.org>",
            "Sent: 3 November 2025 10:12",
            "Subject: x",
            "To: b",
        ),
        *("On Mon, 3 Nov 2025 at 10:12, Ann <ann@example.org> wrote:", "wrote:", "________________________________"),
        *("-----Original Message-----", "Sent from my iPhone", "", " ", "Von: Ann", "Begin forwarded message:"),
    ]
)
TEXT = st.lists(st.one_of(st.lists(WORD, max_size=4).map(" ".join), OPENERS), max_size=12).map("\n".join)
TAGS = st.sampled_from(
    [
        *("<p>", "<div>", "<br>", "</div>", "</p>", "<b>", "</b>", "<blockquote type=cite>", "</blockquote>", "<td>"),
        *(
            "<blockquote>",
            "<div class='gmail_attr'>",
            "<div id='divRplyFwdMsg'>",
            "<li>",
            "<ul>",
            "<pre>",
            "</pre>",
            "<tr>",
        ),
        *(
            "<a href='https://example.org/'>",
            "</a>",
            "<div class='gmail_signature'>",
            "<hr>",
            "<ol start=9>",
            "</ol>",
            "<!-- x -->",
        ),
    ]
)
HTML = st.lists(st.one_of(WORD.map(lambda word: f" {escape(word)} "), TAGS), max_size=25).map("".join)


def mail(text: str, kind: str = "plain", encoding: str = "8bit") -> bytes:
    return f"From: bob@example.com\nSubject: x\n{leaf_headers(kind, encoding)}\n".encode() + encoded(text, encoding)


def leaf_headers(kind: str, encoding: str) -> str:
    return f"Content-Type: text/{kind}; charset=utf-8\nContent-Transfer-Encoding: {encoding}\n"


def encoded(text: str, encoding: str) -> bytes:
    match encoding:
        case "base64":
            return encodebytes(text.encode())
        case "quoted-printable":
            return encodestring(text.encode())
    return text.encode()


def words(*texts: str) -> Counter[str]:
    """The words, without what only marks quoted lines, and those that something stands before."""
    return Counter(word for text in texts for word in re.sub(r"^[> ]+", "", text, flags=re.MULTILINE).split())


@given(st.one_of(st.binary(max_size=200), st.tuples(*[st.sampled_from(CORPUS_BYTES)] * 2, *[st.integers(0, 900)] * 2)))
def test_no_bytes_raise(raw):
    """Noise, and mails that were cut anywhere and put together."""
    if isinstance(raw, tuple):
        first, second, end, begin = raw
        raw = first[:end] + second[begin:]
    found = read(raw)
    assert Kind(found.kind) is found.kind
    assert "\x00" not in found.text + found.quoted + found.html + found.subject + found.sender_name


# The last line of base64 is "MA==", then "MDk=": shorter than a group of four without its padding.
@example("salary " * 7 + "to be 500", "base64")
@example("salary " * 7 + "to be 5009", "base64")
@given(TEXT, st.sampled_from(["8bit", "base64", "quoted-printable"]))
def test_no_word_of_plain_text_gets_lost(text, encoding):
    found = read(mail(text, encoding=encoding))
    assert words(found.text, found.quoted) == words(text)


@given(HTML)
def test_no_word_of_html_gets_lost(html):
    found = read(mail(html, "html"))
    plain = re.sub(r"<!--.*?-->|<[^>]*>", " ", html).replace("&amp;", "&")
    assert not words(plain) - words(found.text, found.quoted)


@st.composite
def trees(draw, depth: int = 0) -> tuple[bytes, list[str], list[bytes]]:
    """A part of a mail, the words that are shown of it, and the files in it."""
    if depth == 3 or draw(st.booleans()):
        return draw(leaves())
    boundary = draw(st.sampled_from(["b0", "=_b 1", "b.2:'()", "b"])) + f"_{depth}x"
    children = draw(st.lists(trees(depth=depth + 1), min_size=1, max_size=3))
    kind = draw(st.sampled_from(["mixed", "related", "signed", "unheard-of"]))
    head = f'Content-Type: multipart/{kind}; boundary="{boundary}"\n\npreamble\n'.encode()
    body = b"".join(b"--%s\n%s\n" % (boundary.encode(), child[0]) for child in children)
    end = draw(st.sampled_from([b"--%s--\n" % boundary.encode(), b""]))
    return (
        head + body + end,
        [word for child in children for word in child[1]],
        [file for child in children for file in child[2]],
    )


@st.composite
def leaves(draw) -> tuple[bytes, list[str], list[bytes]]:
    if draw(st.booleans()):
        content = draw(st.binary(max_size=40))
        head = "Content-Type: application/pdf; name=cv.pdf\nContent-Transfer-Encoding: base64\n\n"
        return head.encode() + encodebytes(content), [], [content]
    text = " ".join(draw(st.lists(st.sampled_from(["salary", "Zoë", "500", "面接"]), min_size=1, max_size=4)))
    encoding = draw(st.sampled_from(["8bit", "base64", "quoted-printable"]))
    kind = draw(st.sampled_from(["plain", "html"]))
    return leaf_headers(kind, encoding).encode() + b"\n" + encoded(text, encoding), text.split(), []


@given(trees())
def test_no_word_and_no_file_of_a_tree_gets_lost(tree):
    raw, said, files = tree
    found = read(b"From: bob@example.com\nMIME-Version: 1.0\n" + raw)
    assert words(found.text, found.quoted) == Counter(said)
    assert [file.content for file in found.files] == files


def nested(depth: int) -> bytes:
    heads = "".join(f'Content-Type: multipart/mixed; boundary="b{place}"\n\n--b{place}\n' for place in range(depth))
    ends = "".join(f"\n--b{place}--\n" for place in reversed(range(depth)))
    return f"From: bob@example.com\n{heads}Content-Type: text/plain\n\nat the bottom{ends}".encode()


def test_parts_nested_a_thousand_deep_are_kept_as_a_file():
    found = read(nested(1000))
    assert [b"at the bottom" in file.content for file in found.files] == [True]
    assert found.remarks == (
        f"This mail has more than {MOST_PARTS} parts, or parts more than {DEEPEST} deep. The rest is kept in one file.",
    )
    assert read(nested(DEEPEST)).text == "at the bottom"


@pytest.mark.parametrize(
    "raw",
    [
        b"From: bob@example.com\nContent-Type: multipart/mixed; boundary=b\n\n" + b"--b\n\nx\n" * 500_000,
        b"From: bob@example.com\n\n" + b"\n" * 2_000_000 + b"x",
        b"From: bob@example.com\n" + b"A: b\n" * 200_000 + b"\nx",
        b"From: bob@example.com\nContent-Type: text/html\n\n" + b"<b></p>" * 60_000 + b"x",
        b"From: bob@example.com\nContent-Type: text/html\n\n" + b"<ul><li>a" * 6_000 + b"x",
        b"From: bob@example.com\nContent-Type: text/html\n\n" + b"<blockquote type=cite>x" * 6_000,
        b"From: bob@example.com\nTo: "
        + b"((<a@example.org>, " * 10_000
        + b"\nSubject: "
        + b"=?utf-8?q?x" * 10_000
        + b"\n\nx",
        b"From: " + b"; a=b" * 20_000 + b"\n\nx",
    ],
    ids=["parts", "lines", "headers", "tags", "lists", "quotations", "one header", "one sender"],
)
def test_a_mail_made_to_take_long_is_read_and_nothing_of_it_lost(raw):
    """With the standard library's parsers each of these takes seconds or minutes, when they are ten times as long hours."""
    found = read(raw)
    assert (found.text + found.quoted).endswith("x") or b"x" in found.files[-1].content
    assert len(found.text + found.quoted + found.html) < 5 * len(raw)


def test_a_long_text_is_cut_and_kept_whole_as_a_file():
    found = read(mail("All of it\n" * 20_000))
    assert [(file.name, len(file.content)) for file in found.files] == [("text.txt", 200_000)]
    assert found.remarks == ("This mail is too long to be shown whole. All of it is in the file.",)
    assert found.text.startswith("All of it\nAll of it")

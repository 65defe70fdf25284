"""Under which name a browser saves a file."""

import re
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.lib import attachments


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Jane Doe", "Jane Doe"),
        ("Zoë O’Neil-Łuczak", "Zoë O’Neil-Łuczak"),
        ("Zoe\u0308", "Zoë"),
        ("../../etc/passwd", "etc passwd"),
        ("C:\\Windows\\me", "C Windows me"),
        ("Jane\tDoe\r\n", "Jane Doe"),
        ("Jane\u202egpj.exe", "Janegpj.exe"),
        ("Jane \u200bDoe\u2028", "Jane Doe"),
        (".htaccess", "htaccess"),
        ('What? *Who* <me> | "you"', "What Who me you"),
        ("Jane. ", "Jane"),
        ("x" * 200, "x" * 60),
        ("\ud800Jane", "Jane"),
        (" ..\u200b/", ""),
    ],
)
def test_words_become_a_name_for_any_system(words: str, name: str) -> None:
    assert attachments.file_name(words) == name


@pytest.mark.parametrize(
    ("name", "header"),
    [
        ("Jane Doe CV.pdf", 'attachment; filename="Jane Doe CV.pdf"'),
        ("100% me.pdf", "attachment; filename=\"100 me.pdf\"; filename*=UTF-8''100%25%20me.pdf"),
        ("Đorđe.csv", "attachment; filename=\"Dorde.csv\"; filename*=UTF-8''%C4%90or%C4%91e.csv"),
    ],
)
def test_the_header_has_the_name_and_one_for_old_readers(name: str, header: str) -> None:
    assert attachments.disposition(name) == header


@given(words=st.text())
def test_no_words_break_the_header(words: str) -> None:
    name = f"{attachments.file_name(words)} CV.pdf"
    header = attachments.disposition(name)
    match = re.fullmatch(
        r"attachment; filename=\"([^\"\\%\x00-\x1f\x7f]+)\"(?:; filename\*=UTF-8''([\w%.~-]+))?", header, re.ASCII
    )
    assert match
    assert unquote(match[2] or match[1]) == name
    assert len(name.encode()) <= 255

"""An assistant’s marks for its sources hold a guide back; numbers of notes do not."""

import pytest

from articles.gate.checks.residue.citations import CHECKS
from tests.articles.gate.checks.residue.reading import in_paragraph


@pytest.mark.parametrize(
    "text",
    [
        "Most reply within a week【12†L3-L5】.",
        "Notice is one month :contentReference[oaicite:3]{index=3}.",
        "Half of teams hire in spring. citeturn0search2",
        "The rate rose [^1^].",
        "Notice is one month.[cite: 12]",
        "Read https://www.gov.uk/notice?utm_source=chatgpt.com first.",
        "sandbox:/mnt/data/guide.docx",
    ],
)
def test_marks_are_found(text):
    assert in_paragraph(CHECKS, text) == [("chat-citation", "blocks")]


@pytest.mark.parametrize(
    "text",
    [
        "According to the Office for National Statistics [12], pay rose.",
        "The footnote† is below.",
        "An answer with “【4†source】” came from a chat.",
        "Read https://www.gov.uk/notice?utm_source=newsletter first.",
    ],
)
def test_other_notes_pass(text):
    assert in_paragraph(CHECKS, text) == []

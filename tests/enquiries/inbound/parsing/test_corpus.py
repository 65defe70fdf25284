"""Mails in the shapes that mail programs and servers write; people, words and addresses are made up."""

import tomllib
from dataclasses import asdict
from pathlib import Path

import pytest

from enquiries.inbound.parsing import Incoming, read

CORPUS = Path(__file__).parent.parent / "corpus"
EXPECTED = tomllib.loads((CORPUS / "expected.toml").read_text())
# What most tables leave out, since it is the same in most mails.
OPTIONAL = ("subject", "sender_name", "recipients")


def told(mail: Incoming, expected: dict) -> dict:
    """What the mail says, in the shape of the table."""
    values = {
        "kind": str(mail.kind),
        "sender": mail.sender,
        "text": mail.text,
        "quoted": mail.quoted[: len(expected.get("quoted", "")) or None],
        "files": [file.name for file in mail.files],
        "inline": [file.name for file in mail.files if file.is_inline],
        "remarks": len(mail.remarks),
        "report": {name: value for name, value in asdict(mail.report).items() if name != "said"}
        if mail.report
        else None,
    }
    values |= {name: getattr(mail, name) for name in OPTIONAL if name in expected}
    return {
        name: list(value) if isinstance(value, tuple) else value
        for name, value in values.items()
        if value or name in ("text", "sender")
    }


@pytest.mark.parametrize("name", EXPECTED)
@pytest.mark.parametrize("line_end", [b"\n", b"\r\n"], ids=["lf", "crlf"])
def test_mail_is_read_as_its_reader_would(name, line_end):
    raw = (CORPUS / f"{name}.eml").read_bytes().replace(b"\n", line_end)
    assert told(read(raw), EXPECTED[name]) == EXPECTED[name]


def test_every_mail_has_its_table():
    assert {path.stem for path in CORPUS.glob("*.eml")} == set(EXPECTED)

"""What is read as a table of entries, and what is refused, with a sentence that says what to do."""

import pytest

from enquiries.importing import decoding, packed, tables, uploads
from enquiries.importing.decoding import Unreadable
from tests.enquiries.importing import files

ROW = "Zoë,zoe@example.org,Für später,2026-05-01"
TEXT = f"{files.HEADER}\r\n{ROW}"


def cells(content: bytes) -> list[tuple[int, tuple[str, ...]]]:
    return list(uploads.read(content).rows)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_every_encoding_of_an_export_is_read(encoding: str) -> None:
    assert cells(TEXT.encode(encoding)) == [(2, tuple(ROW.split(",")))]


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_every_separator_is_told_by_the_header(separator: str) -> None:
    assert cells(TEXT.replace(",", separator).encode()) == [(2, tuple(ROW.split(",")))]


def test_a_separator_in_quotation_marks_is_none() -> None:
    table = uploads.read(b'"Name, in full";"E-mail";"Message"\n"A";"a@example.org";"1, 2, 3, 4, 5"')

    assert table.headings == ("Name, in full", "E-mail", "Message")
    assert table.rows == ((2, ("A", "a@example.org", "1, 2, 3, 4, 5")),)


def test_rows_have_the_numbers_that_a_spreadsheet_shows() -> None:
    content = b'sep=,\nName,Message,Date\nAda,"Two\nlines",1/5/2026\n\nBen,Hello,2/5/2026'

    assert cells(content) == [(3, ("Ada", "Two\nlines", "1/5/2026")), (5, ("Ben", "Hello", "2/5/2026"))]


def test_a_header_that_stands_there_again_is_no_entry() -> None:
    table = uploads.read(files.csv("name,e-mail_1,your-message,date", ROW, files.HEADER, ROW.replace("Zoë", "Ada")))

    assert [number for number, _ in table.rows] == [3, 5]
    assert table.repeated_headers == 2


def test_rows_that_are_longer_or_shorter_are_named_and_the_others_read() -> None:
    table = uploads.read(files.csv(ROW, "Ada,ada@example.org", f"{ROW},more", f"{ROW},,"))

    assert [number for number, _ in table.rows] == [2, 5]
    assert table.faults == (
        (3, "It has 2 cells, and the header has 4."),
        (4, "It has 5 cells, and the header has 4."),
    )


def test_columns_of_one_name_get_names_of_their_own_and_those_without_a_number() -> None:
    assert uploads.read(b"Name,Name,,Name (2)\na,b,c,d").headings == ("Name", "Name (2)", "Column 3", "Name (2) (2)")


def test_quotation_marks_are_read_as_older_plug_ins_escaped_them() -> None:
    content = b'"Name","Message"\n"Ada","She said \\"yes\\", then left"'

    assert cells(content) == [(2, ("Ada", 'She said "yes", then left'))]


def test_what_keeps_a_spreadsheet_from_running_a_cell_is_taken_off() -> None:
    content = (
        b"Name,Phone,Message\nAda,'+44 161 496 0001,\"(Security Alert: Suspicious content is detected. "
        b'See https://contactform7.com/flamingo-211/ for details.) =1+1"'
    )

    assert cells(content) == [(2, ("Ada", "+44 161 496 0001", "=1+1"))]


def test_lines_with_labels_in_one_cell_become_columns() -> None:
    content = b'Date,Submission\n2026-05-01,"Name: Ada\nMessage: One\nand two\nLink: https://example.org"\n2026-05-02,"Name: Ben\nMessage: Hi"'
    table = uploads.read(content)

    assert table.headings == ("Date", "Name", "Message", "Link")
    assert [cells for _, cells in table.rows] == [
        ("2026-05-01", "Ada", "One\nand two", "https://example.org"),
        ("2026-05-02", "Ben", "Hi", ""),
    ]


@pytest.mark.parametrize(
    "cell", ["Hours: any", "Dear all\nName: Ada\nAge: 9", "https://example.org\nhttps://example.com", "a:1:{broken"]
)
def test_words_that_only_look_like_labels_stay_one_cell(cell: str) -> None:
    table = tables.Table(("Date", "Message"), ((2, ("2026-05-01", cell)), (3, ("2026-05-02", "Just words"))))

    assert packed.unfolded(table) == table


def test_an_object_of_php_is_text() -> None:
    assert cells(b'Name,Message\nAda,"O:8:""stdClass"":1:{s:1:""a"";s:1:""b"";}"') == [
        (2, ("Ada", 'O:8:"stdClass":1:{s:1:"a";s:1:"b";}'))
    ]


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"PK\x03\x04rest", "This is an Excel workbook or a ZIP file."),
        (b"\xd0\xcf\x11\xe0rest", "This is an older Excel workbook."),
        (b"%PDF-1.7", "This is a PDF."),
        (b'{"entries": []}', "This is JSON."),
        (b"<!DOCTYPE html><html>", "This is a web page or an XML file."),
        (b"", "There is nothing in this file."),
        (b"  \r\n ,, \n", "There is nothing in this file."),
        (b"Name,Email\nAda,\x00", "Line 2 holds a sign that no text has (NUL)."),
        (b"Message\nHello", "There is only one column in this file."),
        (b"Name,Email", "There is a header in this file, and no entry under it."),
        (b"Ada,ada@example.org,Hello\nBen,ben@example.org,Hi", "The first row is an entry."),
        (b'Name,Message\nAda,"open\nBen,Hi', "Row 2 cannot be read as CSV"),
        (b"Name,Message\nAda," + b"x" * 131_073, "Row 2 cannot be read as CSV"),
        (b",".join([b"x"] * 201) + b"\n1", "This file has 201 columns."),
    ],
)
def test_what_is_no_file_of_entries_is_refused(content: bytes, sentence: str) -> None:
    with pytest.raises(Unreadable) as refused:
        uploads.read(content)

    assert str(refused.value).startswith(sentence)


def test_a_file_that_is_too_large_is_refused_before_it_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(decoding, "LARGEST", 5)

    with pytest.raises(Unreadable, match="This file is larger than 20 MB"):
        decoding.decoded(b"123456")


def test_more_entries_than_a_file_may_have_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables, "MOST_ROWS", 2)

    with pytest.raises(Unreadable, match="These are 3 entries"):
        uploads.read(files.people(3))

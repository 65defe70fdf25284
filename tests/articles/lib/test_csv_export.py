"""A table that a spreadsheet opens without running anything."""

import pytest

from articles.lib import csv_export


def test_a_table_keeps_its_accents_and_its_quotes() -> None:
    response = csv_export.response("a-table", ("Guide", "Count"), [("Łódź, “a” guide", 3), ('Say "hi"', None)])

    assert response.content.decode() == '\ufeffGuide,Count\r\n"Łódź, “a” guide",3\r\n"Say ""hi""",\r\n'
    assert response.content[:3] == b"\xef\xbb\xbf"
    assert response.headers["Content-Type"] == "text/csv; charset=utf-8"
    assert response.headers["Content-Disposition"] == 'attachment; filename="a-table.csv"'


@pytest.mark.parametrize(
    "value",
    [
        "=1+1",
        "+1",
        "-1",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "\n=1",
        "\ttext",
        "\rtext",
        " =1",
        "\u00a0=1",
        "＝1",
        "=HYPERLINK()",
    ],
)
def test_what_a_spreadsheet_would_run_is_marked_as_text(value: str) -> None:
    assert csv_export.cell(value) == f"'{value}"


@pytest.mark.parametrize("value", ["", "1 = 1", "a+b", "– no guide", "'quoted", "e-mail", 0, -3, 4.5, None])
def test_everything_else_stays_as_it_is(value: object) -> None:
    assert csv_export.cell(value) == value


def test_headings_are_made_safe_too() -> None:
    response = csv_export.response("a-table", ("=1",), [])
    assert response.content.decode() == "\ufeff'=1\r\n"

"""The headings of a table say what they head, so that a screen reader names them with each cell."""

import re

import pytest

from articles.document.richtext import render

HEADING = re.compile(r"<th\b([^>]*)>(.*?)</th>")


def headings(html):
    """Each heading of the rendered table with its scope."""
    found = HEADING.findall(render(f"<table>{html}</table>"))
    return {words: re.search(r'scope="(\w+)"', attributes)[1] for attributes, words in found}


def row(*cells):
    return "<tr>" + "".join(cell if cell.startswith("<") else f"<td>{cell}</td>" for cell in cells) + "</tr>"


def th(words, span=""):
    return f"<th{span}>{words}</th>"


DATA = row(th("Junior"), "1", "2")


@pytest.mark.parametrize(
    "corner", ["<td></td>", "<th></th>", "<td>&nbsp;</td>", "<td><p>\u200b</p></td>", "<td><br></td>"]
)
def test_columns_are_headed_beside_an_empty_corner(corner):
    found = headings(row(corner, th("UK"), th("US")) + DATA)
    assert found == {"UK": "col", "US": "col", "Junior": "row"}


def test_columns_are_headed_beside_a_corner_that_is_no_heading():
    assert headings(row("Level", th("UK"), th("US")) + DATA) == {"UK": "col", "US": "col", "Junior": "row"}


def test_a_row_of_headings_heads_its_columns():
    assert headings(row(th("Level"), th("Pay")) + row("Junior", "1")) == {"Level": "col", "Pay": "col"}


def test_a_heading_in_the_head_heads_its_column_whatever_stands_beside_it():
    found = headings(f"<thead>{row(th('Level'), 'from', 'to')}</thead><tbody>{DATA}</tbody>")
    assert found == {"Level": "col", "Junior": "row"}


def test_empty_cells_do_not_turn_a_row_around():
    found = headings(row(th("Level"), th("UK"), th("US")) + row(th("Junior"), "", "") + row(th("Senior"), "", "2"))
    assert found == {"Level": "col", "UK": "col", "US": "col", "Junior": "row", "Senior": "row"}


def test_an_empty_column_does_not_turn_the_head_around():
    assert headings(row(th("UK"), "", th("US")) + row("1", "2", "3")) == {"UK": "col", "US": "col"}


def test_rows_alone_are_headed():
    assert headings(row(th("Pay"), "1") + row(th("Place"), "2")) == {"Pay": "row", "Place": "row"}


def test_several_head_rows_head_columns_and_their_groups():
    html = (
        row(th("Level", ' rowspan="2"'), th("Pay", ' colspan="2"'))
        + row(th("UK"), th("US"))
        + row(th("Junior"), "1", "2")
    )
    assert headings(html) == {"Level": "col", "Pay": "colgroup", "UK": "col", "US": "col", "Junior": "row"}
    assert '<table><colgroup span="1"></colgroup><colgroup span="2"></colgroup><tbody>' in render(
        f"<table>{html}</table>"
    )


def test_a_heading_across_the_table_heads_the_rows_beneath():
    html = (
        row(th("Level"), th("Pay"))
        + row(th("London", ' colspan="2"'))
        + row(th("Junior"), "1")
        + row(th("Leeds", ' colspan="2"'))
        + row(th("Senior"), "2")
    )
    assert headings(html) == {
        "Level": "col", "Pay": "col", "London": "rowgroup", "Junior": "row", "Leeds": "rowgroup", "Senior": "row",
    }  # fmt: skip
    assert render(f"<table>{html}</table>").count("<tbody>") == 3


def test_a_heading_of_several_rows_heads_each_of_them():
    html = row(th("Senior", ' rowspan="2"'), "UK", "70") + row("US", "130")
    assert headings(html) == {"Senior": "row"}


def test_cells_moved_aside_by_a_tall_one_stay_in_their_columns():
    html = row("", th("UK"), th("US")) + row('<td rowspan="2">Senior</td>', "70", "80") + row("90", "100")
    assert headings(html) == {"UK": "col", "US": "col"}


def test_an_empty_heading_is_a_cell():
    assert render("<table><tr><th></th><th>UK</th></tr></table>").count("<th") == 1


def test_a_table_inside_a_cell_has_headings_of_its_own():
    inner = f"<table>{row('', th('a'))}{row(th('b'), '1')}</table>"
    assert headings(row(th("Level"), th("Pay")) + row(f"<td>{inner}</td>", "1")) == {
        "Level": "col", "Pay": "col", "a": "col", "b": "row",
    }  # fmt: skip


@pytest.mark.parametrize("span", ["999", "0", "-1", "x"])
def test_extreme_spans_are_harmless(span):
    cell = f'<td rowspan="{span}" colspan="{span}">a</td>'
    assert render(f"<table>{row(th('x'), cell) * 60}</table>").count("<tr>") == 60

"""Lists, tables and numbered headings: what the gate finds in their shape, and what it turns typed ones into."""

from datetime import date

import pytest

from articles.document import Document, Text
from articles.gate.checks.structure import heading_numbers, lists, tables, typed_lists, typed_tables
from articles.gate.context import SiteContext
from articles.gate.prose.document_text import DocumentText

FACTS = SiteContext(today=date(2026, 11, 24))
TWO = "<ul><li>Contract</li><li>Form</li></ul>"
HEAD = "<thead><tr><th>Level</th><th>Notice</th></tr></thead>"


def findings(module, content):
    document = Document(blocks=(Text(html=content),))
    return [finding for check in module.CHECKS for finding in check(DocumentText(document), FACTS)]


def names(module, content):
    return [finding.check for finding in findings(module, content)]


def mended(module, content):
    (finding,) = findings(module, content)
    return finding.fix(Document(blocks=(Text(html=content),))).blocks[0].html


@pytest.mark.parametrize("blank", ["", " ", "<strong></strong>", "<p></p>", "<br>", "&nbsp;", "\u200b"])
def test_an_empty_item_is_found_and_taken_out(blank):
    content = f"<ul><li>Contract</li><li>{blank}</li><li>Form</li></ul>"
    assert names(lists, content) == ["list-item-empty"]
    assert mended(lists, content) == TWO


@pytest.mark.parametrize(
    ("content", "check"),
    [
        ("<ol><li>Passport</li></ol>", "list-of-one"),
        ("<p>Bring on the day:</p><ul><li>Passport</li></ul>", "list-of-one"),
        ("<ol><li>Ask</li></ol><ol><li>Sign</li></ol>", "list-in-pieces"),
        ("<ol><li>Ask</li></ol><p>Then wait.</p><ol><li>Sign</li></ol>", "list-in-pieces"),
        (
            "<ul><li>Ask early.</li><li>the manager decides</li><li>Signing the form</li><li>Wait</li></ul>",
            "list-uneven",
        ),
        ("<ul><li>Ask early.</li><li>Wait a week</li><li>Sign the form.</li><li>Start.</li></ul>", "list-uneven"),
    ],
)
def test_a_list_of_a_bad_shape_is_found(content, check):
    assert names(lists, content) == [check]


@pytest.mark.parametrize(
    "content",
    [
        TWO,
        f"{TWO}<p>And these, on the first day:</p>{TWO}",
        "<ul><li>a passport;</li><li>a form; and</li><li>a pen.</li></ul>",
        "<ul><li>Linux and the shell</li><li>the way that traffic flows</li><li>what a team needs</li></ul>",
        "<ul><li>GitHub release note</li><li>British Council letter</li><li>markdown file</li></ul>",
        "<ul><li>Ask<ul><li>the manager</li></ul></li><li>Wait</li></ul>",
        '<ul><li><a href="/x/">What to ask</a></li></ul>',
        "<h2>Papers</h2><ul><li>A passport is enough on the first day.</li></ul>",
        "<p>Note:</p><ul><li>Ask the manager</li></ul>",
        "<ul><li>Ask early.</li><li>Wait a week</li><li>Sign the form.</li><li>Shoes</li></ul>",
        "<ul><li>A pen</li><li>Paper, ink etc.</li><li>A chair</li><li>A desk</li></ul>",
        "<ul><li>Ask first. Then wait.</li><li>Sign</li><li>Start</li></ul>",
    ],
)
def test_a_list_of_a_good_shape_passes(content):
    assert findings(lists, content) == []


@pytest.mark.parametrize(
    ("content", "wanted"),
    [
        (
            "<p>- Ask</p><p>- Wait a <em>week</em></p><p>Done.</p>",
            "<ul><li>Ask</li><li>Wait a <em>week</em></li></ul><p>Done.</p>",
        ),
        ("<p>So:</p><p>1. Ask</p><p>2. Wait</p>", "<p>So:</p><ol><li>Ask</li><li>Wait</li></ol>"),
        ("<p>a) Ask</p><p>b) Wait</p>", '<ol type="a"><li>Ask</li><li>Wait</li></ol>'),
        ("<p>• Ask</p><p>• Wait</p>", "<ul><li>Ask</li><li>Wait</li></ul>"),
    ],
)
def test_a_typed_list_becomes_a_list(content, wanted):
    assert mended(typed_lists, content) == wanted
    assert findings(typed_lists, wanted) == []


@pytest.mark.parametrize(
    "text",
    [
        "* Send the start time",
        "1) Choose a buddy",
        "– Order the laptop",
        "1. Order the laptop 2. Ask for accounts 3. Start",
    ],
)
def test_one_typed_item_is_found_and_left_to_the_editor(text):
    (finding,) = findings(typed_lists, f"<p>Ask early.</p><p>{text}</p><p>Wait.</p>")
    assert (finding.check, finding.fix) == ("list-typed-by-hand", None)


def test_typed_lists_and_tables_are_told_once_and_made_together():
    items = "<p>Ask early.</p><p>- a CV</p><p>- a photo</p><p>Then wait.</p><p>- a call</p><p>- a letter</p>"
    (finding,) = findings(typed_lists, items)
    assert "The guide has 2 such places." in finding.advice
    assert mended(typed_lists, items).count("<ul>") == 2
    rows = "<p>Level | Pay</p><p>Junior | £40,000</p>"
    (finding,) = findings(typed_tables, f"{rows}<p>Ask early.</p>{rows}")
    assert "The guide has 2 such places." in finding.advice


@pytest.mark.parametrize(
    "content",
    [
        "<p>“We wait.”</p><p>– Anna Berg, engineer</p>",
        "<p>Pay fell*.</p><p>* By our own count.</p>",
        "<p>-5% is what the year brought.</p>",
        "<p>I. M. Pei built it. A. Turing did not.</p>",
        "<p>1. Small teams</p><p>They decide in a day and know each other well.</p>"
        "<p>2. Large teams</p><p>They decide in a month, and somebody has to be asked.</p>",
        "<p>Now that you know about 1. bias 2. structure and 3. law, go on.</p>",
        "<p>A day – or two – is enough – mostly.</p>",
    ],
)
def test_what_only_looks_like_an_item_passes(content):
    assert findings(typed_lists, content) == []


def test_a_table_typed_with_bars_becomes_a_table():
    content = "<p>Level | Pay | Notice</p><p>--- | --- | ---</p><p>Junior | £30,000 | 1 month</p>"
    wanted = (
        "<table><thead><tr><th>Level</th><th>Pay</th><th>Notice</th></tr></thead>"
        "<tbody><tr><td>Junior</td><td>£30,000</td><td>1 month</td></tr></tbody></table>"
    )
    assert mended(typed_tables, content) == wanted
    assert findings(typed_tables, wanted) == []


@pytest.mark.parametrize(
    "text",
    [
        "Level | Pay | Notice",
        "Level Pay Notice Junior £30,000 1 month Senior £60,000 3 months",
        "Junior ........ £30,000",
        "Level\tPay\tNotice",
        "Junior;£30,000;1 month",
    ],
)
def test_a_row_pasted_as_text_is_found_without_a_repair(text):
    (finding,) = findings(typed_tables, f"<p>{text}</p>")
    assert (finding.check, finding.fix) == ("table-typed-by-hand", None)


@pytest.mark.parametrize(
    "text",
    [
        "Juniors earn £30,000 and seniors £60,000 in most teams.",
        "Wait for it... and then wait.",
        "12 High Street Leeds LS1 4AB",
        "Use a | b in the shell, and never a || b.",
        "What you need to know about notice | The handbook of a team",
    ],
)
def test_a_sentence_is_no_table(text):
    assert findings(typed_tables, f"<p>{text}</p>") == []


@pytest.mark.parametrize(
    ("rows", "check"),
    [
        (
            "<tbody><tr><td>Level</td><td>Notice</td></tr><tr><td>Junior</td><td>1 month</td></tr></tbody>",
            "table-without-headings",
        ),
        (
            "<thead><tr><th></th><th></th></tr></thead><tbody><tr><td>Junior</td><td>1 month</td></tr></tbody>",
            "table-without-headings",
        ),
        (
            "<thead><tr><th>Level</th><th></th></tr></thead><tbody><tr><td>Junior</td><td>1 month</td></tr></tbody>",
            "table-column-unnamed",
        ),
        (
            f"{HEAD}<tbody><tr><td>Junior</td><td></td></tr><tr><td>Senior</td><td></td></tr></tbody>",
            "table-cells-empty",
        ),
        (f"{HEAD}<tbody><tr><td>Junior</td><td>1 month</td></tr><tr><td>Senior</td></tr></tbody>", "table-cells-empty"),
        (HEAD, "table-cells-empty"),
    ],
)
def test_a_table_with_gaps_is_found(rows, check):
    assert names(tables, f"<table>{rows}</table>") == [check]


def test_tables_without_headings_are_told_once():
    table = "<table><tbody><tr><td>Junior</td><td>1 month</td></tr></tbody></table>"
    (finding,) = findings(tables, table * 3)
    assert (finding.check, "The guide has 3 such places." in finding.advice) == ("table-without-headings", True)


def test_a_whole_table_passes_with_a_blank_corner_and_cells_across():
    corner = "<table><thead><tr><th></th><th>Low</th></tr></thead><tbody><tr><th>Leeds</th><td>£40k</td></tr></tbody></table>"
    across = (
        f'<table>{HEAD}<tbody><tr><td colspan="2">None</td></tr><tr><td>Lead</td><td>1 month</td></tr></tbody></table>'
    )
    assert findings(tables, corner + across) == []


def numbered(*headings):
    return "".join(f"<h2>{heading}</h2><p>A sentence.</p>" for heading in headings)


@pytest.mark.parametrize(
    ("headings", "excerpt"),
    [
        (["1. Ask", "2. Wait", "4. Sign"], "4. Sign"),
        (["Step 1: Ask", "Step 3: Sign"], "Step 3: Sign"),
        (["Step one: ask", "Step three: sign"], "Step three: sign"),
        (["1) Ask", "2) Wait", "2) Sign"], "2) Sign"),
        (["a. Ask", "b. Wait", "d. Sign"], "d. Sign"),
    ],
)
def test_headings_that_miscount_are_found(headings, excerpt):
    assert [one.excerpt for one in findings(heading_numbers, numbered(*headings))] == [excerpt]


@pytest.mark.parametrize(
    "headings",
    [
        ["1. Ask", "2. Wait", "Pay", "3. Sign"],
        ["Week 1: Ask", "Week 2: Wait", "Week 1: Begin again"],
        ["3. Sign", "2. Wait", "1. Ask"],
        ["2026 in figures", "5 ways to wait", "3.5 days a week"],
        ["Level 3 engineers", "Level 5 engineers"],
    ],
)
def test_headings_that_count_on_or_do_not_count_pass(headings):
    assert findings(heading_numbers, numbered(*headings)) == []

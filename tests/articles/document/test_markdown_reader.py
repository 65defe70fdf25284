"""A guide as Markdown is read as the guide is: by a CommonMark reader with GitHub's tables and strikethrough."""

import re
from html import escape

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from articles import document as doc
from articles.document import rich_markdown, richtext
from articles.document.markdown import to_markdown, with_full_addresses
from tests.articles.document.markdown_reader import Outline, read
from tests.articles.documents import documents

WORDS = (
    "a", "b", "word", "é", "👩", "£40", "“q”", "1", "2.", "1.", "1)", "-", "+", "=", "==", "---", "#", "*", "_", "`", "```",
    "~", "~~~", "!", "[x]", "[x]: y", "(y)", "<b>", "&amp;", "&", "|", "\\", ":-:", "www.x.org", "https://x.org/",
    "a@b.org", ".", ",", ":", "?", " ", "  ", "\u00a0", "\t", "a_b", "2*3",
)  # fmt: skip
ADDRESSES = (
    "/x", "#p", "", "https://e.org/a(b)c", "https://e.org/s?q=a)b", "https://e.org/s?q=a b", "https://e.org/a\\b",
    "https://e.org/?a=1&amp;copy=2&amp;copy;x", "https://e.org/&lt;x&gt;", "mailto:a@b.org", "/a|b", "/*a*_b_`c`", "/[x]", "/é",
)  # fmt: skip
plain = st.lists(st.sampled_from(WORDS), min_size=1, max_size=4).map(lambda words: escape("".join(words), quote=False))


def joined(pieces, **sizes):
    return st.lists(pieces, **sizes).map("".join)


def element(tags, content, attributes=("",)):
    parts = st.tuples(st.sampled_from(tags), st.sampled_from(attributes), content)
    return parts.map(lambda part: f"<{part[0]}{part[1]}>{part[2]}</{part[0]}>")


def lists(inside):
    items = joined(element(["li"], joined(inside, min_size=1, max_size=3)), min_size=1, max_size=3)
    return element(["ul"], items) | element(["ol"], items, ["", ' start="4"', ' start="0"'])


LINKS = [f' href="{href}"' for href in ADDRESSES]
inline = st.recursive(
    plain | st.just("<br>"),
    lambda inner: (
        element(["strong", "em", "s", "sup", "sub", "code"], joined(inner, min_size=1, max_size=3))
        | element(["a"], joined(inner, min_size=1, max_size=2), LINKS)
    ),
    max_leaves=6,
)
texts = joined(inline, min_size=1, max_size=3)
paragraphs = element(["p"], texts)
flat_lists = lists(texts | paragraphs)
nested_lists = lists(texts | paragraphs | lists(texts | paragraphs | flat_lists))
cells = element(
    ["td", "th"],
    st.just("") | texts | joined(paragraphs, min_size=1, max_size=2),
    ["", "", ' colspan="2"', ' rowspan="2"', ' colspan="2" rowspan="2"'],
)
tables = element(["table"], joined(element(["tr"], joined(cells, min_size=1, max_size=3)), min_size=1, max_size=3))
rich_texts = joined(
    paragraphs | texts | element(["h2", "h3"], texts) | flat_lists | nested_lists | tables, min_size=1, max_size=4
)


@given(rich_texts)
@example('<p><a href="/x"><strong> </strong>-</a></p>')
def test_rich_text_is_read_as_it_is(html):
    html = richtext.without_blank_items(richtext.sanitise(html))
    page, reader = Outline(html), Outline(read(rich_markdown.to_markdown(html)))
    assert reader.words == page.words
    assert reader.links == page.links
    assert reader.headings == page.headings
    assert reader.items == page.items
    assert reader.telling == page.telling
    assert [cell for cell in reader.cells if cell] == [cell for cell in page.cells if cell]


def leads_somewhere(block):
    """Whether a block is itself a link, or has one beside its texts; never more than one."""
    match block:
        case doc.CallToAction() | doc.Download():
            return True
        case doc.Video():
            return bool(block.film or block.hosted)
        case doc.PullFigure():
            return bool(block.source and block.link)
    return False


def without_brackets(text):
    """Without what surrounds raised text where nothing can be raised."""
    return text.replace("[", "").replace("]", "")


FILE = doc.File(name="files/0123456789abcdef/survey.pdf", size=1_200_000)
LEADING = (
    doc.Video(title="A [film]", film=FILE),
    doc.Video(title="Another", address="https://vimeo.com/76979871", transcript="<p>Said.</p>"),
    doc.Video(title="A third", address="https://films.example.org/"),
    doc.Download(title="A survey | 2026", text="What it holds.", file=FILE),
    doc.PullFigure(number="3 in 5", text="say so", source="A count", address="https://www.example.org/a(b)"),
    doc.PullFigure(number="3 in 5", text="say so", source="A count", address="javascript:alert(1)"),
)


COUNTED = doc.Figure(image=doc.Image(name="pictures/0.webp", width=1, height=1), caption="0", credit="A camera")


@given(documents)
@example(doc.Document(blocks=LEADING))
@example(doc.Document(blocks=(COUNTED,)))
@example(doc.Document(blocks=(doc.Text(html="<sup>1. raised</sup>"),)))
@example(doc.Document(blocks=(doc.Text(html='<a href="/"><br><p>One link</p></a>'),)))
@example(doc.Document(blocks=(doc.Text(html='<a href="/">One link<p>in two blocks</p></a>'),)))
def test_every_word_and_link_of_a_whole_guide_is_read(document):
    reader = Outline(read(to_markdown(document)))
    said = without_brackets("".join(reader.text.split()))
    at = 0
    for word in " ".join([document.title, *doc.words(document)]).split():
        letters = without_brackets(word)
        at = said.find(letters, at)
        assert at >= 0, word
        at += len(letters)
    rich = [Outline(getattr(block, name)) for block in document.shown() for name in block.rich]
    links = sum(page.linked for page in rich) + sum(map(leads_somewhere, document.shown()))
    unseen = sum(not words for page in rich for _, words in page.links)  # of these, those around a block go
    assert links <= len(reader.links) <= links + unseen


def markdown(html):
    return rich_markdown.to_markdown(richtext.sanitise(html))


def table(*rows):
    return f"<table>{''.join(f'<tr>{row}</tr>' for row in rows)}</table>"


@pytest.mark.parametrize(
    ("html", "written"),
    [
        ('Wow!<a href="https://e.org/">link</a>', r"Wow\![link](https://e.org/)"),
        ('<a href="https://e.org/s?q=a)b">x</a>', "[x](https://e.org/s?q=a%29b)"),
        ('<a href="https://e.org/s?q=a b">x</a>', "[x](https://e.org/s?q=a%20b)"),
        ('<a href="https://e.org/?a&amp;copy;">x</a>', r"[x](https://e.org/?a\&copy;)"),
        ("<strong>Note:</strong>text", "**Note**:text"),
        ("a<strong> bold </strong>b", "a **bold** b"),
        ("in<em>ter</em>nal", "in*ter*nal"),
        ("<s>£45,000</s>£48,000", "~~£45,000~~£48,000"),
        ("x<s>£45</s>", "x<s>£45</s>"),
        ("£40,000<sup>1</sup> and H<sub>2</sub>O", "£40,000<sup>1</sup> and H<sub>2</sub>O"),
        ("<strong>a <em>b</em></strong>", "**a *b***"),
        ("run<code>pip install *</code>, not<code>a_b&lt;c</code>", "run`pip install *`, not`a_b<c`"),
        ("<code>a|b</code> or <code>`c`</code>", r"<code>a\|b</code> or <code>\`c\`</code>"),
        ("<strong><code>a</code></strong> <code>b<em>c</em></code>", "**`a`** <code>b*c*</code>"),
        ("<strong>a</strong><strong>b</strong>", "**ab**"),
        ("see www.e.org or https://e.org or a@e.org", r"see www\.e.org or https\://e.org or a\@e.org"),
        ("first<br>- second<br><br>3. third", "first  \n\\- second  \n3\\. third"),
        ("a &amp;amp; b &lt;br&gt;", r"a \&amp; b \<br\>"),
    ],
)
def test_a_paragraph_is_written_so_that_it_is_read_as_meant(html, written):
    assert markdown(f"<p>{html}</p>") == written


@pytest.mark.parametrize(
    ("html", "written"),
    [
        ('<ol start="4"><li>Four</li><li>Five</li></ol>', "4. Four\n5. Five"),
        ('<ol type="a"><li>x</li><li><p>y</p></li></ol>', "- a. x\n- b. y"),
        ('<ol type="I" start="4"><li>x</li></ol>', "- IV. x"),
        ('<ol start="-1"><li>x</li></ol>', r"- -1. x".replace("-1", r"\-1")),
        ("<ol reversed><li>x</li><li>y</li></ol>", "2. x\n\n1) y"),
        ("<ul><li>a</li></ul><ul><li>b</li></ul>", "- a\n\n* b"),
        ("<ol><li>a</li></ol><ol><li>b</li></ol>", "1. a\n\n1) b"),
        ("<ul><li>a<ul><li>b</li></ul></li></ul>", "- a\n  - b"),
        ('<ul><li>a<ol start="4"><li>b</li></ol></li></ul>', "- a\n\n  4. b"),
        ("<ul><li><p>a</p><p>b</p></li><li>c</li></ul>", "- a\n\n  b\n\n- c"),
    ],
)
def test_a_list_keeps_its_numbers_and_its_items(html, written):
    assert markdown(html) == written


@pytest.mark.parametrize(
    ("rows", "written"),
    [
        (
            ["<th>Level</th><th>Region</th><th>Pay</th>", '<td rowspan="2">Senior</td><td>UK</td><td>70</td>', "<td>US</td><td>130</td>"],
            "| Level | Region | Pay |\n| --- | --- | --- |\n| Senior | UK | 70 |\n|  | US | 130 |",
        ),
        (
            ['<th rowspan="2">Level</th><th colspan="2">Pay</th>', "<th>UK</th><th>US</th>", "<td>Junior</td><td>1</td><td>2</td>"],
            "| Level | Pay |  |\n| --- | --- | --- |\n|  | UK | US |\n| Junior | 1 | 2 |",
        ),
        (["<td>a</td><td>b</td>"], "|  |  |\n| --- | --- |\n| a | b |"),
        (["<td></td><th>UK</th>", "<th>Pay</th><td>1</td>"], "|  | UK |\n| --- | --- |\n| Pay | 1 |"),
        (
            ["<th>x</th>", "<td><p>a|b</p><ul><li>c</li><li>d</li></ul><ol><li>e</li></ol></td>"],
            "| x |\n| --- |\n| a\\|b<br>c<br>d<br>1. e |",
        ),
        (['<th colspan="999">x</th>', "<td>y</td>"], "| x |\n| --- |\n| y |"),
    ],
)  # fmt: skip
def test_a_table_keeps_its_columns(rows, written):
    assert markdown(table(*rows)) == written


def test_links_within_the_page_lead_to_it_from_anywhere():
    text = r"[a](#pay) [b\\](/x/) [c](?q=1) [d](https://e.org/) \[e\](/y/) [f](mailto:a@b.org)"
    full = with_full_addresses(text, "https://a.example/guides/g/")
    assert re.findall(r"\]\(([^)]*)\)", full) == [
        "https://a.example/guides/g/#pay", "https://a.example/x/", "https://a.example/guides/g/?q=1", "https://e.org/", "/y/",
        "mailto:a@b.org",
    ]  # fmt: skip

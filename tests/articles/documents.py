"""Strategies for documents of every kind, with the texts that break things."""

from dataclasses import fields
from datetime import date
from typing import get_type_hints

from hypothesis import strategies as st

from articles import document as doc
from articles.document.salary_bands import BASES, CURRENCIES
from tests import cast

AWKWARD = (
    "",
    " ",
    "دليل مهندس التعلم الآلي",
    "\u202eright to left\u202c",
    "שלום, עולם",
    "👩🏽‍💻🏴󠁧󠁢󠁷󠁬󠁳󠁿",
    "Z̸̈́a͂l̑g̈o",
    "nul\x00 and bell\x07",
    "lone \ud800 surrogates \udfff",
    "lines\r\nand\x0bmore\u2028lines\x85here",
    "*not* _emphasis_ `nor` [a](link) #1 ~~x~~ | a | b | > ! \\",
    "1. not a list",
    "- nor this",
    "&amp; &lt;b&gt; &#1; &nbsp;",
    "https://agency.example/?a=1&b=2",
    "picture.jpg",
    "{{ title }} {% url %} %s %(x)s",
)
TAGS = (
    "<p>", "</p>", "<br>", "<ul>", "<ol>", "</ul>", "<li>", "</li>", "<strong>", "</strong>", "<em>", "</em>",
    "<b>", "</b>", "<i>", "</i>", "<h1>", "<h2>", "</h2>", "<h3>", "</h3>", "<h4>", "<table>", "</table>", "<thead>",
    "<tbody>", "<tr>", "</tr>", "<th>", "<td>", "<td colspan=2>", "<td rowspan='>'>", '<a href="/">', "</a>",
    '<a href="//?&amp;">', "<div>", "</div>", "<object>", "</object>", "<button>", "</button>",
    "<s>", "</s>", "<sup>", "</sup>", "<sub>", "</sub>", "<ol start=4 type=a reversed>", "<ol start='>'>", "<del>",
    "<code>", "</code>", "<code>`</code>", "<code> | </code>", "<kbd>", "</kbd>",
)  # fmt: skip
HOSTILE_TAGS = (
    "<script>", "</script>", "<style>", "</style>", "<svg>", "<math>", "<mglyph>", "<noscript>", "</noscript>",
    "<template>", "<textarea>", "<title>", "<select>", "<iframe>", "<plaintext>", "<frameset>", "<!--", "-->",
    "<![CDATA[", "]]>", "<img src=x onerror=alert(1)>", '<a href="java&#1;script:alert(1)">', "<a onclick='x'",
    "<p style=x", '"', "'", ">", "<", "&#x0;", "&#13;", "\x01", "&#xd800;", "<form>", "<input autofocus>",
)  # fmt: skip

texts = st.one_of(st.sampled_from(AWKWARD), st.text(st.characters(), max_size=40))
tags = st.sampled_from(TAGS)
rich_texts = st.lists(st.one_of(tags, tags, texts), max_size=12).map("".join)
hostile_texts = st.lists(st.one_of(tags, st.sampled_from(HOSTILE_TAGS), texts), max_size=16).map("".join)
dates = st.dates()
sizes = st.integers(1, 20_000)
percents = st.integers(0, 100)
images = st.builds(
    doc.Image,
    name=st.uuids().map("pictures/{}.webp".format),
    width=sizes,
    height=sizes,
    focus_x=percents,
    focus_y=percents,
)
files = st.builds(doc.File, name=st.uuids().map("files/{}/survey.pdf".format), size=st.integers(0, 2**40))
amounts = st.integers(0, 10_000_000)
figures = st.builds(
    doc.SalaryFigure,
    level=texts,
    region=texts,
    currency=st.sampled_from([*CURRENCIES, "XXX"]),
    low=amounts,
    high=amounts,
    open_ended=st.booleans(),
    basis=st.sampled_from([*BASES, "hearsay"]),
    source=texts,
    as_of=dates,
)
speakers = st.builds(doc.Speaker, slug=texts, name=texts, role=texts, portrait=st.none() | images)
salary_tables = st.builds(
    doc.SalaryTable, role=texts, role_name=texts, figures=st.lists(figures, max_size=4).map(tuple)
)


def lines_of(kind, **parts):
    """Lines of a block, each made of texts."""
    texts_of = {entry.name: parts.get(entry.name, texts) for entry in fields(kind)}
    return st.lists(st.builds(kind, **texts_of), max_size=4).map(tuple)


def blocks_of(kind, speakers=speakers, images=images):
    """Any block of the kind, each field filled by what may stand in it."""
    by_type = {
        str: texts,
        bool: st.booleans(),
        date | None: st.none() | dates,
        doc.Image | None: st.none() | images,
        doc.Speaker | None: st.none() | speakers,
        doc.File | None: st.none() | files,
        tuple[str, ...]: st.lists(texts, max_size=4).map(tuple),
        tuple[doc.Step, ...]: lines_of(doc.Step),
        tuple[doc.Part, ...]: lines_of(doc.Part),
        tuple[doc.Moment, ...]: lines_of(doc.Moment),
        tuple[doc.ComparisonRow, ...]: lines_of(doc.ComparisonRow, values=st.lists(texts, max_size=4).map(tuple)),
    }
    hints = get_type_hints(kind)
    by_name = {entry.name: by_type[hints[entry.name]] for entry in fields(kind)} | dict.fromkeys(kind.rich, rich_texts)
    if kind is doc.CallToAction:
        by_name["role"] = st.sampled_from(["candidate", "client", "other"])
    return st.builds(kind, **by_name)


def blocks(salary_tables=salary_tables, **parts):
    """Any block of any kind."""
    others = (kind for kind in doc.BLOCKS.values() if kind is not doc.SalaryTable)
    return st.one_of(salary_tables, *(blocks_of(kind, **parts) for kind in others))


def bodies(**parts):
    return st.lists(blocks(**parts), max_size=8).map(tuple)


documents = st.builds(
    doc.Document,
    slug=texts,
    title=texts,
    standfirst=texts,
    description=texts,
    topic=texts,
    author=texts,
    hero=blocks_of(doc.Figure),
    blocks=bodies(),
)
# Bodies whose authors and roles are those of the cast, so that they can be stored; of the pictures one is gone. A file of
# the library has one size.
storable_bodies = bodies(
    speakers=st.sampled_from(cast.SPEAKERS),
    salary_tables=st.sampled_from([cast.ENGINEER, cast.UNPAID]),
    images=st.sampled_from(
        [
            doc.Image(name=cast.PICTURE, width=12, height=8),
            doc.Image(name="pictures/gone.webp", width=1600, height=900),
        ]
    ),
)

EMPTY_BLOCKS = (*(kind() for kind in doc.BLOCKS.values() if kind is not doc.SalaryTable), cast.UNPAID)
LONG = "word " * 20_000
LONG_BLOCKS = (
    doc.Text(html=f"<p>{LONG}</p>"),
    doc.KeyTakeaways(items=(LONG, LONG)),
    doc.Insight(html=f"<p>{LONG}</p>", speaker=cast.DESK),
    doc.QuestionAnswer(question=LONG, answer=LONG),
    doc.Quote(text=LONG, source=LONG),
    doc.FinalTakeaway(html=LONG),
    doc.CallToAction(heading=LONG, text=LONG, label=LONG),
)

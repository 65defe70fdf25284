"""Strategies for documents of every kind, with the texts that break things."""

from hypothesis import strategies as st

from articles import document as doc
from articles.document.salary_bands import BASES, CURRENCIES
from tests.articles import cast

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


def figures_of(images):
    return st.builds(
        doc.Figure, image=st.none() | images, alt=texts, decorative=st.booleans(), caption=texts, credit=texts
    )


pictures = figures_of(images)


def blocks(speakers=speakers, salary_tables=salary_tables, pictures=pictures):
    """Any block of the nine kinds."""
    return st.one_of(
        st.builds(doc.Text, html=rich_texts),
        pictures,
        st.builds(doc.KeyTakeaways, items=st.lists(texts, max_size=4).map(tuple)),
        salary_tables,
        st.builds(doc.Insight, html=rich_texts, speaker=st.none() | speakers, said_on=st.none() | dates),
        st.builds(doc.QuestionAnswer, question=texts, answer=rich_texts),
        st.builds(doc.Quote, text=texts, source=texts),
        st.builds(doc.FinalTakeaway, html=rich_texts),
        st.builds(
            doc.CallToAction,
            role=st.sampled_from(["candidate", "client", "other"]),
            heading=texts,
            text=texts,
            label=texts,
        ),
    )


def bodies(**kinds):
    return st.lists(blocks(**kinds), max_size=8).map(tuple)


documents = st.builds(
    doc.Document,
    slug=texts,
    title=texts,
    standfirst=texts,
    description=texts,
    topic=texts,
    author=texts,
    hero=pictures,
    blocks=bodies(),
)
# Bodies whose authors and roles are those of the cast, so that they can be stored; of the pictures one is gone.
storable_bodies = bodies(
    speakers=st.sampled_from(cast.VOICES),
    salary_tables=st.sampled_from([cast.ENGINEER, cast.UNPAID]),
    pictures=figures_of(
        st.builds(doc.Image, name=st.sampled_from([cast.PICTURE, "pictures/gone.webp"]), width=sizes, height=sizes)
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

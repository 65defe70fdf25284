"""Sample data for the page on which staff see every component: one of each block, and what lists are made of."""

from collections.abc import Iterator
from datetime import date, datetime
from zoneinfo import ZoneInfo

from articles.document.blocks import (
    SHAPES,
    Block,
    CallToAction,
    Comparison,
    ComparisonRow,
    Diagram,
    Document,
    Download,
    Figure,
    File,
    FinalTakeaway,
    Image,
    Insight,
    KeyTakeaways,
    Moment,
    Part,
    PullFigure,
    QuestionAnswer,
    Quote,
    SalaryFigure,
    SalaryTable,
    Speaker,
    Step,
    Steps,
    Text,
    Timeline,
    Tip,
    Video,
)
from articles.models import Article, Author, Picture, Revision, Topic
from articles.public.breadcrumbs import Crumb
from articles.public.listing import Listing

PUBLISHED = datetime(2026, 3, 2, 9, tzinfo=ZoneInfo("Europe/London"))
CRUMBS = (Crumb("Home", "/"), Crumb("Guides", "/guides/"), Crumb("This page"))
TEXT = (
    "<h2>A heading of the second level</h2><p>A paragraph of <strong>strong</strong> and <em>stressed</em> words, <code>code</code>, with "
    '<a href="/guides/">a link</a>.</p><ul><li>One point</li><li>Another<ul><li>and one beneath it</li></ul></li></ul>'
    "<h3>A heading of the third level</h3><ol><li>First</li><li>Then</li></ol><table><thead><tr><th>Column</th>"
    "<th>Numbers</th></tr></thead><tbody><tr><td>A row</td><td>1,111</td></tr><tr><td>Another</td><td>2,808</td></tr>"
    "</tbody></table>"
)


def topics() -> list[Topic]:
    return [Topic(pk=1, name="Roles", slug="roles"), Topic(pk=2, name="A topic with a long name", slug="long")]


def person(portrait: Image | None) -> Author:
    return Author(
        name="Sam Sample",
        slug="sam-sample",
        role="Editor",
        biography="<p>Sam writes samples, so that colleagues can see how a page looks before anything is written.</p>",
        picture=Picture(file=portrait.name, width=portrait.width, height=portrait.height) if portrait else None,
    )


def card(hero: Image | None, author: Author) -> Revision:
    """A guide as lists show it, saved nowhere."""
    return Revision(
        article=Article(),
        slug="a-sample-guide",
        title="What a sample looks like when its title takes two lines",
        standfirst="Two sentences are enough. They say what the guide is about and what a reader gets from it.",
        topic=topics()[0],
        author=author,
        hero={"image": {"name": hero.name, "width": hero.width, "height": hero.height}} if hero else {"image": None},
        reading_minutes=4,
        published_at=PUBLISHED,
        updated_at=PUBLISHED,
    )


def listings(author: Author) -> list[Listing]:
    """The first, a later and the last page of a list."""
    ways = (("", None, "?after=3"), ("?after=3", "", "?after=2"), ("?after=2", "?after=3", None))
    guides = [card(None, author)]
    return [Listing(guides=guides, query=query, newer=newer, older=older) for query, newer, older in ways]


def document(picture: Image | None, portrait: Image | None) -> Document:
    """One of each block, and the states in which a block can be."""
    return Document(slug="a-sample-guide", title="A sample guide", blocks=tuple(_blocks(picture, portrait)))


def _blocks(picture: Image | None, portrait: Image | None) -> Iterator[Block]:
    speaker = Speaker(slug="sam-sample", name="Sam Sample", role="Recruits for tests", portrait=portrait)
    yield KeyTakeaways(items=("What a reader in a hurry must know.", "It fits on a card, in three to five points."))
    yield Text(html=TEXT)
    yield Figure(
        image=picture, alt="A sample picture", caption="A caption says what the picture shows.", credit="Credit"
    )
    yield Figure(image=picture, decorative=True)
    yield from _diagrams()
    yield Video(
        title="A film at another host is a still until somebody presses play",
        address="https://vimeo.com/76979871",
        image=picture,
        length="1:02",
        shown_since=date(2026, 5, 4),
        transcript="<p>What is said in the film, for those who cannot hear it.</p>",
    )
    yield Video(
        title="A film of ours is played from this site",
        film=File(name="files/0123456789abcdef/a-sample.mp4", size=1_200_000),
        captions=File(name="files/0123456789abcdef/a-sample.vtt", size=1_200),
        image=picture,
        length="0:12",
    )
    yield Steps(
        title="Steps have an order",
        items=(
            Step(name="Do this first.", detail="A word or two on how, and why."),
            Step(name="Then do that."),
            Step(name="Finish with something that one would rather put off.", detail="It is soon done."),
        ),
    )
    yield Steps(
        title="A checklist is ticked off",
        checklist=True,
        items=(
            Step(name="A thing to take along"),
            Step(name="Another", detail="with more about it"),
            Step(name="A third"),
        ),
    )
    yield Tip(html="<p>A tip is short, and helps with what stands beside it.</p>")
    yield Tip(
        warning=True, html="<p>A warning keeps somebody from harm. It may <a href='/guides/'>lead further</a>.</p>"
    )
    yield PullFigure(
        number="3 in 5",
        text="samples are read by nobody but those who write them",
        source="Samples that we counted in May 2026",
        address="https://www.example.org/samples",
    )
    yield PullFigure(number="£41,000", text="is a number without an address to look it up", source="A source in words")
    yield Comparison(
        title="Three things, point by point",
        options=("The first", "The second", "The third"),
        rows=(
            ComparisonRow(
                name="What it is", values=("A thing", "Another thing", "A thing with a somewhat longer name")
            ),
            ComparisonRow(name="What it costs", values=("£1", "£20", "£300")),
            ComparisonRow(
                name="Whom it suits", values=("People in a hurry", "People with time", "Nobody in particular")
            ),
        ),
    )
    yield Comparison(options=("This", "That"), rows=(ComparisonRow(name="Weight", values=("Light", "Heavy")),))
    yield Timeline(
        title="A day of somebody who makes samples",
        moments=(
            Moment(time="09:30", what="Coffee, and a look at what broke overnight."),
            Moment(
                time="10:00–12:00",
                what="Making samples. The longest piece of the day, and the quietest, until somebody asks for one more.",
            ),
            Moment(time="13:00", what="Lunch."),
            Moment(time="17:30", what="Home."),
        ),
    )
    yield Download(
        title="A survey of samples",
        text="What 200 samples cost, by kind and region, with the questions that were asked.",
        file=File(name="files/0123456789abcdef/survey-of-samples.pdf", size=1_310_720),
    )
    yield SalaryTable(role="tester", role_name="tester", figures=tuple(_figures()))
    yield Insight(
        html="<p>Somebody who places people says what they see.</p>", speaker=speaker, said_on=date(2026, 9, 1)
    )
    yield Insight(html="<p>An insight of the whole agency names nobody.</p>")
    yield QuestionAnswer(question="What do people ask?", answer="<p>Whatever the text left open.</p>")
    yield QuestionAnswer(question="And then?", answer="<p>The next question.</p>")
    yield Quote(text="A quote stands by itself.", source="Whoever said it")
    yield Quote(text="A quote may also stand without a source.")
    yield FinalTakeaway(html="<p>What to remember when all else is forgotten.</p>")
    yield CallToAction(role="client", heading="Looking for somebody?", text="Tell us whom.", label="Find a person")


def _diagrams() -> Iterator[Diagram]:
    words = {
        "steps": (("First", "what everything else waits for"), ("Second", ""), ("Third", "which ends it")),
        "cycle": (("Begin", ""), ("Go on", ""), ("Look back", "what came of it?"), ("Mend", ""), ("Begin again", "")),
        "overlap": (("This", "what is its own"), ("That", "what it alone has"), ("Both", "what they share")),
        "layers": (("Head", ""), ("Body", "the larger part", "4"), ("Foot", "")),
        "spans": (("Weeks 1 to 2", "settle in", "2"), ("Weeks 3 to 6", "help", "4"), ("Weeks 7 to 12", "lead", "6")),
    }
    for shape, rows in words.items():
        parts = tuple(Part(**dict(zip(("label", "note", "size"), row, strict=False))) for row in rows)
        yield Diagram(shape=shape, title=SHAPES[shape], text="A sentence says what the drawing shows.", parts=parts)


def _figures() -> Iterator[SalaryFigure]:
    for level, region, currency, low, high, open_ended in (
        ("Junior", "UK", "GBP", 30_000, 40_000, False),
        ("Senior", "UK", "GBP", 55_000, 80_000, True),
        ("Senior", "Germany", "EUR", 65_000, 85_000, False),
    ):
        yield SalaryFigure(
            level=level,
            region=region,
            currency=currency,
            low=low,
            high=high,
            open_ended=open_ended,
            basis="judgement",
            as_of=date(2026, 4, 1),
        )

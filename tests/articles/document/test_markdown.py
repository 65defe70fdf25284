"""The Markdown view of a guide says everything that the page says, and nothing in it is taken for markup."""

import re
from datetime import date

import pytest
from hypothesis import example, given

from articles import document as doc
from articles.document import serialization
from articles.document.markdown import block_to_markdown, escape, to_markdown
from tests import cast
from tests.articles.documents import AWKWARD, EMPTY_BLOCKS, LONG, LONG_BLOCKS, documents

PICTURE = doc.Image(name="pictures/a.webp", width=1200, height=800)
NOT_LETTERS = re.compile(r"</?(?:su[bp]|code|strong|em)>|[\s!-/:-@\[-`{-~]")


def test_a_whole_guide():
    document = doc.Document(
        title="A guide",
        standfirst="What it says.",
        description="For searchers.",
        hero=doc.Figure(image=PICTURE, alt="A desk"),
        blocks=(
            doc.KeyTakeaways(items=("One.", "Two.")),
            doc.Text(
                html="<h2>Work</h2><p>Some <strong>bold</strong> and <em>soft</em> words,<br>"
                'and <a href="https://agency.example/">a link</a>.</p><h3>Less</h3><ul><li>a</li><li>b</li></ul>'
                "<ol><li>c</li><li>d</li></ol>"
                "<table><thead><tr><th>x</th></tr></thead><tbody><tr><td>y</td></tr></tbody></table>"
            ),
            doc.Figure(image=PICTURE, alt="A road", caption="The road", credit="The agency"),
            doc.Figure(image=PICTURE, alt="Not read out", decorative=True),
            doc.SalaryTable(role="tester", figures=cast.ENGINEER.figures[:2]),
            doc.Insight(html="<p>One.</p><p>Two.</p>", speaker=cast.PERSON, said_on=date(2026, 5, 1)),
            doc.QuestionAnswer(question="Why?", answer="<p>Because.</p>"),
            doc.Quote(text="Well said.", source="A poet"),
            doc.FinalTakeaway(html="<p>The end.</p>"),
            doc.CallToAction(role="client", heading="Hiring?", text="Write to us.", label="Tell us"),
        ),
    )
    assert to_markdown(document) == (
        """\
# A guide

What it says.

![A desk](/media/pictures/a.webp)

## Key takeaways

- One.
- Two.

## Work

Some **bold** and *soft* words,  \nand [a link](https://agency.example/).

### Less

- a
- b

1. c
2. d

| x |
| --- |
| y |

![A road](/media/pictures/a.webp)

The road. The agency

![](/media/pictures/a.webp)

| Level | Region | Salary a year | Basis | As of | Source |
| --- | --- | --- | --- | --- | --- |
| Junior | UK | £40,000 to £60,000 | job adverts | 1 May 2026 | Adverts read in May 2026. |
| Senior | UK | £60,000 to £90,000 or more | job adverts | 1 May 2026 | Adverts read in May 2026. |

> One.
>
> Two.
>
> — Sam Field, Consultant, 1 May 2026

### Why?

Because.

> Well said.
>
> — A poet

## Final takeaway

The end.

## Hiring?

Write to us.

[Tell us](/enquiries/new/?role=client)
"""
    )


@pytest.mark.parametrize("block", EMPTY_BLOCKS, ids=lambda block: block.kind)
def test_an_empty_block_leaves_nothing(block):
    assert to_markdown(doc.Document(title="A guide", blocks=(block,))) == "# A guide\n"


@given(documents)
@example(doc.Document())
@example(doc.Document(blocks=LONG_BLOCKS))
@example(doc.Document(blocks=(doc.Text(html="picture.jpg"), doc.FinalTakeaway(html="https://agency.example/"))))
def test_markdown_is_a_function_of_the_document(document):
    assert to_markdown(document) == to_markdown(serialization.load(serialization.dump(document)))


@given(documents)
@example(doc.Document(standfirst=LONG, blocks=LONG_BLOCKS))
@example(doc.Document(blocks=(doc.Text(html="x<sup>raised</sup>"),)))
def test_every_word_of_the_page_is_kept_in_order(document):
    said = letters(to_markdown(document))
    at = 0
    for word in " ".join([document.title, *doc.words(document)]).split():
        at = said.find(letters(word), at)
        assert at >= 0, word
        at += len(letters(word))


def letters(text):
    """All but white space, and the punctuation and tags that Markdown is made of."""
    return NOT_LETTERS.sub("", text)


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("# not a heading", r"\# not a heading"),
        ("1. not a list", r"1\. not a list"),
        ("12) nor this", r"12\) nor this"),
        ("- nor this", r"\- nor this"),
        ("+ nor this", r"\+ nor this"),
        ("=== nor a title", r"\=== nor a title"),
        ("> nor a quotation", r"\> nor a quotation"),
        ("*a* _b_ `c` ~~d~~", r"\*a\* \_b\_ \`c\` \~\~d\~\~"),
        ("[a](b)", r"\[a\](b)"),
        ("![a](b)", r"!\[a\](b)"),
        ("<b>a</b>", r"\<b\>a\</b\>"),
        ("&lt; R&D", r"\&lt; R\&D"),
        ("a | b", r"a \| b"),
        ("back\\slash", r"back\\slash"),
        ("1.5 to 2-3 = 4", r"1\.5 to 2-3 = 4"),
        ("Plain words, 1. with a number", "Plain words, 1. with a number"),
    ],
)
def test_plain_text_is_not_taken_for_markup(text, escaped):
    assert escape(text) == escaped


@pytest.mark.parametrize("text", AWKWARD)
def test_undoing_the_escapes_gives_the_text_back(text):
    line = doc.Quote(text=text).text
    assert re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", escape(line)) == line


def test_a_pipe_does_not_break_a_table():
    figure = doc.SalaryFigure(
        level="a|b", region="UK", currency="GBP", low=1, high=2, basis="adverts", source="x | y", as_of=date(2026, 5, 1)
    )
    table = block_to_markdown(doc.SalaryTable(role="tester", figures=(figure,)))
    assert table.splitlines()[2] == r"| a\|b | UK | £1 to £2 | job adverts | 1 May 2026 | x \| y |"


def test_a_block_of_an_unknown_kind_is_not_passed_over():
    with pytest.raises(TypeError, match="No Markdown for"):
        block_to_markdown(doc.Block())

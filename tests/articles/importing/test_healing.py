"""A post of any program becomes a document, and says what happened to its parts."""

import pytest

from articles.document import (
    Block,
    CallToAction,
    Download,
    Figure,
    File,
    FinalTakeaway,
    Image,
    Insight,
    KeyTakeaways,
    QuestionAnswer,
    Quote,
    Step,
    Steps,
    Text,
    Tip,
    Video,
)
from articles.importing.doctor import PENDING, heal
from articles.importing.posts import Post


def blocks(html: str) -> tuple[Block, ...]:
    return heal(Post(key="1", title="A title", html=html)).document.blocks


@pytest.mark.parametrize(
    ("html", "made"),
    [
        ("<h1>A title</h1><p>Words.</p>", [Text(html="<p>Words.</p>")]),
        ("<h4>One</h4><p>x</p><h5>Two</h5><p>y</p>", [Text(html="<h2>One</h2><p>x</p><h3>Two</h3><p>y</p>")]),
        ("<p><b>Bold line</b></p><p>Words.</p>", [Text(html="<h2>Bold line</h2><p>Words.</p>")]),
        ("<p>• One</p><p>• Two</p>", [Text(html="<ul><li>One</li><li>Two</li></ul>")]),
        ("<p>Such as:<br>- One<br>- Two</p>", [Text(html="<p>Such as:</p><ul><li>One</li><li>Two</li></ul>")]),
        ("<p>1) One</p><p>2) Two</p>", [Text(html="<ol><li>One</li><li>Two</li></ol>")]),
        ("<h2>Key takeaways</h2><ul><li>One<li>Two</ul>", [KeyTakeaways(items=("One", "Two"))]),
        ("<h2>FAQ</h2><h3>Is it?</h3><p>Yes.</p>", [QuestionAnswer(question="Is it?", answer="<p>Yes.</p>")]),
        ("<p>Q: Is it?</p><p>A: Yes.</p>", [QuestionAnswer(question="Is it?", answer="<p>Yes.</p>")]),
        (
            "<details><summary>Is it?</summary><p>Yes.</p></details>",
            [QuestionAnswer(question="Is it?", answer="<p>Yes.</p>")],
        ),
        ("<h2>Recruiter insight from Us</h2><p>We see.</p>", [Insight(html="<p>We see.</p>")]),
        ("<h2>Final takeaway</h2><p>Go.</p>", [FinalTakeaway(html="<p>Go.</p>")]),
        ("<blockquote><p>Words.</p><cite>Ada</cite></blockquote>", [Quote(text="Words.", source="Ada")]),
        ("<p><strong>Tip:</strong> Ask.</p>", [Tip(html="<p>Ask.</p>")]),
        ("<p><strong>Warning:</strong> Do not.</p>", [Tip(warning=True, html="<p>Do not.</p>")]),
        (
            "<aside data-means='checklist'><ul><li><b>One</b> more<li>Two</ul></aside>",
            [Steps(checklist=True, items=(Step(name="One", detail="more"), Step(name="Two")))],
        ),
        (
            "<figure><img src='/a.jpg' alt='A desk' width=8 height=6><figcaption>Ours</figcaption></figure>",
            [Figure(image=Image(name=f"{PENDING}/a.jpg", width=8, height=6), alt="A desk", caption="Ours")],
        ),
        (
            "<iframe src='https://www.youtube.com/embed/abcdefghijk' title='A day'></iframe>",
            [Video(address="https://www.youtube.com/watch?v=abcdefghijk", title="A day")],
        ),
        (
            "<p><a href='/uploads/survey.pdf'>Our survey</a></p>",
            [Download(title="Our survey", file=File(name=f"{PENDING}/uploads/survey.pdf", size=0))],
        ),
        (
            "<p><a class=button href='/contact/'>Hire a developer</a></p>",
            [CallToAction(role="client", heading="Hire a developer", label="Hire a developer")],
        ),
        ("<p>£40,000 โ€“ ยฃ50,000</p>", [Text(html="<p>£40,000 – £50,000</p>")]),
    ],
)
def test_each_part_finds_its_block(html: str, made: list[Block]) -> None:
    assert list(blocks(html)) == made

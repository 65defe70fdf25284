"""A post of any program becomes a document, and says what happened to its parts."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from articles.document import (
    Block,
    CallToAction,
    Document,
    Download,
    Figure,
    File,
    FinalTakeaway,
    Image,
    Insight,
    KeyTakeaways,
    QuestionAnswer,
    Quote,
    SalaryFigure,
    Step,
    Steps,
    Text,
    Tip,
    Video,
)
from articles.importing.doctor import PENDING, Healed, heal
from articles.importing.posts import Person, PictureNote, Post
from articles.importing.report import Deed, Line

POST = Post(key="1", title="A title")
IS_IT = QuestionAnswer(question="Is it?", answer="<p>Yes.</p>")
TOLD = """<script type="application/ld+json">{"@type": "FAQPage", "mainEntity": [
{"@type": "Question", "name": "Is it?", "acceptedAnswer": {"@type": "Answer", "text": "<p>Yes.</p>"}}]}</script>"""


def healed(html: str, **given: object) -> Healed:
    return heal(replace(POST, html=html, **given))  # type: ignore[arg-type]


def test_a_long_quotation_that_is_announced_gets_marks():
    first, second = " ".join(["one"] * 90), " ".join(["two"] * 90)
    quoted = f"<blockquote><p>{first}</p><p>{second}</p></blockquote>"
    announced = healed(f"<p>Ada says:</p>{quoted}").document.blocks
    assert announced == (Text(html=f"<p>Ada says:</p><p>“{first}</p><p>“{second}”</p>"),)
    set_in = healed(f"<p>Ada was here.</p>{quoted}").document.blocks
    assert set_in == (Text(html=f"<p>Ada was here.</p><p>{first}</p><p>{second}</p>"),)
    marked = healed(f"<p>Ada says:</p>{quoted.replace('one', '“one', 1)}").document.blocks
    assert marked == (Text(html=f"<p>Ada says:</p><p>“{first}</p><p>{second}</p>"),)


def lines(of: Healed, deed: Deed) -> list[tuple[str, str]]:
    return [(line.what, line.words) for line in of.lines if line.deed is deed]


@pytest.mark.parametrize(
    ("html", "made"),
    [
        ("<h1>A title</h1><p>Words.</p>", [Text(html="<p>Words.</p>")]),
        ("<h4>One</h4><p>x</p><h5>Two</h5><p>y</p>", [Text(html="<h2>One</h2><p>x</p><h3>Two</h3><p>y</p>")]),
        ("<p><b>Bold line</b></p><p>Words.</p>", [Text(html="<h2>Bold line</h2><p>Words.</p>")]),
        ("<h2>Head</h2><p><b>Bold</b></p><p>x</p>", [Text(html="<h2>Head</h2><h3>Bold</h3><p>x</p>")]),
        ("<p><b>Lead in:</b></p><ul><li>x</ul>", [Text(html="<p><strong>Lead in:</strong></p><ul><li>x</li></ul>")]),
        ("<h2>Why<ul><li>One</ul></h2>", [Text(html="<h2>Why</h2><ul><li>One</li></ul>")]),
        ("one<br><br>two<br>three", [Text(html="<p>one</p><p>two<br>three</p>")]),
        (
            "<a href='/x'><p>one</p><p>two</p></a>",
            [Text(html='<p><a href="/x">one</a></p><p><a href="/x">two</a></p>')],
        ),
        ("<p>wor<span>ld</span> <u>an</u>d <q>so</q></p>", [Text(html="<p>world and “so”</p>")]),
        ("<p>£40,000 โ€“ ยฃ50,000</p>", [Text(html="<p>£40,000 – £50,000</p>")]),
        ("<p>It&amp;rsquo;s&nbsp;a hand&shy;shake&#8203;.</p>", [Text(html="<p>It’s a handshake.</p>")]),
        (
            "<a href='/cdn-cgi/l/email-protection' data-cfemail='2a406a4b'>[email&#160;protected]</a>",
            [Text(html='<p><a href="mailto:j@a">j@a</a></p>')],
        ),
        ("<p>5&nbsp;km &#150; far</p>", [Text(html="<p>5&nbsp;km – far</p>")]),
    ],
)
def test_text_becomes_text(html: str, made: list[Block]) -> None:
    assert list(healed(html).document.blocks) == made


@pytest.mark.parametrize(
    ("html", "made"),
    [
        ("<p>• One</p><p>• Two</p>", "<ul><li>One</li><li>Two</li></ul>"),
        ("<p>Such as:<br>- One<br>- Two</p>", "<p>Such as:</p><ul><li>One</li><li>Two</li></ul>"),
        ("<p>1) One</p><p>2) Two</p>", "<ol><li>One</li><li>Two</li></ol>"),
        ("<p><b>·</b>&nbsp; One</p><p><b>·</b>&nbsp; Two</p>", "<ul><li>One</li><li>Two</li></ul>"),
        (
            "<ul><li>One</li><ul><li>In</li></ul><li>Two</li></ul>",
            "<ul><li>One<ul><li>In</li></ul></li><li>Two</li></ul>",
        ),
        ("<ol start=4 type=a><li>x<li>y</ol>", '<ol start="4" type="a"><li>x</li><li>y</li></ol>'),
        (
            "<ul class='lst-kix_a-0'><li>One</ul><ul class='lst-kix_a-1'><li>In</ul><ul class='lst-kix_a-0'><li>Two</ul>",
            "<ul><li>One<ul><li>In</li></ul></li><li>Two</li></ul>",
        ),
        (
            "<p style='mso-list:l0 level1'><span style='mso-list:Ignore'>1.</span>One</p>"
            "<p style='mso-list:l0 level2'><span style='mso-list:Ignore'>·</span>In</p>",
            "<ol><li>One<ul><li>In</li></ul></li></ol>",
        ),
        (
            "<table><tr><td><b>A</b><td><b>B</b><tr><td>1<td>2</table>",
            "<table><tbody><tr><th>A</th><th>B</th></tr><tr><td>1</td><td>2</td></tr></tbody></table>",
        ),
        (
            "<table><tr><td>Level<td>Pay<tr><td>Junior<td>£30k</table>",
            "<table><tbody><tr><th>Level</th><th>Pay</th></tr><tr><td>Junior</td><td>£30k</td></tr></tbody></table>",
        ),
        (
            "<table><tr><td>Chair<td>red<tr><td>Desk<td>green</table>",
            "<table><tbody><tr><td>Chair</td><td>red</td></tr><tr><td>Desk</td><td>green</td></tr></tbody></table>",
        ),
        ("<table><tr><td><h2>Left</h2><td><p>Right</p></table>", "<h2>Left</h2><p>Right</p>"),
    ],
)
def test_lists_and_tables_are_what_they_look_like(html: str, made: str) -> None:
    assert healed(html).document.blocks == (Text(html=made),)


@pytest.mark.parametrize(
    ("html", "made"),
    [
        ("<h2>FAQ</h2><h3>Is it?</h3><p>Yes.</p>", [IS_IT]),
        ("<h2>Tester FAQs (2026)</h2><p>Hello.</p><p><b>Is it?</b><br>Yes.</p>", [Text(html="<p>Hello.</p>"), IS_IT]),
        ("<h2>FAQ</h2><h2>Is it?</h2><p>Yes.</p><h2>More</h2><p>x</p>", [IS_IT, Text(html="<h2>More</h2><p>x</p>")]),
        ("<h2>FAQ</h2><ol><li><b>Is it?</b><p>Yes.</p></ol>", [IS_IT]),
        ("<h2>Why a FAQ helps</h2><p>x</p><p>Is it?</p>", [Text(html="<h2>Why a FAQ helps</h2><p>x</p><p>Is it?</p>")]),
        ("<p>Q: Is it?</p><p>A: Yes.</p><p>More.</p>", [IS_IT, Text(html="<p>More.</p>")]),
        ("<details><summary>Is it?</summary><p>Yes.</p></details>", [IS_IT]),
        ("<details><summary>More</summary><p>x</p></details>", [Text(html="<h3>More</h3><p>x</p>")]),
        ("<dl><dt>Is it?<dd>Yes.</dl>", [IS_IT]),
        ("<button aria-controls=a>Is it?</button><div id=a style='display:none'>Yes.</div>", [IS_IT]),
        ("<h3 class='faq-question'>Is it?</h3><div class='faq-answer'>Yes.</div>", [IS_IT]),
        (
            "<div itemtype='https://schema.org/Question'><h3 itemprop=name>Is it?</h3>"
            "<div itemprop=acceptedAnswer><div itemprop=text>Yes.</div></div></div>",
            [IS_IT],
        ),
        (f"{TOLD}<h2>FAQ</h2><p>Yes.</p>", [IS_IT]),
        (
            "<h2>FAQ</h2><h3>Is it?</h3><p>Yes.</p><h3>Getting started</h3><p>First steps.</p>",
            [IS_IT, Text(html="<h3>Getting started</h3><p>First steps.</p>")],
        ),
    ],
)
def test_questions_are_found_with_their_answers(html: str, made: list[Block]) -> None:
    assert list(healed(html).document.blocks) == made


def test_answers_without_questions_stay_and_are_named() -> None:
    became = healed("<h2>FAQ</h2><p>Yes.</p>")
    assert became.document.blocks == (Text(html="<h2>FAQ</h2><p>Yes.</p>"),)
    assert lines(became, Deed.PROPOSED) == [
        ("Under “FAQ” no question was found for the answers: ask each, as a question with its answer.", "")
    ]


def test_a_question_that_only_search_engines_were_told_is_proposed() -> None:
    became = healed(f"{TOLD}<h2>Else</h2><p>x</p>")
    assert lines(became, Deed.PROPOSED) == [
        ("Search engines were told the question “Is it?”, which the page does not show.", "Yes.")
    ]


@pytest.mark.parametrize(
    ("html", "made"),
    [
        ("<h2>Key takeaways</h2><ul><li>One<li>Two</ul>", [KeyTakeaways(items=("One", "Two"))]),
        (
            "<p><b>In short:</b></p><p>– One</p><p>– Two</p>",
            [Text(html="<p><strong>In short:</strong></p><ul><li>One</li><li>Two</li></ul>")],
        ),
        ("<h2>Recruiter insight from Us</h2><p>We see.</p>", [Insight(html="<p>We see.</p>")]),
        ("<h2>Final takeaway</h2><p>Go.</p>", [FinalTakeaway(html="<p>Go.</p>")]),
        ("<blockquote><p>Words.</p><cite>Ada</cite></blockquote>", [Quote(text="Words.", source="Ada")]),
        ("<blockquote><p>“Words.”</p><p>— Ada, Leeds</p></blockquote>", [Quote(text="Words.", source="Ada, Leeds")]),
        ("<blockquote><h3>Head</h3><p>x</p></blockquote>", [Text(html="<h3>Head</h3><p>x</p>")]),
        ("<p><strong>Tip:</strong> Ask.</p>", [Tip(html="<p>Ask.</p>")]),
        ("<p><strong>Warning:</strong> Do not.</p>", [Tip(warning=True, html="<p>Do not.</p>")]),
        ("<p>Note: ask.</p>", [Text(html="<p>Note: ask.</p>")]),
        ("<ul><li>☐ One<li>☐ Two</ul>", [Steps(checklist=True, items=(Step(name="One"), Step(name="Two")))]),
        (
            "<h2>Step 1: Plan</h2><p>A.</p><h2>Step 2: Do</h2><p>B.</p><h2>Step 3: Look</h2><p>C.</p>",
            [
                Steps(
                    items=(Step(name="Plan", detail="A."), Step(name="Do", detail="B."), Step(name="Look", detail="C."))
                )
            ],
        ),
        (
            "<aside data-means='steps'><h3>How</h3><ol><li><b>One</b> more<li>Two</ol></aside>",
            [Steps(title="How", items=(Step(name="One", detail="more"), Step(name="Two")))],
        ),
        ("<aside data-means='left-out' data-what='A map'>Here</aside><p>x</p>", [Text(html="<p>x</p>")]),
    ],
)
def test_sections_and_boxes_become_the_blocks_that_they_say(html: str, made: list[Block]) -> None:
    assert list(healed(html).document.blocks) == made


@pytest.mark.parametrize(
    ("html", "made"),
    [
        (
            "<figure><img src='/a.jpg' alt='A desk' width=8 height=6><figcaption>Ours. Photo: Ada</figcaption></figure>",
            [
                Figure(
                    image=Image(name=f"{PENDING}/a.jpg", width=8, height=6),
                    alt="A desk",
                    caption="Ours.",
                    credit="Photo: Ada",
                )
            ],
        ),
        (
            "<div class='wp-caption'><img data-src='/a.jpg' src='data:x' alt=''><p class='wp-caption-text'>Ours</p></div>",
            [Figure(image=Image(name=f"{PENDING}/a.jpg", width=0, height=0), decorative=True, caption="Ours")],
        ),
        ("<p>x <img class='emoji' src='/e.svg' alt='🙂'></p>", [Text(html="<p>x 🙂</p>")]),
        (
            "<iframe src='https://www.youtube.com/embed/abcdefghijk' title='A day'></iframe>",
            [Video(address="https://www.youtube.com/watch?v=abcdefghijk", title="A day")],
        ),
        ("<p>https://vimeo.com/76979871</p>", [Video(address="https://vimeo.com/76979871", title="A title")]),
        (
            "<div class='rll-youtube-player' data-id='abcdefghijk'></div>",
            [Video(address="https://www.youtube.com/watch?v=abcdefghijk", title="A title")],
        ),
        ("<video src='/a.mp4' title='Us'></video>", [Video(film=File(name=f"{PENDING}/a.mp4", size=0), title="Us")]),
        (
            "<p><a href='/uploads/survey.pdf'>Our survey</a></p>",
            [Download(title="Our survey", file=File(name=f"{PENDING}/uploads/survey.pdf", size=0))],
        ),
        (
            "<p><a href='https://www.gov.uk/a.pdf'>The law</a></p>",
            [Text(html='<p><a href="https://www.gov.uk/a.pdf">The law</a></p>')],
        ),
        (
            "<p><a class=button href='/contact/'>Hire a developer</a></p>",
            [CallToAction(role="client", heading="Hire a developer", label="Hire a developer")],
        ),
        (
            "<h2>Ready for more?</h2><p>Write.</p><p><a href='/send-your-cv'>Send your CV</a></p>",
            [CallToAction(role="candidate", heading="Ready for more?", text="Write.", label="Send your CV")],
        ),
        (
            "<p><a href='/blog/how-to-hire/'>How to hire</a></p>",
            [Text(html='<p><a href="/blog/how-to-hire/">How to hire</a></p>')],
        ),
    ],
)
def test_pictures_films_files_and_invitations_find_their_blocks(html: str, made: list[Block]) -> None:
    assert list(healed(html).document.blocks) == made


def test_a_picture_without_words_is_asked_about() -> None:
    assert lines(healed("<img src='/team%20photo.jpg'>"), Deed.PROPOSED) == [
        ("Say what the picture “team photo.jpg” shows: it came without alternative text.", "")
    ]


@pytest.mark.parametrize(
    ("html", "author", "day"),
    [
        ("<p>by Ada Field, Content Lead</p><p>Added on: 1st April 2026</p><p>x</p>", "Ada Field", date(2026, 4, 1)),
        ("<p>Posted on 5 June 2023 by Sam Hill</p><p>x</p>", "Sam Hill", date(2023, 6, 5)),
        ("<p>By Ada Field | 14 March 2024 | 4 min read</p><p>x</p>", "Ada Field", date(2024, 3, 14)),
        ("<p>Ada Field</p><p>Written by Ada Field on 12 May 2021</p><p>x</p>", "Ada Field", date(2021, 5, 12)),
    ],
)
def test_the_first_lines_say_who_wrote_it_and_when(html: str, author: str, day: date) -> None:
    became = healed(html)
    assert became.document.blocks == (Text(html="<p>x</p>"),)
    assert became.author == Person(name=author)
    assert became.published_at is not None
    assert became.published_at.date() == day


def test_a_sentence_is_no_byline() -> None:
    became = healed("<p>By then everyone had gone home.</p>")
    assert became.author is None
    assert became.document.blocks == (Text(html="<p>By then everyone had gone home.</p>"),)


def test_what_the_post_says_itself_goes_first() -> None:
    person, moment = Person(name="Sam Hill"), datetime(2020, 1, 2, tzinfo=UTC)
    became = healed(
        "<p>by Ada Field</p><p>In short.</p><p>x</p>",
        author=person,
        published_at=moment,
        slug="it",
        standfirst="In short.",
        description="What it is.",
        hero=PictureNote(address="/h.jpg", alt="A hill"),
    )
    assert became == Healed(
        document=Document(
            slug="it",
            title="A title",
            standfirst="In short.",
            description="What it is.",
            hero=Figure(image=Image(name=f"{PENDING}/h.jpg", width=0, height=0), alt="A hill"),
            blocks=(Text(html="<p>x</p>"),),
        ),
        lines=(
            Line(
                deed=Deed.KEPT,
                what="A line with the author or the day became those of the guide.",
                words="by Ada Field",
            ),
            Line(deed=Deed.LEFT_OUT, what="The standfirst stood in the text once more.", words="In short."),
        ),
        author=person,
        published_at=moment,
    )


@pytest.mark.parametrize(
    ("title", "html", "made"),
    [
        ("How to | Example", "<p>x</p>", "How to"),
        ("How to – Example", "<h1>How to</h1><p>x</p>", "How to"),
        ("How to - and why", "<p>x</p>", "How to - and why"),
        ("Donâ€™t &amp; do", "<p>x</p>", "Don’t & do"),
        ("", "<h1>From the page</h1><p>x</p>", "From the page"),
        ("For robots", "<html><head><title>For robots</title></head><h1>For readers</h1>x", "For readers"),
        ("Given", "<html><head><title>For robots</title></head><h1>For readers</h1>x", "Given"),
        ("", "<html><head><title>How to - Us</title><meta property='og:site_name' content='Us'></head>x", "How to"),
    ],
)
def test_the_title_is_that_of_the_page_alone(title: str, html: str, made: str) -> None:
    assert healed(html, title=title).document.title == made


def test_salaries_are_proposed_and_the_table_stays() -> None:
    table = "<table><tr><th>Level</th><th>UK salary</th></tr><tr><td>Junior</td><td>£40k – £50k+</td></tr></table>"
    became = healed(f"<h2>What does a tester earn?</h2>{table}", published_at=datetime(2026, 4, 1, tzinfo=UTC))
    figure = SalaryFigure(
        level="Junior",
        region="UK",
        currency="GBP",
        low=40_000,
        high=50_000,
        open_ended=True,
        basis="judgement",
        as_of=date(2026, 4, 1),
    )
    assert became.salaries == (("tester", (figure,)),)
    assert [block.kind for block in became.document.blocks] == ["text"]


def test_salaries_without_a_day_wait_for_one() -> None:
    table = "<table><tr><th>Level</th><th>Salary</th></tr><tr><td>Junior</td><td>£40k – £50k</td></tr></table>"
    became = healed(f"<h2>Pay</h2>{table}")
    assert became.salaries == ()
    assert lines(became, Deed.PROPOSED) == [
        ("A table of salaries gives no day: date its figures, then add them under Salaries.", "")
    ]


def test_links_within_the_page_lead_to_its_headings() -> None:
    became = healed("<p>See <a href='#pay'>pay</a>, <a href='#gone'>gone</a></p><h2 id='pay'>What it pays</h2><p>x</p>")
    assert became.document.blocks == (
        Text(html='<p>See <a href="#what-it-pays">pay</a>, gone</p><h2>What it pays</h2><p>x</p>'),
    )
    assert lines(became, Deed.LEFT_OUT) == [
        ("A link led to “#gone” of the page, which is no heading here; its words stay.", "")
    ]


@pytest.mark.parametrize(
    ("html", "what", "words"),
    [
        ("<nav><a href='/'>Home</a></nav>", "Navigation is left out.", "Home"),
        ("<button class='menu-toggle' aria-controls='main-menu'></button><div id='main-menu'>Jobs</div>", "Navigation is left out.", "Jobs"),
        ("<div class='related-posts'>Others</div>", "Related posts are left out.", "Others"),
        ("<form><label>Name</label><input type=submit value=Send></form>", "A form is left out.", "Name Send"),
        ("<p style='display:none'>Unseen</p>", "What readers did not see is left out.", "Unseen"),
        ("<noscript>No scripts?</noscript>", "Words for browsers without scripts are left out.", "No scripts?"),
        ("<audio src='/a.mp3'>Talk</audio>", "A sound is left out, since guides have none: /a.mp3", "Talk"),
        (
            "<ul><li><a href='#a'>A</a><li><a href='#b'>B</a></ul>",
            "A contents list is left out: the page makes its own from the headings.",
            "A B",
        ),
        ("<a href='/b'><img src='/a.jpg' alt='A cat'></a>", "The picture “A cat” was a link to /b.", ""),
        ("<h2>You may also like</h2><p>This.</p>", "“You may also like” and what stood under it belong to the old site.", "You may also like This."),
    ],
)  # fmt: skip
def test_what_no_guide_has_is_left_out_with_its_words(html: str, what: str, words: str) -> None:
    assert lines(healed(f"<p>Some words of an article, enough of them to be one.</p>{html}"), Deed.LEFT_OUT) == [
        (what, words)
    ]


def test_a_list_of_links_to_places_of_another_page_stays() -> None:
    links = "".join(f"<li><a href='https://example.org/law#{name}'>{name}</a></li>" for name in ("Pay", "Notice"))
    kept = links.replace("'", '"')
    assert healed(f"<p>Read of:</p><ul>{links}</ul>").document.blocks == (Text(html=f"<p>Read of:</p><ul>{kept}</ul>"),)
    headed = healed(f"<p>Read of:</p><ul>{links}</ul><h2>Pay</h2><p>x</p><h2>1. Notice</h2><p>y</p>")
    assert headed.document.blocks == (Text(html="<p>Read of:</p><h2>Pay</h2><p>x</p><h2>1. Notice</h2><p>y</p>"),)


def test_a_line_that_no_form_takes_is_text() -> None:
    long = "word " * 61
    image = Image(name=f"{PENDING}/a.jpg", width=0, height=0)
    became = healed(
        f"<figure><img src='/a.jpg' alt='A'><figcaption>{long}</figcaption></figure><h2>FAQ</h2><h3>{long}?</h3><p>Yes.</p>"
    )
    assert became.document.blocks == (
        Figure(image=image, alt="A"),
        Text(html=f"<p>{long.strip()}</p><h3>{long}?</h3><p>Yes.</p>"),
    )


def test_another_title_for_search_engines_is_proposed() -> None:
    became = healed("<h2>x</h2>", search_title="A better title")
    assert lines(became, Deed.PROPOSED) == [
        ("Search engines were shown another title: it may be the better one.", "A better title")
    ]


def test_an_address_that_was_hidden_from_robots_loses_nothing() -> None:
    assert healed("<span data-cfemail='2a406a4b'>[email&#160;protected]</span>").lines == (
        Line(
            deed=Deed.PROPOSED,
            what="The guide needs a standfirst: this first paragraph may be one.",
            words="j@a",
        ),
    )


def test_code_of_the_old_site_is_named() -> None:
    assert (
        '“[contact-form-7 id="3"]” is code of the old site and stands in the text: delete it, or add what it stood for.',
        "",
    ) in lines(healed('<p>[contact-form-7 id="3"]</p>'), Deed.PROPOSED)


def test_an_article_of_our_own_export_is_taken_as_it_is() -> None:
    document = Document(title="Ours", blocks=(Text(html="<p>x</p>"),))
    assert heal(replace(POST, document=document)) == Healed(document=document)


def test_elements_in_one_another_by_the_thousand_are_read() -> None:
    assert healed("<div>" * 5_000 + "word").document.blocks == (Text(html="<p>word</p>"),)


def test_many_boxes_alike_are_left_out_one_by_one() -> None:
    became = healed("<p>word</p>" * 500 + "<div class='share'>Share</div>" * 400)
    assert lines(became, Deed.LEFT_OUT) == [("Share buttons are left out.", "Share")] * 400

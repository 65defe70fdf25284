"""Every word that readers of a source saw is in its document or in a line of its report, however broken the source is."""

import re
from collections.abc import Iterable

from hypothesis import given
from hypothesis import strategies as st
from lxml import html as lxml_html

from articles.importing.doctor import Healed, accounting, heal
from articles.importing.posts import Markup, Post

TAGS = [
    "p",
    "div",
    "span",
    "b",
    "strong",
    "i",
    "u",
    "a",
    "h1",
    "h2",
    "h3",
    "h4",
    "h6",
    "ul",
    "ol",
    "li",
    "dl",
    "dt",
    "dd",
    "table",
    "tr",
    "td",
    "th",
    "thead",
    "caption",
    "blockquote",
    "cite",
    "footer",
    "figure",
    "figcaption",
    "details",
    "summary",
    "aside",
    "section",
    "article",
    "main",
    "nav",
    "form",
    "label",
    "select",
    "option",
    "button",
    "video",
    "audio",
    "svg",
    "pre",
    "code",
    "sup",
    "s",
    "font",
    "noscript",
    "address",
    "q",
    "small",
    "iframe",
    "o:p",
    "center",
]
OPENINGS = (
    "<a href='#x'>", "<a href='/contact/'>", "<a href='/uploads/a.pdf'>", "<a href='https://youtu.be/abcdefghijk'>",
    "<div class='related-posts'>", "<div class='toc'>", "<div style='display:none'>", "<div class='faq-question'>",
    "<div class='faq-answer'>", "<div id='x' itemtype='https://schema.org/Question'>", "<span itemprop='name'>",
    "<div itemprop='acceptedAnswer'>", "<button aria-controls='x'>", "<p class='MsoTitle'>", "<p class='MsoListParagraph'>",
    "<span style='mso-list:Ignore'>", "<aside data-means='tip'>", "<aside data-means='takeaways'>", "<aside data-means='steps'>",
    "<aside data-means='insight'>", "<aside data-means='final-takeaway'>", "<aside data-means='left-out'>", "<table role='presentation'>",
    "<iframe src='https://www.youtube.com/embed/abcdefghijk'>", "<video src='/a.mp4'>", "<th>Salary</th>",
)  # fmt: skip
HEADINGS = (
    "FAQ",
    "Key takeaways:",
    "Final takeaway",
    "Recruiter insight from us",
    "Related posts",
    "Conclusion",
    "Contents",
)
TYPED = (
    "• ", "1. ", "2) ", "- ", "Q: ", "A: ", "Is it? ", "<b>Tip:</b> ", "by Ada Field ", "Added on: 1 April 2026 ", "£40,000 ", "[x] ",
    "&nbsp;", "<br>", "<br><br>", "<hr>", "<img src='/a.jpg'>", "<img src='/a.jpg' alt=''>", "<input type='submit'>", "—", ": ", " ",
    "\n", "<!-- -->", "&", "<", ">", "\x00", "\ufeff", "\xad", "โ€“", "https://youtu.be/abcdefghijk",
)  # fmt: skip
WORD = "\N{WHITE SQUARE}"  # in its place goes a word that stands nowhere else
parts = st.one_of(
    st.sampled_from([WORD, f"{WORD} {WORD} ", f"<p>{WORD}</p>", f"<li>{WORD}", f"<img src='/a.jpg' alt='{WORD}'>"]),
    st.sampled_from([f"<{tag}>" for tag in TAGS]),
    st.sampled_from([f"</{tag}>" for tag in TAGS]),
    st.sampled_from(OPENINGS),
    st.sampled_from([f"<h{level}>{words}</h{level}>" for level in (1, 2, 3) for words in HEADINGS]),
    st.sampled_from(TYPED),
)
sources = st.lists(parts, max_size=40).map("".join)
around = st.sampled_from([("", ""), ("<html><head><title>A title</title></head><body><main>", "</main></body></html>")])


def numbered(source: str) -> str:
    """The source with words that are told apart."""
    number = iter(range(1000, 9999))
    return re.sub(WORD, lambda _: f"word{next(number)}", source)


def shown(source: str) -> set[str]:
    """The words that a browser shows of it."""
    root = lxml_html.document_fromstring(f"{source}<p></p>".replace("\x00", ""))
    texts = root.xpath("//text()[not(ancestor::iframe or ancestor::title)]")
    alternatives = [picture.get("alt", "") for picture in root.iter("img")]
    return {word for text in (*texts, *alternatives) for word in re.findall(r"word\d{4}", text)}


def told(healed: Healed) -> set[str]:
    texts: Iterable[str] = (*accounting.said(healed.document), *(line.words for line in healed.lines))
    return {word for text in texts for word in re.findall(r"word\d{4}", text)}


@given(sources, around, st.sampled_from(["", "A title"]))
def test_no_word_is_lost(source: str, page: tuple[str, str], title: str) -> None:
    source = numbered(source.join(page))
    assert shown(source) - told(heal(Post(key="1", title=title, html=source))) == set()


@given(sources)
def test_no_word_of_wordpress_is_lost(source: str) -> None:
    source = numbered(source)
    assert shown(source) - told(heal(Post(key="1", title="A title", html=source, markup=Markup.WORDPRESS))) == set()


@given(st.text(max_size=60))
def test_text_that_is_no_html_is_read(text: str) -> None:
    heal(Post(key="1", title=text, html=text))

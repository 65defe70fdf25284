"""Whatever a post holds, each of its visible words is in the HTML or in a line of the report, and it takes its time only once."""

import json
import re
from html import unescape

from hypothesis import given
from hypothesis import strategies as st

from articles.importing.doctor.accounting import WORD
from articles.importing.doctor.unbuild import as_html
from articles.importing.doctor.unbuild.stored.fields import from_fields
from articles.importing.doctor.unbuild.stored.php import read as php

TAGS = [
    "vc_row",
    "vc_column_text",
    "vc_tta_section",
    "vc_btn",
    "et_pb_toggle",
    "et_pb_text",
    "et_pb_blurb",
    "fusion_text",
    "fusion_title",
    "accordion",
    "toggle",
    "button",
    "caption",
    "gallery",
    "quote",
    "su_note",
    "su_spoiler",
    "row",
    "one_half",
    "contact-form-7",
    "table",
    "toc",
    "unknown_thing",
    "embed",
    "video",
    "list",
    "li",
    "[code]",
    "heading",
]
BLOCKS = [
    "paragraph",
    "heading",
    "list",
    "image",
    "quote",
    "table",
    "columns",
    "group",
    "details",
    "yoast/faq-block",
    "acf/cta",
    "kadence/singlebtn",
    "more",
    "html",
    "embed",
]
ELEMENTS = [
    "p",
    "div",
    "h2",
    "ul",
    "li",
    "strong",
    "details",
    "summary",
    "blockquote",
    "figure",
    "figcaption",
    "table",
    "tr",
    "td",
    "pre",
    "a",
    "section",
]
CLASSES = [
    "schema-faq-section",
    "schema-faq-question",
    "schema-faq-answer",
    "elementor-accordion-item",
    "elementor-tab-title",
    "elementor-tab-content",
    "elementor-testimonial",
    "elementor-testimonial-content",
    "elementor-testimonial-name",
    "wp-block-gallery",
    "wp-block-file",
    "schema-how-to-step",
    "schema-how-to-step-name",
    "elementor-alert",
    "gallery",
    "kt-accordion-pane",
    "elementor-tabs",
    "elementor-tab-desktop-title",
    "et_pb_toggle",
]
numbers = st.integers(0, 10**6)
said = numbers.map(lambda number: f" word{number} ")
breaks = st.sampled_from(
    ["\n", "\n\n", " ", "<br>", "&nbsp;", "[", "]", "[/", "<!--", "-->", "“", '"', "[[x]]", "[...]", "<", "&"]
)


def wrapped(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.one_of(
        st.tuples(st.sampled_from(TAGS), inner).map(lambda pair: f"[{pair[0]}]{pair[1]}[/{pair[0]}]"),
        st.tuples(st.sampled_from(TAGS), numbers, inner).map(
            lambda three: f'[{three[0]} title="word{three[1]}" url=/x]{three[2]}[/{three[0]}]'
        ),
        st.tuples(st.sampled_from(TAGS), numbers).map(lambda pair: f"[{pair[0]} text='word{pair[1]}']"),
        st.tuples(st.sampled_from(BLOCKS), inner).map(
            lambda pair: f"<!-- wp:{pair[0]} -->{pair[1]}<!-- /wp:{pair[0]} -->"
        ),
        st.tuples(st.sampled_from(ELEMENTS), st.sampled_from(CLASSES), inner).map(
            lambda three: f'<{three[0]} class="{three[1]}">{three[2]}</{three[0]}>'
        ),
        st.lists(inner, max_size=4).map("".join),
    )


posts = st.recursive(st.one_of(said, said, breaks), wrapped, max_leaves=25)


def words_in(text: str) -> set[str]:
    """The made-up words: those in comments are seen by nobody."""
    seen = re.sub(r"<!--.*?(?:-->|\Z)", " ", text, flags=re.DOTALL)
    return {word for word in WORD.findall(unescape(seen)) if word.startswith("word")}


@given(posts)
def test_every_word_is_in_the_page_or_in_a_line(text: str) -> None:
    html, lines = as_html(text)
    assert words_in(text) - words_in(html) - words_in(" ".join(line.words for line in lines)) == set()


@given(st.text(alphabet="[]</>!-wp: \"'=abc\n&;{}", max_size=300))
def test_nothing_makes_it_fail(text: str) -> None:
    as_html(text)


@given(st.text(alphabet='aOsidbN:;{}0123456789"\\[]', max_size=120))
def test_no_field_of_a_builder_makes_it_fail(text: str) -> None:
    for key in ("_elementor_data", "_bricks_page_content_2", "_ct_builder_json"):
        from_fields({key: text})


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers(-9, 9) | st.text(max_size=5),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(
                st.sampled_from(
                    ["elements", "settings", "widgetType", "id", "title", "tabs", "items", "link", "image"]
                ),
                inner,
                max_size=3,
            )
        ),
    )
)
def test_no_data_of_elementor_makes_it_fail(data: object) -> None:
    from_fields({"_elementor_data": json.dumps(data)})


def test_serialised_arrays() -> None:
    assert php('a:2:{i:0;s:5:"naïv";i:1;a:1:{s:1:"k";b:1;}}') == ["naïv", {"k": True}]
    assert php('a:1:{s:1:"k";s:3:"a search and replace made this longer";}') == {
        "k": "a search and replace made this longer"
    }

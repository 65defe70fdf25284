"""Rich text is cut down to a short allow-list, wherever it enters and however hostile it is."""

from html.parser import HTMLParser
from urllib.parse import urlsplit

import pytest
from django.apps import apps
from django.forms import modelform_factory
from hypothesis import example, given, settings

from articles import document as doc
from articles.document import richtext, serialization
from articles.document.richtext import FULL, SIMPLE, plain, render, sanitise, typed
from articles.models import Author
from articles.models.blocks import ROW_FOR
from articles.models.fields import RichTextField
from tests import cast
from tests.articles.documents import AWKWARD, LONG, hostile_texts

HOSTILE = (
    "<script>alert(1)</script>",
    "<SCRIPT SRC=//evil.example/x.js></SCRIPT>",
    "<scr<script>ipt>alert(1)</scr</script>ipt>",
    "<scr\x00ipt>alert(1)</scr\x00ipt>",
    "<img src=x onerror=alert(1)>",
    "<p onclick=alert(1) style='background:url(javascript:alert(1))'>x</p>",
    "<b onmouseover=alert(1)>x</b>",
    "<b/onmouseover=alert(1)>x</b>",
    "<svg/onload=alert(1)>",
    "<svg><script>alert&#40;1)</script></svg>",
    "<svg><a xlink:href='javascript:alert(1)'><text>x</text></a></svg>",
    "<math><mtext><table><mglyph><style><!--</style><img title='--&gt;&lt;img src=1 onerror=alert(1)&gt;'>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
    "<iframe src='javascript:alert(1)'></iframe>",
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    "<object data='javascript:alert(1)'></object><embed src='javascript:alert(1)'>",
    "<a href='javascript:alert(1)'>x</a>",
    "<a href=' javascript:alert(1)'>x</a>",
    "<a href='JaVaScRiPt:alert(1)'>x</a>",
    "<a href='java\tscript:alert(1)'>x</a>",
    "<a href='java&#9;script:alert(1)'>x</a>",
    "<a href='java&#1;script:alert(1)'>x</a>",
    "<a href='java\x01script:alert(1)'>x</a>",
    "<a href='\x01javascript:alert(1)'>x</a>",
    "<a href='&#x6A;avascript&colon;alert(1)'>x</a>",
    "<a href='data:text/html,<script>alert(1)</script>'>x</a>",
    "<a href='vbscript:msgbox(1)'>x</a>",
    "<a href='x' target='_blank' rel='opener' download ping='//evil.example'>x</a>",
    "<base href='//evil.example/'><link rel=stylesheet href='//evil.example/x.css'>",
    "<meta http-equiv=refresh content='0;url=javascript:alert(1)'>",
    "<form action='javascript:alert(1)'><button formaction='javascript:alert(1)'>x</button></form>",
    "<input autofocus onfocus=alert(1)>",
    "<details open ontoggle=alert(1)>x</details>",
    "<style>@import 'javascript:alert(1)';</style>",
    "<table background='javascript:alert(1)'><td colspan='2' onclick='alert(1)' background='javascript:alert(1)'>x",
    "<h2 id='main' class='x' onclick='alert(1)'>x</h2>",
    "<!--><script>alert(1)</script>-->",
    "<![CDATA[<script>alert(1)</script>]]>",
    "<template><script>alert(1)</script></template>",
    "<p>x</p><script>",
    "<textarea></textarea><script>alert(1)</script>",
    "</p></div></body></html><script>alert(1)</script>",
)
SCHEMES = {"", "http", "https", "mailto", "tel"}
ALLOWED = {
    **dict.fromkeys(
        ["p", "br", "ul", "li", "strong", "em", "s", "sup", "sub", "code", "h2", "h3", "table", "thead", "tbody", "tr"],
        (),
    ),
    **dict.fromkeys(["th", "td"], ("colspan", "rowspan")),
    "a": ("href",),
    "ol": ("start", "type", "reversed"),
}
RENDERED = {
    **ALLOWED,
    "div": {"class", "role", "aria-label", "tabindex"},
    "th": {"colspan", "rowspan", "scope", "dir"},
    "td": {"colspan", "rowspan", "dir"},
    "colgroup": {"span"},
    "h2": {"id", "dir"},
    "h3": {"id", "dir"},
    "p": {"dir"},
    "li": {"dir"},
}


class Strict(HTMLParser):
    """Collects what a page must not contain."""

    def __init__(self, allowed):
        super().__init__(convert_charrefs=True)
        self.allowed, self.found = allowed, []

    def handle_starttag(self, tag, attrs):
        if tag not in self.allowed:
            self.found.append(tag)
            return
        self.found += [f"{tag} {name}" for name, _ in attrs if name not in self.allowed[tag]]
        for name, value in attrs:
            if name == "href" and urlsplit(value or "").scheme not in SCHEMES:
                self.found.append(f"{tag} {value}")

    def handle_comment(self, data):
        self.found.append("comment")

    handle_decl = handle_pi = unknown_decl = handle_comment


def harm(html, allowed=ALLOWED):
    """The tags, attributes and addresses in `html` that are not allowed."""
    parser = Strict(allowed)
    parser.feed(html)
    parser.close()
    return parser.found


@pytest.mark.parametrize("html", HOSTILE)
def test_the_probe_sees_the_harm(html):
    assert harm(richtext.clean_text(html)) != []


@pytest.mark.parametrize(
    ("pasted", "kept"),
    [
        ("<p>Words</p>", "<p>Words</p>"),
        ("<h2>One</h2><h3>Two</h3><p>Three</p>", "<h2>One</h2><h3>Two</h3><p>Three</p>"),
        ("<ul><li>a</li></ul><ol><li>b</li></ol>", "<ul><li>a</li></ul><ol><li>b</li></ol>"),
        (
            "<table><tr><th colspan='2'>a</th></tr><tr><td rowspan='2'>b</td></tr></table>",
            '<table><tbody><tr><th colspan="2">a</th></tr><tr><td rowspan="2">b</td></tr></tbody></table>',
        ),
        ("<a href='https://a.example/?b=1&c=2'>x</a>", '<a href="https://a.example/?b=1&amp;c=2">x</a>'),
        ("<a href='mailto:a@agency.example'>x</a>", '<a href="mailto:a@agency.example">x</a>'),
        ("<a href='tel:+442079460000'>x</a>", '<a href="tel:+442079460000">x</a>'),
        ("<a href='/guides/'>x</a>", '<a href="/guides/">x</a>'),
        ("<p>a<br/>b</p>", "<p>a<br>b</p>"),
        ("<p>£40,000<sup>1</sup>, H<sub>2</sub>O</p>", "<p>£40,000<sup>1</sup>, H<sub>2</sub>O</p>"),
        ("<p><s>£45,000</s> <del>£46,000</del> <strike>£47,000</strike> £48,000</p>",
         "<p><s>£45,000</s> <s>£46,000</s> <s>£47,000</s> £48,000</p>"),
        ("<p><code>a_b</code> <kbd>Ctrl</kbd> <tt>c</tt></p>", "<p><code>a_b</code> <code>Ctrl</code> <code>c</code></p>"),
        ('<ol start="4"><li>Four</li></ol>', '<ol start="4"><li>Four</li></ol>'),
        ('<ol start="-1" type="a" reversed><li>x</li></ol>', '<ol start="-1" type="a" reversed=""><li>x</li></ol>'),
        ("<p>R&D, 1 < 2, &pound;3</p>", "<p>R&amp;D, 1 &lt; 2, £3</p>"),
    ],
)  # fmt: skip
def test_what_an_editor_means_is_kept(pasted, kept):
    assert sanitise(pasted) == kept


@pytest.mark.parametrize(
    ("pasted", "kept"),
    [
        ("<p>a <b>bold</b> word</p>", "<p>a <strong>bold</strong> word</p>"),
        ("<p>a<B STYLE='x'> bold </B>word</p>", "<p>a<strong> bold </strong>word</p>"),
        ("<p>an <i>italic</i>, <b><i>both</i></b></p>", "<p>an <em>italic</em>, <strong><em>both</em></strong></p>"),
        ("<p>a<b/class=x>b</b></p>", "<p>a<strong>b</strong></p>"),
        ("<h1 class=MsoTitle>One</h1>", "<h2>One</h2>"),
        ("<h4>a</h4>", "<h3>a</h3>"),
        ("<h4>a</h4><h5>b</h5><h6>c</h6>", "<h2>a</h2><h3>b</h3><p><strong>c</strong></p>"),
        ("<h1>a</h1><h2>b</h2><h1>c</h1>", "<h2>a</h2><h3>b</h3><h2>c</h2>"),
        ("<H2>a</H2><h3>b</h3><H4 class=x>c</H4>", "<h2>a</h2><h3>b</h3><p><strong>c</strong></p>"),
        ("<h1>Title</h1><h2>a</h2><h3>b</h3>", "<h2>Title</h2><h2>a</h2><h3>b</h3>"),
        ("<h2>a</h2><h2>b</h2>", "<h2>a</h2><h2>b</h2>"),
        ("<h3>a</h3>", "<h3>a</h3>"),
        ("<blockquote>a</blockquote><br><body>b", "a<br>b"),
        (
            "<p class=MsoNormal><b style='mso-bidi-font-weight:normal'><span lang=EN-GB>Bold</span></b>"
            "<span style='mso-spacerun:yes'> and</span> <o:p></o:p><!--[if gte mso 9]><xml></xml><![endif]-->plain</p>",
            "<p><strong>Bold</strong> and plain</p>",
        ),
    ],
)
def test_what_word_means_is_mapped_without_losing_spaces(pasted, kept):
    assert sanitise(pasted) == kept


@pytest.mark.parametrize(
    "attribute",
    ['start="1"', 'start="one"', 'start="4.5"', 'start="123456"', 'start="007"', 'type="1"', 'type="disc"',
     'data-type="decimal"', 'style="list-style: none"', 'value="3"'],
)  # fmt: skip
def test_a_numbered_list_says_no_more_than_a_browser_can_count_by(attribute):
    assert sanitise(f"<ol {attribute}><li>a</li></ol>") == "<ol><li>a</li></ol>"


@pytest.mark.parametrize("span", ["0", "1", "-2", "two", "1000", "65534"])
def test_a_cell_spans_no_more_than_a_table_can_have(span):
    html = sanitise(f'<table><tr><td colspan="{span}" rowspan="{span}">a</td></tr></table>')
    assert html == "<table><tbody><tr><td>a</td></tr></tbody></table>"


@pytest.mark.parametrize("tag", ["script", "style", "title", "textarea", "iframe", "noscript"])
def test_what_no_reader_is_meant_to_see_goes_with_its_tag(tag):
    assert sanitise(f"<p>a</p><{tag}>Not words</{tag}><p>b</p>") == "<p>a</p><p>b</p>"


def test_the_simple_list_has_neither_headings_nor_tables():
    html = "<h2>One</h2><p>two <strong>three</strong></p><table><tr><td>four</td></tr></table>"
    assert sanitise(html, SIMPLE) == "One<p>two <strong>three</strong></p>four"


@pytest.mark.parametrize(
    "html",
    ["", " \n", "<p></p>", "<p> &nbsp;<br></p>\n<p></p>", "<h2></h2>", "<ul><li><strong> </strong></li></ul>",
     "<table><tr><td></td></tr></table>", "<script>alert(1)</script>", "\x00\ud800"],
)  # fmt: skip
def test_markup_without_words_is_empty(html):
    assert sanitise(html) == ""


def test_control_characters_and_lone_surrogates_are_dropped():
    assert sanitise("<p>a\x00b\x1fc\x7fd\x85e\ud800f&#1;g&#x80;h\ti\nj</p>") == "<p>abcd efg€h\ti\nj</p>"


@pytest.mark.parametrize("cleaner", [FULL, SIMPLE], ids=["full", "simple"])
@pytest.mark.parametrize("html", HOSTILE)
def test_hostile_markup_loses_its_harm(html, cleaner):
    safe = sanitise(html, cleaner)
    assert harm(safe) == harm(render(safe), RENDERED) == []
    assert sanitise(safe, cleaner) == safe


def test_an_attribute_cannot_be_left():
    cell = "<table><tr><td colspan='\"><script>alert(1)</script>'>x</td></tr></table>"
    assert harm(sanitise(cell)) == harm(render(cell), RENDERED) == []
    assert plain(sanitise(cell)) == "x"


@given(hostile_texts)
@settings(max_examples=600)
def test_no_input_is_harmful(html):
    assert harm(sanitise(html)) == harm(sanitise(html, SIMPLE)) == harm(render(html, lambda *_: "here"), RENDERED) == []


@given(hostile_texts)
@settings(max_examples=600)
@example("<p><button><p>x")
@example("<h2><object><h2>x")
@example("<a href=/><object><a href=/>x")
@example("&#13;\r&#1;x")
def test_sanitising_twice_changes_nothing_more(html):
    for cleaner in (FULL, SIMPLE):
        once = sanitise(html, cleaner)
        assert sanitise(once, cleaner) == once


@given(hostile_texts)
@example("a<s>b</s>c, <s>d</s>, e")
def test_the_words_of_sanitised_text_are_those_of_the_page(html):
    safe = sanitise(html)
    parser = Words()
    parser.feed(typed(safe))
    parser.close()
    assert plain(safe) == " ".join("".join(parser.words).split())


class Words(HTMLParser):
    """The text between the tags; all but inline tags part words."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.words = []

    def handle_data(self, data):
        self.words.append(data)

    def handle_starttag(self, tag, attrs=()):
        self.words.append("" if tag in {"a", "code", "em", "s", "strong", "sub", "sup"} else " ")

    handle_endtag = handle_starttag


@pytest.mark.parametrize("opening", ["<strong>", "<ul><li>", "<em><strong>", "<table><tr><td>"])
def test_markup_nested_beyond_reason_is_reduced_to_its_words(opening):
    assert sanitise(opening * 1000 + "a &lt; b") == "<p>a &lt; b</p>"


def test_lists_as_deep_as_word_has_them_are_kept():
    html = "<ul><li>x" * 9 + "</li></ul>" * 9
    assert sanitise(html) == html


def test_a_paragraph_of_100_kb_is_kept():
    assert sanitise(f"<p>{LONG}</p>") == f"<p>{LONG}</p>"


@pytest.mark.parametrize("text", AWKWARD)
def test_plain_text_is_one_clean_line(text):
    line = richtext.one_line(text)
    assert line == " ".join(line.split())
    assert line == richtext.clean_text(line)
    assert richtext.one_line(f" \t{line}\n") == line


def test_a_line_break_of_any_kind_parts_words():
    assert richtext.one_line("a\nb\r\nc\x0bd\u2028e\x85f\x0cg") == "a b c d e f g"


def test_headings_get_the_anchors_they_are_given_in_order():
    seen = []

    def anchor(level, words):
        seen.append((level, words))
        return f"at-{len(seen)}"

    html = "<h2>One &amp; <strong>two</strong></h2><p>x</p><h2> </h2><h3>Three<br>four</h3>"
    assert render(html, anchor) == (
        '<h2 id="at-1">One &amp; <strong>two</strong></h2><p>x</p><h3 id="at-2">Three<br>four</h3>'
    )
    assert seen == [(2, "One & two"), (3, "Three four")]


def test_tables_scroll_and_say_what_their_headings_head():
    html = "<table><thead><tr><th>a</th><th>b</th></tr></thead><tbody><tr><th>c</th><td>d</td></tr></tbody></table>"
    assert render(html) == (
        '<div class="table-scroll" role="group" aria-label="Table" tabindex="0"><table>'
        '<thead><tr><th scope="col">a</th><th scope="col">b</th></tr></thead>'
        '<tbody><tr><th scope="row">c</th><td>d</td></tr></tbody></table></div>'
    )


def test_each_block_takes_the_direction_of_its_own_words():
    """A paragraph of an item or a cell has none of its own, or the item would have no words to go by."""
    assert render(
        "<h2>ب</h2><p>b</p><ul><li><p>c</p><ol><li>d</li></ol></li></ul><table><tr><td><p>e</p></td></tr></table>"
    ) == (
        '<h2 dir="auto">ب</h2><p dir="auto">b</p><ul><li dir="auto"><p>c</p><ol><li dir="auto">d</li></ol></li></ul>'
        '<div class="table-scroll" role="group" aria-label="Table" tabindex="0"><table><tbody><tr><td dir="auto"><p>e</p></td></tr>'
        "</tbody></table></div>"
    )


@pytest.mark.parametrize("letter", ["א", "ب", "ܐ", "ߊ", "\N{RIGHT-TO-LEFT MARK}a", "ﭐ", "𐤀", "𞤀"])
def test_words_that_run_from_right_to_left_give_directions(letter):
    assert render(f"<p>{letter}</p><p>b</p>") == f'<p dir="auto">{letter}</p><p dir="auto">b</p>'


def test_where_all_runs_from_left_to_right_nothing_says_so():
    assert render("<p>“One” – €2, naïve Ωμέγα Привет 日本 😀</p>") == "<p>“One” – €2, naïve Ωμέγα Привет 日本 😀</p>"


def test_space_beside_blocks_goes_and_other_space_stays():
    html = "<p>a <strong>b</strong> <em>c</em>\nd<br>\ne</p>\n<ul>\n<li> f\u00a0</li>\n</ul>"
    assert render(html) == "<p>a <strong>b</strong> <em>c</em>\nd<br>e</p><ul><li>f&nbsp;</li></ul>"


def test_a_table_in_a_table_stays_well_formed():
    inner = "<table><thead><tr><th>b</th></tr></thead></table>"
    assert harm(render(f"<table><tr><td>{inner}</td></tr></table>"), RENDERED) == []


# --- wherever it enters ---

ATTACK = "<p onclick=x>Words<script>alert(1)</script> <b>here</b></p>"
HARMLESS = "<p>Words <strong>here</strong></p>"
FIELDS = [
    (model, field.name)
    for model in apps.get_app_config("articles").get_models()
    for field in model._meta.fields
    if isinstance(field, RichTextField)
]


def test_every_rich_text_has_a_column_that_sanitises():
    of_blocks = [(row, name) for kind, row in ROW_FOR.items() for name in kind.rich]
    assert sorted([(Author, "biography"), *of_blocks], key=str) == sorted(FIELDS, key=str)


every_column = pytest.mark.parametrize(("model", "name"), FIELDS, ids=lambda value: getattr(value, "__name__", value))


@pytest.fixture
def unsaved(db, model, name):
    """A row whose rich text is hostile."""
    if model is Author:
        return Author(slug="new", name="New", role="New", **{name: ATTACK})
    return model(parent=cast.draft(), region="main", ordering=1, **{name: ATTACK})


@every_column
def test_saving_sanitises(unsaved, model, name):
    unsaved.save()
    assert getattr(unsaved, name) == HARMLESS
    assert model.objects.values_list(name, flat=True).get(pk=unsaved.pk) == HARMLESS


@every_column
def test_saving_one_column_again_sanitises(unsaved, model, name):
    unsaved.save()
    setattr(unsaved, name, ATTACK)
    unsaved.save(update_fields=[name])
    assert model.objects.values_list(name, flat=True).get(pk=unsaved.pk) == HARMLESS


@every_column
def test_bulk_create_sanitises(unsaved, model, name):
    model.objects.bulk_create([unsaved])
    assert model.objects.values_list(name, flat=True).get(pk=unsaved.pk) == HARMLESS


@every_column
def test_bulk_update_sanitises(unsaved, model, name):
    unsaved.save()
    setattr(unsaved, name, ATTACK)
    model.objects.bulk_update([unsaved], [name])
    assert model.objects.values_list(name, flat=True).get(pk=unsaved.pk) == HARMLESS


@every_column
def test_a_query_that_updates_sanitises(unsaved, model, name):
    unsaved.save()
    model.objects.filter(pk=unsaved.pk).update(**{name: "<h1>Old</h1>"})
    model.objects.filter(pk=unsaved.pk).update(**{name: ATTACK})
    assert model.objects.values_list(name, flat=True).get(pk=unsaved.pk) == HARMLESS


@every_column
def test_a_form_sanitises(model, name):
    form = modelform_factory(model, fields=[name])({name: ATTACK})
    assert form.is_valid()
    assert getattr(form.instance, name) == HARMLESS


@pytest.mark.parametrize(
    ("block", "name"),
    [(block, name) for block in doc.BLOCKS.values() for name in block.rich],
    ids=lambda value: getattr(value, "__name__", value),
)
def test_a_document_sanitises_when_it_is_made_and_when_it_is_read(block, name):
    assert getattr(block(**{name: ATTACK}), name) == HARMLESS
    stored = serialization.dump(doc.Document(blocks=(block(),)))
    stored["blocks"][0][name] = ATTACK
    assert getattr(serialization.load(stored).blocks[0], name) == HARMLESS


# --- what nobody sees ---

UNSEEN = ("\u200b", "&shy;", "\u2800", "\u2060\ufeff", "&nbsp;", "\u0301", "\u3164", "\ufe0f", "<br>", "")


@pytest.mark.parametrize("blank", UNSEEN)
def test_text_of_nothing_to_see_is_no_text(blank):
    assert sanitise(f"<h2>{blank}</h2><p>{blank}<strong>{blank}</strong></p><ul><li>{blank}</li></ul>{blank}") == ""


@pytest.mark.parametrize("blank", UNSEEN)
def test_blank_headings_paragraphs_and_lists_are_left_out(blank):
    html = (
        f'<h2>{blank}</h2><h3><a href="/x">{blank}</a></h3><p>{blank}</p><p>a</p><p><em>{blank}</em></p>'
        f'<ul><li>b<ol><li>{blank}</li></ol></li></ul><ol start="4"><li><p>{blank}</p></li></ol>'
    )
    assert sanitise(html) == "<p>a</p><ul><li>b</li></ul>"


@pytest.mark.parametrize("blank", UNSEEN)
def test_a_blank_item_stays_empty_among_others_for_the_checks_to_find_and_no_reader_gets_it(blank):
    html = f"<ul><li>{blank}</li><li>b</li></ul><ol><li>c</li><li><p>{blank}<em>{blank}</em></p></li></ol>"
    stored = "<ul><li></li><li>b</li></ul><ol><li>c</li><li></li></ol>"
    assert (sanitise(html), sanitise(stored)) == (stored, stored)
    assert render(html) == "<ul><li>b</li></ul><ol><li>c</li></ol>"


def test_a_link_that_nobody_sees_stays_for_the_checks_to_find():
    assert sanitise('<p><a href="/x">\u200b</a></p><p>a</p>') == '<p><a href="/x">\u200b</a></p><p>a</p>'


def test_line_separators_of_other_programs_are_white_space():
    assert sanitise("<p>a\u2028b\u2029c\x0bd\x0ce\x85f</p>") == "<p>a b c d e f</p>"
    assert plain("<p>a\u2028b&#11;c</p>") == "a b c"


# --- raised, lowered and struck-out signs in plain text ---


@pytest.mark.parametrize(
    ("html", "words"),
    [
        ("Pay is £40,000<sup>1</sup>", "Pay is £40,000¹"),
        ("Pay is £40,000<sup>12</sup> a year", "Pay is £40,000¹² a year"),
        ("£40,000<sup>[1]</sup>", "£40,000[1]"),
        ("£40,000<sup>1, 2</sup>", "£40,000 [1, 2]"),
        ('£40,000<sup><a href="#note">1</a></sup>', "£40,000¹"),
        ('£40,000<a href="#note"><sup>1</sup></a>', "£40,000¹"),
        ("10<sup>6</sup> users", "10⁶ users"),
        ("10<sup>−6</sup> and x<sup>n+1</sup>", "10⁻⁶ and xⁿ⁺¹"),
        ("H<sub>2</sub>O, log<sub>10</sub>", "H₂O, log₁₀"),
        ("the 19<sup>th</sup> and 1<sup>er</sup>", "the 19th and 1er"),
        ("a<sup>1a</sup>", "a [1a]"),
        ("Salary <s>£45,000</s>£48,000", "Salary £45,000 £48,000"),
        ("£45,000<s>£48,000</s>", "£45,000 £48,000"),
        ("was <s>this</s>, that", "was this, that"),
        ("<s>all</s>", "all"),
    ],
)
def test_no_figure_changes_in_plain_text(html, words):
    assert plain(f"<p>{html}</p>") == words

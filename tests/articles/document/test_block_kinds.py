"""A kind of block is known wherever it has to be; what fails here names the place that does not know it."""

import json
import re
from dataclasses import fields, replace
from html import unescape
from io import BytesIO
from pathlib import Path
from typing import get_args, get_origin, get_type_hints

import docx
import pytest
from django.contrib import admin
from django.contrib.auth.models import Group
from django.db import connection
from django.template.loader import render_to_string
from django.test.utils import CaptureQueriesContext
from django.utils.text import capfirst

from agency import design_samples
from articles.diff.comparison import compare
from articles.document import (
    BLOCKS,
    Block,
    Document,
    Image,
    Line,
    SalaryTable,
    blocks,
    plain_text,
    richtext,
    serialization,
)
from articles.document.layout import Page
from articles.document.markdown import block_to_markdown
from articles.document.word import to_word
from articles.drafts.rows import document_of, rows_of
from articles.drafts.where_used import Surface, guides_using
from articles.gate.checks.structure.headings import OWN_HEADINGS
from articles.gate.prose.document_text import of_block
from articles.language.stemming import stem
from articles.language.words import folded
from articles.models import Article
from articles.models.blocks import ROW_FOR
from articles.search.indexing import columns
from articles.views import feeds
from tests import cast
from tests.articles import live

ROOT = Path(__file__).parents[3]
PICTURE = Image(name=cast.PICTURE, width=12, height=8)
TAG = re.compile(r"<[^>]*>")
LOADING = re.compile(r"<(img|video|audio|iframe|object|embed)\b")
# What stands on the page and is no prose: names of records, which have forms and rules of their own.
RECORDED = {SalaryTable: {"role_name"}}
# A heading may well stand above these: a text goes on beneath it, an insight is a remark within it.
WITHIN_A_SECTION = (blocks.Text, blocks.Insight)

each_kind = pytest.mark.parametrize("kind", BLOCKS.values(), ids=list(BLOCKS))


def sample(kind):
    """The first of the samples that staff see."""
    found = next((block for block in design_samples.document(PICTURE, None).blocks if type(block) is kind), None)
    assert found, f"agency/design_samples.py has no {kind.verbose_name}."
    return found


def row_of(kind):
    assert kind in ROW_FOR, f"articles/models/blocks/ has no row for a {kind.verbose_name} in BLOCK_MODELS."
    return ROW_FOR[kind]


def mark(name):
    return f"Words of {name.replace('_', ' ')}."


def lines_of(hints, entry):
    """What the items of a field are, where they are text or made of texts."""
    (item, *_) = get_args(hints[entry.name]) or (None,)
    return item if get_origin(hints[entry.name]) is tuple and issubclass(item, (str, Line)) else None


def line(hint, words):
    """One item of a field, with these words wherever it has any."""
    item = get_args(hint)[0]
    if item is str:
        return words
    texts = {
        name: words if each is str else (words,)
        for name, each in get_type_hints(item).items()
        if name in item.__slots__
    }
    return item(**texts)


def marked(kind):
    """A sample whose every text says which it is."""
    hints = get_type_hints(kind)
    marks = {entry.name: mark(entry.name) for entry in fields(kind) if hints[entry.name] is str}
    marks |= {name: f"<p>{mark(name)}</p>" for name in kind.rich}
    marks |= {
        entry.name: (line(hints[entry.name], mark(entry.name)),) for entry in fields(kind) if lines_of(hints, entry)
    }
    return replace(sample(kind), **marks)


def revision_of(block):
    """A guide of this one block, saved nowhere."""
    revision = design_samples.card(None, design_samples.person(None))
    revision.stored = serialization.dump(Document(blocks=(block,)))
    return revision


def html_of(block):
    (part,) = Page(Document(blocks=(block,))).parts
    assert (ROOT / "templates" / part.template).exists(), f"There is no templates/{part.template}."
    return render_to_string(part.template, {"part": part, "revision": revision_of(block)})


def said_by(html):
    """The words of a page, also those that are drawn."""
    return richtext.one_line(unescape(TAG.sub(" ", html)))


def as_markdown(block):
    assert type(block) in block_to_markdown.registry, f"articles/document/markdown.py has no {block.verbose_name}."
    return block_to_markdown(block)


def as_word(block):
    file = docx.Document(BytesIO(to_word(Document(blocks=(block,)), page="https://agency.example/", state="")))
    return " ".join(file.element.body.itertext())


PLACES = {
    "Its template": lambda block: said_by(html_of(block)),
    "articles/document/markdown.py": as_markdown,
    "articles/document/word/blocks.py": as_word,
    "articles/document/plain_text.py": plain_text.in_words,
    "articles/views/feeds.py": lambda block: richtext.plain(
        feeds.body(revision_of(block), revision_of(block).document())
    ),
    "articles/gate/prose/document_text.py": lambda block: " ".join(passage.text for passage in of_block(block)),
}


def test_every_kind_is_listed():
    kinds = {value for value in vars(blocks).values() if isinstance(value, type) and issubclass(value, Block)}
    assert kinds - {Block} == set(BLOCKS.values()), "BLOCKS in articles/document/blocks/ does not list them all."
    assert list(ROW_FOR) == list(BLOCKS.values()), "BLOCK_MODELS in articles/models/blocks/ does not list the same."


@each_kind
def test_stored_documents_keep_it(kind):
    document = Document(blocks=(sample(kind),))
    stored = json.dumps(serialization.dump(document))
    assert serialization.load(json.loads(stored)) == document, "articles/document/serialization.py changes it."


@each_kind
@pytest.mark.parametrize("place", PLACES)
def test_no_text_of_it_is_lost(kind, place):
    told = PLACES[place](marked(kind)).casefold()
    lost = [name for name in kind.prose if mark(name).casefold() not in told]
    assert not lost, f"{place} leaves out what a {kind.verbose_name} says as {', '.join(lost)}."


@each_kind
def test_search_finds_its_texts_but_those_that_it_leaves_out(kind):
    found = columns(Document(blocks=(marked(kind),)))
    indexed = f"{found['points']} {found['body']}"
    lost = [
        name
        for name in kind.prose
        if (" ".join(map(stem, folded(mark(name)).split())) in indexed) == (name in kind.unsearched)
    ]
    assert not lost, f"articles/search/indexing.py and `unsearched` of a {kind.verbose_name} disagree on {lost}."


@each_kind
def test_what_is_read_on_the_page_is_prose(kind):
    """Otherwise neither the gate nor search nor the time of reading knows of it."""
    shown = PLACES["Its template"](marked(kind)).casefold()
    read = {entry.name for entry in fields(kind) if mark(entry.name).casefold() in shown}
    unknown = read - {*kind.prose} - RECORDED.get(kind, set())
    assert not unknown, f"A {kind.verbose_name} shows {', '.join(unknown)}: name it in its `prose`."


@each_kind
def test_readers_of_feeds_get_what_it_loads(kind):
    loaded = set(LOADING.findall(html_of(sample(kind))))
    assert loaded <= feeds.TAGS, (
        f"TAGS of articles/views/feeds.py has no {loaded - feeds.TAGS}; or offer a link instead."
    )


@each_kind
def test_the_gate_knows_that_it_brings_a_heading(kind):
    if "<h2" in html_of(sample(kind)) and kind not in WITHIN_A_SECTION:
        assert kind in OWN_HEADINGS, f"OWN_HEADINGS of the gate's headings.py has no {kind.verbose_name}."


@each_kind
def test_editors_are_told_of_it(kind):
    told = (ROOT / "docs/editors.md").read_text()
    assert f"| {capfirst(kind.verbose_name)} |" in told, f"docs/editors.md says nothing of a {kind.verbose_name}."


@each_kind
def test_editors_have_one_name_for_it(kind):
    (change,) = compare(Document(), Document(blocks=(sample(kind),)))
    row = row_of(kind)
    assert change.label == capfirst(row._meta.verbose_name), f"{row.__name__} is not called a {kind.verbose_name}."


@pytest.mark.django_db
@each_kind
def test_authors_can_add_it(kind):
    row = row_of(kind)
    inlines = {inline.model: inline for inline in admin.site._registry[Article].inlines}
    assert row in inlines, f"articles/admin/guides/blocks.py has no form for a {kind.verbose_name}."
    assert inlines[row].icon, f"{row.__name__} in articles/models/blocks/ has no symbol."
    may_add = Group.objects.get(name="Authors").permissions.filter(codename=f"add_{row._meta.model_name}")
    assert may_add.exists(), f"agency/groups.py gives authors no {kind.verbose_name}."


@pytest.fixture
def draft_of(db):
    """Makes a draft of nothing but a block of the kind, as often as asked; the records that blocks name are there."""
    cast.store_picture()
    cast.author(sample(blocks.Insight).speaker)
    cast.job_role()

    def draft_of(kind, times=1, *more):
        row_of(kind)  # says so when there is none
        block = cast.ENGINEER if kind is SalaryTable else sample(kind)
        return cast.draft(f"guide-{times}", blocks=(block,) * times + more), block

    return draft_of


@each_kind
def test_a_guide_wears_its_styles(kind, client, draft_of):
    guide, _ = draft_of(kind, 1, blocks.Text(html="<p>More.</p>"))  # a call to action that ends a guide wears another's
    live.publish(guide)
    page = client.get("/guides/guide-1/").content.decode()
    styles, name = re.search(r"<style>(.*?)</style>", page)[1], re.search(r'class="([\w-]+)', html_of(sample(kind)))[1]
    assert re.search(rf"\.{name}(?![\w-])", styles), f"No stylesheet of a guide has .{name}, a {kind.verbose_name}."


@each_kind
def test_a_draft_gives_it_back(kind, draft_of):
    table = row_of(kind)._meta.db_table
    assert table in connection.introspection.table_names(), f"articles/migrations/ makes no table {table}."
    guide, block = draft_of(kind)
    assert document_of(guide).blocks == (block,), "articles/models/blocks/ changes it."


@each_kind
def test_many_of_it_are_read_like_one(kind, draft_of):
    def queries(times):
        guide, _ = draft_of(kind, times)
        with CaptureQueriesContext(connection) as captured:
            [row.to_block() for row in rows_of(guide)]
        return len(captured)

    assert queries(1) == queries(3), f"with_related of {row_of(kind).__name__} leaves something to fetch."


@each_kind
def test_what_it_points_at_is_used_by_the_guide(kind, draft_of):
    guide, _ = draft_of(kind)
    live.publish(guide)
    (row,) = rows_of(guide)
    for column in (column for column in row._meta.local_fields if column.is_relation and column.name != "parent"):
        surfaces = {surface for use in guides_using(getattr(row, column.name)) for surface in use.surfaces}
        assert Surface.DRAFT in surfaces, f"articles/drafts/where_used.py follows no {column.name}."
        assert Surface.LIVE in surfaces, f"articles/models/mention.py notes no {column.name}."

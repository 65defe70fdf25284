"""Two people change one draft: what both did is kept, or neither's work is touched."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.diff.merge import merge
from articles.document import Document, Figure, Text
from tests.articles.documents import documents


def guide(letters, **fields):
    """A guide whose blocks are letters."""
    return Document(blocks=tuple(Text(html=f"<p>{letter}</p>") for letter in letters), **fields)


BASE = guide("abcdef", title="A", standfirst="S", slug="a")


@pytest.mark.parametrize(
    ("mine", "theirs", "merged"),
    [
        ("Abcdef", "abcdeF", "AbcdeF"),
        ("Abcdef", "Abcdef", "Abcdef"),
        ("xabcdef", "abcdefy", "xabcdefy"),
        ("bcdef", "abcde", "bcde"),
        ("abxcdef", "abcdef", "abxcdef"),
        ("fabcde", "fabcde", "fabcde"),
        ("abcefd", "Abcdef", "Abcefd"),
        ("AbcDef", "Abcdef", "AbcDef"),
    ],
)
def test_changes_in_different_places_are_both_kept(mine, theirs, merged):
    assert merge(guide("abcdef"), guide(mine), guide(theirs)) == guide(merged)
    assert merge(guide("abcdef"), guide(theirs), guide(mine)) == guide(merged)


@pytest.mark.parametrize(
    ("mine", "theirs"),
    [
        ("Abcdef", "Xbcdef"),
        ("Abcdef", "aBcdef"),
        ("abcdefx", "abcdefy"),
        ("abcdefx", "abcdeF"),
        ("bcdef", "Abcdef"),
        ("abcd", "abcdE"),
        ("bcadef", "bcdefa"),
        ("bcdef", "bcdefa"),
        ("xabcdef", "abcxdef"),
    ],
    ids=[
        "one block twice",
        "neighbours",
        "two at one end",
        "beside a changed one",
        "removed and changed",
        "removed and partly changed",
        "moved to two places",
        "removed and moved",
        "the same put in at two places",
    ],
)
def test_changes_that_meet_are_left_to_people(mine, theirs):
    assert merge(guide("abcdef"), guide(mine), guide(theirs)) is None
    assert merge(guide("abcdef"), guide(theirs), guide(mine)) is None


def test_different_fields_are_both_kept():
    mine, theirs = replace(BASE, title="B"), replace(BASE, standfirst="T", hero=Figure(alt="A desk."))
    assert merge(BASE, mine, theirs) == replace(BASE, title="B", standfirst="T", hero=Figure(alt="A desk."))


@pytest.mark.parametrize("change", [{"title": "C"}, {"slug": "c"}, {"hero": Figure(caption="C")}])
def test_one_field_changed_twice_is_left_to_people(change):
    mine = replace(BASE, title="B", slug="b", hero=Figure(caption="B"))
    assert merge(BASE, mine, replace(BASE, **change)) is None


@given(documents, documents)
def test_what_only_one_changed_is_taken_as_it_is(base, changed):
    assert merge(base, base, changed) == changed
    assert merge(base, changed, base) == changed
    assert merge(base, changed, changed) == changed


bodies = st.lists(st.sampled_from("abcdeABXY"), max_size=8).map(guide)


@given(bodies, bodies, bodies)
def test_a_merge_depends_on_neither_order_nor_luck(base, mine, theirs):
    merged = merge(base, mine, theirs)
    assert merged == merge(base, theirs, mine)
    if merged:
        kept = set(merged.blocks)
        assert kept <= {*mine.blocks, *theirs.blocks}
        assert {*mine.blocks, *theirs.blocks} - {*base.blocks} <= kept

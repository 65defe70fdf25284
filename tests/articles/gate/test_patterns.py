import re
from importlib import import_module
from pkgutil import walk_packages

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from articles import gate
from articles.gate.prose.patterns import Pattern, filtered
from articles.gate.prose.patterns.needed_words import needed_words

MODULES = [import_module(module.name) for module in walk_packages(gate.__path__, "articles.gate.")]
PATTERNS = {
    f"{module.__name__.removeprefix('articles.gate.')}.{name}": value
    for module in MODULES
    for name, value in vars(module).items()
    if isinstance(value, Pattern) and "(?!)" not in value.compiled.pattern  # of which Hypothesis makes nothing
}
BEGINS, ENDS = "\n", "\n"


@pytest.mark.parametrize(
    ("pattern", "keys"),
    [
        (r"\bdemand\b", [{f"{BEGINS}demand{ENDS}"}]),
        (r"\bemployers?\b", [{f"{BEGINS}employer"}]),
        (r"discriminat", [{"discriminat"}]),
        (r"ing\b", [{f"ing{ENDS}"}]),
        (r"\b(?:mothers?|managers?) of", [{f"{BEGINS}mother", f"{BEGINS}manager"}, {f"{BEGINS}of"}, {f"{BEGINS}m"}]),
        (r"\b(?:an? )?offer ", [{f"{BEGINS}offer{ENDS}"}]),
        (r"\bfore?cast\b", [{f"cast{ENDS}"}, {f"{BEGINS}for"}]),
        (r"(?:un)?lawful\b", [{f"lawful{ENDS}"}]),
        (r"£\d", [{"£"}, {"\t"}]),
        (r"\bif (?!not)(?:so)?", [{f"{BEGINS}if{ENDS}"}]),
        (r"[A-Z]\w+", []),
        (r"\bpay\b|\w+", []),
    ],
)
def test_what_a_pattern_needs_is_read_from_it(pattern, keys):
    assert list(needed_words(pattern, re.IGNORECASE)) == keys


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        (r"\b(?:demand|need) for\b", "There is Demand for it"),
        (r"wıll|fast", "FAST"),
        (r"\bin time\b", "İn tıme"),
        (r"(?:a|b)+foo", "xabafood"),
        (r"lawful|\bpaid\b", "Unlawfully"),
        (r"^\W*note:", "– Note: call"),
        (r"(\w+) \1|never", "that that"),
        (r"[|(]x|[)\]]y", "]y"),
        (r"a\|b|\(c", "(c"),
        (r"\d{2,} days", "within 30 days"),
    ],
)
def test_a_pattern_finds_what_re_finds(pattern, text):
    found = filtered(pattern, re.IGNORECASE).search(text)
    assert found is not None
    assert found.span() == re.search(pattern, text, re.IGNORECASE).span()


def test_a_pattern_finds_nothing_where_its_words_are_missing():
    demand = filtered(r"\bdemand\b|\bneeds?\b")
    assert demand.search("Nothing is demanded here") is None
    assert demand.fullmatch("demands") is None
    assert demand.match("in demand") is None
    assert list(demand.finditer("needed")) == []


def test_matches_are_found_at_their_places():
    pay = filtered(r"\bpay\b|\bpaid\b")
    assert [match.start() for match in pay.finditer("pay or be paid")] == [0, 10]
    assert pay.search("pay or be paid", 1).start() == 10
    assert pay.match("pay or be paid")[0] == "pay"
    assert pay.fullmatch("paid")[0] == "paid"


@given(data=st.data())
@settings(max_examples=5, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much], deadline=None)
def test_no_pattern_of_the_gate_misses_what_is_made_to_match_it(data):
    pattern = PATTERNS[data.draw(st.sampled_from(sorted(PATTERNS)))]
    text = data.draw(st.from_regex(pattern.compiled))
    assert str(pattern.search(text)) == str(pattern.compiled.search(text))

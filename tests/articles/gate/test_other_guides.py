"""The other guides are found without reading them all, and the same ones as if they were."""

from hypothesis import given
from hypothesis import strategies as st

from articles.gate.other_guides import OtherGuide, OtherGuides

titles = st.lists(
    st.sampled_from(["pay", "notice", "tester", "review", "contract", "offer", "lead", "salary", "day", "team"]),
    max_size=9,
)
guides = st.lists(titles.map(" ".join), max_size=12)


def words(text: str) -> set[str]:
    return set(text.split())


@given(titles.map(" ".join), guides, st.integers(0, 12))
def test_a_title_that_is_like_another_is_found(title: str, others: list[str], own: int) -> None:
    site = OtherGuides(OtherGuide(slug=str(number), title=other) for number, other in enumerate(others))
    alike = [
        number
        for number, other in enumerate(others)
        if number != own
        and min(len(words(title)), len(words(other))) >= 3
        and 5 * len(words(title) & words(other)) >= 4 * len(words(title) | words(other))
    ]
    found = site.like("title", title, 3, but=str(own))
    assert (found.slug if found else None) == (str(alike[0]) if alike else None)


def test_the_first_that_says_the_same_is_found_but_never_the_guide_itself() -> None:
    site = OtherGuides(
        OtherGuide(slug=slug, title=title) for slug, title in (("a", "Pay"), ("b", "pay!"), ("c", "Pay."))
    )
    assert [site.same("title", "PAY", but=slug) for slug in ("a", "b")] == [site[1], site[0]]
    assert (site.same("slug", "c", but="a"), site.same("slug", "c", but="c")) == (site[2], None)
    assert site.same("description", "", but="a") is None

from collections.abc import Iterator

import pytest
from django.utils.safestring import SafeString, mark_safe
from pytest_django import Settings

from articles.lib import fragments
from articles.lib.fragments import component, once
from articles.models import Topic


@pytest.fixture
def asked() -> list[tuple[object, ...]]:
    return []


@pytest.fixture
def greeting(asked: list[tuple[object, ...]]) -> Iterator[object]:
    def render(*given: object) -> SafeString:
        asked.append(given)
        return mark_safe("Hello")

    return once(render)


def test_the_same_values_are_rendered_once(greeting, asked) -> None:
    assert [greeting("a"), greeting("a"), greeting("b")] == ["Hello"] * 3
    assert asked == [("a",), ("b",)]


def test_safe_text_and_other_text_are_two_values() -> None:
    card = {"css": "", "width": 1, "height": 1}

    assert 'src="a&amp;b"' in component("components/cover.html", address="a&b", **card)
    assert 'src="a&b"' in component("components/cover.html", address=mark_safe("a&b"), **card)
    assert 'src="a&amp;b"' in component("components/cover.html", address="a&b", **card)


def test_rows_of_the_database_are_refused_since_they_are_equal_whatever_they_say() -> None:
    with pytest.raises(TypeError, match="Give values, not rows: topic"):
        component("components/cover.html", topic=Topic(pk=1, name="Before"))


def test_a_developer_sees_templates_as_they_are_now(greeting, asked, settings: Settings) -> None:
    settings.DEBUG = True

    greeting("a")
    greeting("a")

    assert asked == [("a",), ("a",)]


def test_other_settings_forget_what_was_rendered(greeting, asked, settings: Settings) -> None:
    greeting("a")
    settings.SITE_URL = "https://new.example"
    greeting("a")

    assert asked == [("a",), ("a",)]


def test_what_is_kept_is_bounded(greeting, asked) -> None:
    for number in range(fragments.KEPT + 1):
        greeting(number)
    greeting(0)

    assert len(asked) == fragments.KEPT + 2

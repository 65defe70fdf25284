"""Titles and descriptions for search engines say what their variables stood for."""

import pytest

from articles.importing.report import Deed, Line
from articles.importing.sources.wordpress.search_texts import Known, said

KNOWN = Known(
    title="Hiring slowly",
    site="Harbour & Pine",
    excerpt="Why it pays.",
    category="Hiring",
    author="Ines Vale",
    year="2026",
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("%%title%% %%page%% %%sep%% %%sitename%%", "Hiring slowly"),
        ("%title% %sep% %sitename%", "Hiring slowly"),
        ("#post_title #separator_sa #site_title", "Hiring slowly"),
        ("%%post_title%% %%sep%% %%sitetitle%%", "Hiring slowly"),
        ("%post_title% | %site_title%", "Hiring slowly"),
        ("Hire well %%sep%% %%primary_category%% %%sep%% %%sitename%%", "Hire well – Hiring"),
        ("Hire well | Harbour &amp; Pine", "Hire well"),
        ("At Harbour & Pine", "At Harbour & Pine"),
        ("Salaries %%currentyear%%: %excerpt%", "Salaries 2026: Why it pays."),
        ("By %author% of 100% #hiring", "By Ines Vale of 100% #hiring"),
        ("Up 50% – and 20 % more", "Up 50% – and 20 % more"),
    ],
)
def test_variables(text: str, expected: str) -> None:
    assert said(text, KNOWN, "title") == (expected, [])


@pytest.mark.parametrize(
    ("text", "expected", "unknown"),
    [
        ("Earn %%cf_salary%% a year", "Earn a year", "%%cf_salary%%"),
        ("Earn %customfield(salary)% a year", "Earn a year", "%customfield(salary)%"),
        ("%%title%% on %%tag%%", "Hiring slowly on", "%%tag%%"),
    ],
)
def test_what_stands_for_nothing_is_said(text: str, expected: str, unknown: str) -> None:
    line = Line(deed=Deed.LEFT_OUT, what="A variable of the title stood for nothing that is known.", words=unknown)
    assert said(text, KNOWN, "title") == (expected, [line])

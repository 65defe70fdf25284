"""Addresses say what they lead to, in whatever script that is written."""

import pytest

from articles.lib.slugs import slug


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("C++ / C#", "c-plus-plus-c-sharp"),
        ("C++17 or C♯", "c-plus-plus-17-or-c-sharp"),
        (".NET and Node.js", "dot-net-and-nodejs"),
        ("R&D", "r-and-d"),
        ("Łukasz Żółć, Straße, Ørsted", "lukasz-zolc-strasse-orsted"),
        ("エンジニア", "enjinia"),
        ("机器学习", "jiqixuexi"),
        ("हिन्दी", "hindi"),
        ("Привет, мир", "privet-mir"),
        ("한국어", "hangugeo"),
        ("Ελλάδα 2026", "ellada-2026"),
        ("٣ ways", "3-ways"),
        ("Re\xadcruit\u200bers", "recruiters"),
        ("Cafe\u0301", "cafe"),
        ("🚀 🚀", "rocket-rocket"),
        ("🚀🎉", "rocket-tada"),
        ("Hire 🚀 well", "hire-well"),
        ("- – !", ""),
        ("", ""),
    ],
)
def test_an_address_says_the_name(text, address):
    assert slug(text) == address


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("Pay & benefits: what’s on?", "pay-benefits-whats-on"),
        ("5+ years, 2020–2021", "5-years-20202021"),
        ("CI/CD at 20% (½ day)", "cicd-at-20-12-day"),
    ],
)
def test_addresses_that_there_were_before_stay(text, address):
    assert slug(text) == address

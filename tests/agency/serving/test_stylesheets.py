"""The styles that stand in a page: squeezed without harm, allowed by their hash, and the same in every answer."""

import re
from base64 import b64encode
from hashlib import sha256
from pathlib import Path

import pytest
from django.test import Client

from agency.serving.stylesheets import page_styles, shorten, squeeze
from tests import cast

pytestmark = pytest.mark.django_db
FOLDER = Path(__file__).parents[3] / "static" / "css"


def styles(page: bytes) -> list[str]:
    return re.findall("<style>(.*?)</style>", page.decode(), re.DOTALL)


@pytest.mark.parametrize(
    ("css", "squeezed"),
    [
        ("/* why */\na {\n  color: red;\n}\n", "a{color:red}"),
        ("a > b,\na :hover,\na:hover { margin: 0 auto; }", "a>b,a :hover,a:hover{margin:0 auto}"),
        ("@media (min-width: 60em) and (max-width: 70em) { a { top: calc(1px + 2px); } }",
         "@media (min-width:60em) and (max-width:70em){a{top:calc(1px + 2px)}}"),
        ('a::after { content: " a ; b : c { } "; }', 'a::after{content:" a ; b : c { } "}'),
        ('a { grid-area: 1 / 2; font: 1rem / 1.5 "A  B", serif; }', 'a{grid-area:1 / 2;font:1rem / 1.5 "A  B",serif}'),
        (".a\n.b { color: red }", ".a .b{color:red}"),
        ("a { margin: 0.5rem -0.25em 0 10.5px; }", "a{margin:.5rem -.25em 0 10.5px}"),
        ('a::after { color: #0ff; content: "0.5"; }', 'a::after{color:#0ff;content:"0.5"}'),
        ("", ""),
    ],
)  # fmt: skip
def test_only_comments_and_needless_space_go(css: str, squeezed: str) -> None:
    assert squeeze(css) == squeezed


def test_a_page_has_only_the_tokens_that_it_uses_under_short_names() -> None:
    css = (
        ":root{--paper:#fff;--ink:#000;--spare:1px}@media print{:root{--spare:0;--ink:#111}}"
        ".a--ink{color:var(--ink);border-color:var(--ink);background:var(--paper,none)}"
    )

    assert shorten(css) == (
        ":root{--b:#fff;--a:#000;}@media print{:root{--a:#111}}"
        ".a--ink{color:var(--a);border-color:var(--a);background:var(--b,none)}"
    )


def test_our_stylesheets_hold_nothing_that_squeezing_would_spoil() -> None:
    """A comment inside quotes would be taken for one; a closing tag would end the element."""
    for path in FOLDER.glob("*.css"):
        text = path.read_text()
        assert not re.search(r"""(["'])[^"'\n]*/\*[^"'\n]*\1""", text), path
        assert "</" not in text, path
        assert not re.search(r"""(["'])[^"'\n]*--[^"'\n]*\1""", text), path
        if text.startswith("@layer components"):
            assert re.findall(r"^\S.*", text, re.MULTILINE) == ["@layer components {", "}"], path


def test_a_page_wears_what_every_page_wears_and_each_component_once() -> None:
    text = page_styles(("card", "figure", "card"))

    assert text.startswith("@layer base,layout,components,print;")
    assert text.count(".card__words{") == 1
    assert text.index(".card__words{") < text.index(".figure{")
    assert text.count("@layer components{") == 1
    assert ".insight" not in text
    assert "@page" not in text


def test_fonts_are_asked_for_by_their_hashed_names() -> None:
    assert re.search(r'url\("/static/fonts/newsreader-latin\.[0-9a-f]{12}\.woff2"\)', page_styles(()))


def test_a_component_without_a_stylesheet_is_named() -> None:
    with pytest.raises(KeyError, match=r"css/nothing\.css"):
        page_styles(("nothing",))


@pytest.mark.parametrize("path", ["/", "/guides/", "/guides/a-guide/", "/enquiries/new/", "/nothing/", "/privacy/"])
def test_a_page_has_one_style_element_which_its_policy_lets_in(client: Client, path: str) -> None:
    cast.full_guide()

    response = client.get(path)

    [text] = styles(response.content)
    digest = b64encode(sha256(text.encode()).digest()).decode()
    assert f"style-src 'self' 'sha256-{digest}'" in response.headers["Content-Security-Policy"]
    [[path, media]] = re.findall(r'<link rel="stylesheet" href="([^"]*)" media="([^"]*)">', response.content.decode())
    assert (re.sub(r"\.[0-9a-f]{12}", "", path), media) == ("/static/css/print.css", "print")

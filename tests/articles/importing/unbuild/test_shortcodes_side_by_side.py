"""What stood by itself on the old page does not run together where its shortcodes touch."""

import pytest

from articles.importing.doctor import heal
from articles.importing.posts import Markup, Post
from tests.articles.importing.sources.corpus import becomes


@pytest.mark.parametrize(
    ("body", "became"),
    [
        ("[zz_one]Have a look[/zz_one][zz_two]Next[/zz_two]", "Have a look\n\nNext"),
        ("Some [zz_mark]marked[/zz_mark], other words.", "Some marked, other words."),
        (
            "[zz_button url='https://other.example/a']One[/zz_button][zz-btn link='https://other.example/b']Two[/zz-btn]",
            "[One](https://other.example/a)\n\n[Two](https://other.example/b)",
        ),
    ],
    ids=["unknown ones", "one within a sentence", "buttons of any theme"],
)
def test_each_shows_its_own_words(body: str, became: str) -> None:
    post = Post(key="1", title="A title", html=body, markup=Markup.WORDPRESS)
    assert becomes(post).endswith(became)
    assert not [line for line in heal(post).lines if "found no place" in line.what]

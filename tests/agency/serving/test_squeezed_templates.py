"""White space that nobody sees leaves templates; what is seen, and what is code, stays."""

from pathlib import Path

import pytest
from django.template import engines
from django.template.loader import get_template

from agency.serving.templates import squeeze

TEMPLATES = Path(__file__).parents[3] / "templates"


@pytest.mark.parametrize(
    ("template", "squeezed"),
    [
        ("<ul>\n  <li>\n    One\n  </li>\n</ul>\n", "<ul><li>One</li></ul>"),
        ("<p>By <a>Pat</a>\n  <b>Example</b></p>", "<p>By <a>Pat</a>\n<b>Example</b></p>"),
        ("<p>One\n   word  and</p> another", "<p>One\nword  and</p>another"),
        ("<a>One</a>\n\n\n  <a>Two</a>", "<a>One</a>\n<a>Two</a>"),
        ("<div>\n{% if a > b %}\n  <p>x</p>\n{% endif %}\n</div>", "<div>{% if a > b %}<p>x</p>{% endif %}</div>"),
        ('<li{% if a > b %} class="x"{% endif %}>\n  {{ a }}\n</li>', '<li{% if a > b %} class="x"{% endif %}>{{ a }}</li>'),
        ('{% include "a.html" with b="<p> c" %}\n{{ d }}', '{% include "a.html" with b="<p> c" %}\n{{ d }}'),
        ("<p>\N{NO-BREAK SPACE}x\N{NO-BREAK SPACE}</p>", "<p>\N{NO-BREAK SPACE}x\N{NO-BREAK SPACE}</p>"),
        ("<pre>\n  <p> x </p>\n</pre>\n<p>\n</p>", "<pre>\n  <p> x </p>\n</pre>\n<p>\n</p>"),
        ("<textarea>\n  {{ x }}</textarea>\n", "<textarea>\n  {{ x }}</textarea>\n"),
        ("<picture>\n</picture>\n<param>\n<p>", "<picture></picture><param><p>"),
    ],
)  # fmt: skip
def test_only_what_nobody_sees_goes(template: str, squeezed: str) -> None:
    assert squeeze(template) == squeezed
    assert squeeze(squeezed) == squeezed


@pytest.mark.parametrize(
    ("name", "is_squeezed"),
    [
        ("base.html", True),
        ("articles/blocks/insight.html", True),
        ("articles/feed.xml", False),
        ("admin/base_site.html", False),
        ("mail/base.html", False),
        ("enquiries/mail/reply/body.html", False),
    ],
)
def test_pages_are_squeezed_and_mails_feeds_and_the_admin_are_not(name: str, is_squeezed: bool) -> None:
    source = (TEMPLATES / name).read_text()

    assert squeeze(source) != source
    assert get_template(name).template.source == (squeeze(source) if is_squeezed else source)


def test_while_debugging_lines_are_where_they_were_written(settings: object) -> None:
    settings.DEBUG = True  # type: ignore[attr-defined]
    [loader] = engines["django"].engine.template_loaders
    loader.reset()
    try:
        assert get_template("base.html").template.source == (TEMPLATES / "base.html").read_text()
    finally:
        loader.reset()

"""The stylesheets of a page as one text for the page itself, so that it paints without asking for another file.

A Content-Security-Policy lets such a text in by its hash: unlike a nonce it is the same in every answer, so a page can
be kept and compared.
"""

import re
from base64 import b64encode
from collections.abc import Callable
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles import finders
from django.http import HttpRequest, HttpResponseBase
from django.templatetags.static import static

# What every page needs, before and after the components that it names.
FIRST = ("tokens", "base", "layout", "button", "header", "footer")
LAST = ("print",)
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
STRING = re.compile(r"""("[^"\n]*"|'[^'\n]*')""")
NEEDLESS = re.compile(r"\s*([{};,>])\s*|(:)\s+")
ADDRESS = re.compile(r"""url\((["']?)\.\./([^"')]+)\1\)""")


def page_styles(components: tuple[str, ...]) -> str:
    """The text for a page that is made of these components; KeyError names one that has no stylesheet."""
    names = (*FIRST, *dict.fromkeys(components), *LAST)
    return _joined(names) if settings.DEBUG else _joined_once(names)


def source(text: str) -> str:
    """What a Content-Security-Policy calls a `<style>` element that holds just this text."""
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def squeeze(css: str) -> str:
    """`css` without comments and needless white space; what stands between quotes stays."""
    parts = STRING.split(COMMENT.sub("", css))
    parts[::2] = [NEEDLESS.sub(r"\1\2", re.sub(r"\s+", " ", part)).replace(";}", "}") for part in parts[::2]]
    return "".join(parts).strip()


class InlineStylesMiddleware:
    """Names the page's own styles (`request.style_sources`) in its Content-Security-Policy."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        sources: list[str] = getattr(request, "style_sources", [])
        if sources:
            # Where django.views.decorators.csp leaves what a view wants, and the middleware looks for it.
            policy = getattr(response, "_csp_config", settings.SECURE_CSP)
            response._csp_config = {**policy, "style-src": [*policy["style-src"], *sources]}  # type: ignore[attr-defined]
        return response


def _joined(names: tuple[str, ...]) -> str:
    return "".join(_sheet(name) for name in names)


_joined_once = lru_cache(_joined)


def _sheet(name: str) -> str:
    path = finders.find(f"css/{name}.css")
    if not isinstance(path, str):
        raise KeyError(f"there is no stylesheet static/css/{name}.css")
    return ADDRESS.sub(lambda match: f'url("{static(match[2])}")', squeeze(Path(path).read_text()))

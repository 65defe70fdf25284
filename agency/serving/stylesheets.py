"""The stylesheets of a page as one text for the page itself, so that it paints without asking for another file.

A Content-Security-Policy lets such a text in by its hash: unlike a nonce it is the same in every answer, so a page can
be kept and compared.
"""

import re
from base64 import b64encode
from collections import Counter
from collections.abc import Callable
from functools import lru_cache
from hashlib import sha256
from itertools import product
from pathlib import Path
from string import ascii_lowercase

from django.conf import settings
from django.contrib.staticfiles import finders
from django.http import HttpRequest, HttpResponseBase
from django.templatetags.static import static

# What every page needs, before the components that it names.
FIRST = ("tokens", "base", "layout", "button", "header", "footer")
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
STRING = re.compile(r"""("[^"\n]*"|'[^'\n]*')""")
NEEDLESS = re.compile(r"\s*([{};,>])\s*|(:)\s+")
ZERO = re.compile(r"(?<![\w.#])0(?=\.\d)")  # that of 0.5rem
LAYER = re.compile(r"@layer \w+\{")
TOKEN = re.compile(r"(?<![\w-])--[a-z][\w-]*")
MEANING = re.compile(rf"({TOKEN.pattern}):[^;}}]*;?")
USE = re.compile(rf"var\(({TOKEN.pattern})")
# Small letters alone: the Nu HTML Checker takes --a and --A for one.
SHORT = [f"--{name}" for name in (*ascii_lowercase, *map("".join, product(ascii_lowercase, repeat=2)))]
ADDRESS = re.compile(r"""url\((["']?)\.\./([^"')]+)\1\)""")


def page_styles(components: tuple[str, ...]) -> str:
    """The text for a page that is made of these components; KeyError names one that has no stylesheet."""
    names = (*FIRST, *dict.fromkeys(components))
    return _joined(names) if settings.DEBUG else _finished(names)


def source(text: str) -> str:
    """What a Content-Security-Policy calls a `<style>` element that holds just this text."""
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def squeeze(css: str) -> str:
    """`css` without comments, needless white space and leading zeros; what stands between quotes stays."""
    parts = STRING.split(COMMENT.sub("", css))
    parts[::2] = [_squeezed(part) for part in parts[::2]]
    return "".join(parts).strip()


def _squeezed(css: str) -> str:
    return ZERO.sub("", NEEDLESS.sub(r"\1\2", re.sub(r"\s+", " ", css))).replace(";}", "}")


def shorten(css: str) -> str:
    """`css` as a whole page has it, without tokens that it never uses, and with names of a letter or two for the others."""
    used = Counter(USE.findall(css))
    names = dict(zip((name for name, _times in used.most_common()), SHORT, strict=False))
    css = MEANING.sub(lambda meaning: meaning[0] if meaning[1] in names else "", css)
    return TOKEN.sub(lambda token: names[token[0]], css)


class PageSourcesMiddleware:
    """Names in the Content-Security-Policy of a page what it alone has: its own styles (`request.style_sources`), and the
    hosts of its films (`request.frame_sources`).
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        for directive, name in (("style-src", "style_sources"), ("frame-src", "frame_sources")):
            if sources := getattr(request, name, ()):
                # Where django.views.decorators.csp leaves what a view wants, and the middleware looks for it.
                policy = getattr(response, "_csp_config", settings.SECURE_CSP)
                response._csp_config = {**policy, directive: [*policy.get(directive, ()), *sources]}  # type: ignore[attr-defined]
        return response


def _joined(names: tuple[str, ...]) -> str:
    """The sheets in their order; neighbours that each stand in one layer, the same, open it once."""
    text = opened = ""
    for sheet in map(_sheet, names):
        layer = LAYER.match(sheet)
        shares = layer is not None and layer[0] == opened
        text = text[:-1] + sheet[len(opened) :] if shares else text + sheet
        opened = layer[0] if layer else ""
    return text


@lru_cache
def _finished(names: tuple[str, ...]) -> str:
    return shorten(_joined(names))


def _sheet(name: str) -> str:
    path = finders.find(f"css/{name}.css")
    if not isinstance(path, str):
        raise KeyError(f"there is no stylesheet static/css/{name}.css")
    return ADDRESS.sub(lambda match: f'url("{static(match[2])}")', squeeze(Path(path).read_text()))

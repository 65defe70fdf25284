"""Settings of a builder's element as HTML, whichever builder: what is shown of them, and what is only its look."""

import re
from collections.abc import Iterator
from html import escape
from typing import Any

# Settings under such names are seen by readers; the rest is colours, sizes and switches.
SHOWN = re.compile(
    r"(?:.*_)?(?:title|sub_?title|heading|sub_?heading|text|content|description|caption|label|editor|quote|author|name|job"
    r"|position|question|answer|body|prefix|suffix|number|price|period|item|before|after|button|message|value|html|tagline|excerpt)"
    r"(?:_(?:text|title|content|a|b|front|back))?"
)
FIGURE = re.compile(r"(?:.*_)?(?:price|sum|amount|ending_number|percent|percentage|number)")
WORDS = re.compile(r"[^\W\d_]{2}")
OF_ITS_LOOK = re.compile(
    r"#[0-9a-f]{3,8}|[\w-]+:[\w-]+|(?:https?:)?//\S+|[a-z0-9]+(?:[-_][a-z0-9]+)+|(?:fa[srb]?|eicon) .*", re.IGNORECASE
)
# One small word of these is a choice in a menu of the builder.
CHOICES = re.compile(
    r"yes|no|none|default|left|right|center|centre|justify|top|middle|bottom|full|auto|custom|classic"
    r"|solid|h1|h2|h3|h4|h5|h6|p|div|span|inherit|normal|bold|italic|on|off"
    r"|true|false|small|medium|large|row|column|wrap|start|end|image|icon|text|link|button|hover"
    r"|px|em|rem|uppercase|lowercase|capitalize|dashed|dotted|double|hidden|visible"
)


def texts(settings: Any, name: str = "") -> Iterator[str]:
    """What of the settings reads as text, each a paragraph, in their order."""
    if isinstance(settings, dict):
        if picture(settings):
            yield picture(settings)
            return
        for key, value in settings.items():
            if not str(key).startswith("_"):
                yield from texts(value, str(key))
    elif isinstance(settings, list):
        for value in settings:
            yield from texts(value, name)
    elif isinstance(settings, str) and (is_shown(settings, name) or is_figure(settings, name)):
        yield settings if settings.lstrip().startswith("<") else f"<p>{settings}</p>"


def is_figure(text: str, name: str) -> bool:
    """Whether it is a price or another figure that a box is about."""
    return bool(FIGURE.fullmatch(name.casefold())) and any(sign.isdigit() for sign in text) and len(text) < 20


def is_shown(text: str, name: str) -> bool:
    text = text.strip()
    if not WORDS.search(text) or CHOICES.fullmatch(text.casefold()) or OF_ITS_LOOK.fullmatch(text):
        return False
    return bool(SHOWN.fullmatch(name.casefold())) or (" " in text and not re.search(r"[{};]|^\.|\d(?:px|em|%)", text))


def heading(title: str, level: str = "h2") -> str:
    return f"<{level}>{title}</{level}>" if title.strip() else ""


def opens(title: str, content: str) -> str:
    return f"<details><summary>{title}</summary>\n{content}\n</details>"


def address_of(link: Any) -> str:
    """The address in the setting of a link, however the builder writes one."""
    if isinstance(link, dict):
        link = link.get("url") or link.get("href") or ""
    return str(link or "")


def button(text: str, link: Any) -> str:
    address = address_of(link)
    if not text.strip():
        return ""
    return f'<p><a class="button" href="{escape(address)}">{text}</a></p>' if address else f"<p>{text}</p>"


def picture(image: Any, caption: str = "") -> str:
    if not isinstance(image, dict) or not re.match(r"(?:https?:)?/", str(image.get("url", ""))):
        return ""
    address = str(image["url"])
    if not re.search(r"\.(?:jpe?g|png|gif|webp|avif|svg|heic|bmp|tiff?)(?:$|\?)", address, re.IGNORECASE):
        return ""
    said = f"<figcaption>{caption}</figcaption>" if caption.strip() else ""
    return f'<figure><img src="{escape(address)}" alt="{escape(str(image.get("alt") or ""))}">{said}</figure>'

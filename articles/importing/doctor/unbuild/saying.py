"""The HTML that the doctor reads, for what has no plain element, or has one that is written in many places."""

import re
from html import escape

from articles.document import film_hosts

FILE = re.compile(r"\.(?:mp4|m4v|webm|mov|ogv)(?:$|\?)", re.IGNORECASE)
SOUND = re.compile(r"\.(?:mp3|m4a|ogg|wav|flac)(?:$|\?)", re.IGNORECASE)
TAG = re.compile(r"<[^<>]*>")


def words_of(html: str) -> str:
    """What is read of a piece of HTML, roughly: enough to tell something from nothing."""
    return " ".join(TAG.sub(" ", html).replace("&nbsp;", " ").split())


def left_out(what: str, html: str = "") -> str:
    """What no page of ours shows; its words are for the report."""
    return f'\n<aside data-means="left-out" data-what="{escape(what)}">{html}</aside>\n'


def means(meaning: str, html: str) -> str:
    return f'\n<aside data-means="{meaning}">\n{html}\n</aside>\n'


def box(html: str) -> str:
    return f"\n<div>\n{html}\n</div>\n"


def opens(title: str, html: str) -> str:
    """A question, or a part that opens; without a title it is just its text."""
    return f"\n<details><summary>{title}</summary>\n{html}\n</details>\n" if title.strip() else box(html)


def heading(title: str, level: str = "h3") -> str:
    return f"\n<{level}>{title}</{level}>\n" if title.strip() else ""


def paragraph(html: str) -> str:
    return f"\n<p>{html}</p>\n" if html.strip() else ""


def button(text: str, address: str) -> str:
    """A button that leads somewhere; otherwise its words."""
    text = text.strip() or address
    return f'<a class="button" href="{escape(address)}">{text}</a>' if address else text


def quote(html: str, who: str) -> str:
    cite = f"<cite>{who}</cite>" if who.strip() else ""
    return f"\n<blockquote>\n{html}\n{cite}</blockquote>\n" if html.strip() or cite else ""


def picture(address: str, alt: str = "", caption: str = "", link: str = "") -> str:
    if not address:
        return paragraph(caption)
    image = f'<img src="{escape(address)}" alt="{escape(alt)}">'
    image = f'<a href="{escape(link)}">{image}</a>' if link else image
    return f"\n<figure>{image}{f'<figcaption>{caption}</figcaption>' if caption.strip() else ''}</figure>\n"


def embed(address: str, title: str = "", caption: str = "") -> str:
    """A film plays, a file of the site plays, anything else is a link to where it is."""
    address = address.strip().replace("&amp;", "&").replace("&#038;", "&")
    if not address:
        return paragraph(caption)
    said = escape(address)
    if film_hosts.find(address.removeprefix("//")):
        shown = f'<iframe src="{said}" title="{escape(title)}"></iframe>'
    elif FILE.search(address):
        shown = f'<video src="{said}" title="{escape(title)}"></video>'
    elif SOUND.search(address):
        shown = f'<audio src="{said}"></audio>'
    else:
        shown = f'<p><a href="{said}">{escape(title) or said}</a></p>'
    return f"\n{shown}{paragraph(caption)}\n"

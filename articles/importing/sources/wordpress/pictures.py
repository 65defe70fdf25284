"""Shortcodes name pictures by their number; only the export knows their addresses, so it writes them beside."""

import re
from collections.abc import Iterable
from html import escape

from articles.importing.report import Deed, Line
from articles.importing.sources.wordpress.index import Index
from articles.importing.sources.wordpress.items import Item
from articles.importing.sources.wordpress.uploads import Attachment

# Opening tags with numbers in one of the attributes in which themes and builders name pictures.
TAG = re.compile(r"\[(?!\[)([a-z][\w-]{0,99})(?=[\s\]/])([^\[\]]*)\](?!\])", re.IGNORECASE)
NUMBERS = re.compile(
    r"\b(?:ids|images?|image_id|img_id|include|photo|photos|gallery_ids|image_ids|attachment_id|id|attach_id)\s{0,3}=\s{0,3}"
    r"[\"'“”″]?(?:&quot;)?([\d,\s|]+)(?=[a-z|\"'“”″&\s\]/]|$)"
)
SHOWS_PICTURES = re.compile(r".*(?:gallery|image|carousel|playlist|slider|photo).*", re.IGNORECASE)
OF_ITS_POST = ("gallery", "playlist")
MOST = 200  # pictures of one shortcode


def with_pictures(text: str, item: Item, index: Index) -> tuple[str, tuple[Line, ...]]:
    """The text with `picture-12="address"` and `caption-12` in each shortcode that names picture 12; which are missing."""
    missing: dict[int, None] = {}

    def named(tag: re.Match[str]) -> str:
        numbers = [int(one) for found in NUMBERS.finditer(tag[2]) for one in re.findall(r"\d{1,12}", found[1])]
        if not numbers and tag[1].lower() in OF_ITS_POST and item.get("post_id").isdigit():
            numbers = index.of_post.get(int(item.get("post_id")), [])
        known = [index.attachments[number] for number in numbers[:MOST] if number in index.attachments]
        if SHOWS_PICTURES.fullmatch(tag[1]):
            missing.update(dict.fromkeys(number for number in numbers if number and number not in index.attachments))
        if not known:
            return tag[0]
        closing = "/" if tag[2].endswith("/") else ""
        return f"[{tag[1]}{tag[2].removesuffix('/').rstrip()} {_written(known)}{closing}]"

    html = TAG.sub(named, text) if "[" in text else text
    if not missing:
        return html, ()
    what = f"Pictures that it shows are not in the export: {', '.join(map(str, missing))} there."
    return html, (Line(deed=Deed.LEFT_OUT, what=what),)


def _written(pictures: Iterable[Attachment]) -> str:
    return " ".join(
        f'picture-{picture.number}="{_quoted(picture.address)}"'
        + (f' caption-{picture.number}="{_quoted(picture.caption)}"' if picture.caption else "")
        + (f' alt-{picture.number}="{_quoted(picture.alt)}"' if picture.alt else "")
        for picture in pictures
    )


def _quoted(text: str) -> str:
    return escape(text).replace("[", "&#91;").replace("]", "&#93;")

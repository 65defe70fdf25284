"""A guide as Markdown with front matter, and as a page by itself: what readers see, or the draft where they see nothing.

Both show the originals of the export, by their place in it; links to the site lead to the site.
"""

from html import escape
from typing import Any
from urllib.parse import urljoin

import yaml
from django.core.files.storage import default_storage
from markdown_it import MarkdownIt

from articles.document import Document
from articles.document.inline_markdown import destination
from articles.document.markdown import block_to_markdown, with_full_addresses
from articles.exporting.files import names_in
from articles.exporting.folder import Folder
from articles.lib.urls import absolute, path_to
from articles.models import Article, Revision
from articles.references import reading

UP = "../.."
# The Markdown is our own writing: what is HTML in it is a line break, and what editors typed is escaped.
READER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
STYLE = (
    "body{max-width:42em;margin:2em auto;padding:0 1em;font:1.1em/1.6 system-ui,sans-serif;color-scheme:light dark}"
    "img{max-width:100%;height:auto}table{border-collapse:collapse;display:block;overflow-x:auto}"
    "td,th{border:1px solid;padding:.3em .6em;text-align:left}blockquote{border-left:.3em solid;margin-left:0;padding-left:1em}"
)


def write(
    folder: Folder, at: str, guide: Article, draft: Document, live: Revision | None, old_addresses: list[str]
) -> None:
    """The two files of a guide."""
    document = live.document() if live else draft
    [shown] = reading.shown(document)
    text = "\n\n".join(map(block_to_markdown, shown.shown())) + "\n"
    front = front_matter(guide, document, live, old_addresses)
    head = yaml.safe_dump(front, allow_unicode=True, sort_keys=False)
    folder.write_text(f"{at}/guide.md", f"---\n{head}---\n\n{with_originals(text, shown)}")
    # A page that is alone cannot be read from its site, so its links say where that is.
    alone = with_originals(with_full_addresses(text, absolute("/")), shown, base=absolute("/"))
    folder.write_text(f"{at}/guide.html", page(document, alone, front))


def with_originals(text: str, document: Document, *, base: str = "") -> str:
    """The Markdown of a document, with its pictures and files as they lie in the export."""
    for name in dict.fromkeys(names_in(document)):
        address = urljoin(base, default_storage.url(name))
        text = text.replace(f"]({destination(address)})", f"]({UP}/{name})")
    return text


def front_matter(guide: Article, document: Document, live: Revision | None, old_addresses: list[str]) -> dict[str, Any]:
    """What generators of sites want to know, as our own reader of Markdown and others call it."""
    topic, author = (live.topic, live.author) if live else (guide.topic, guide.author)
    hero = document.hero
    told = {
        "title": document.title,
        "slug": document.slug,
        "permalink": path_to("articles:guide", document.slug),
        "aliases": old_addresses,
        "draft": live is None,
        "date": live.published_at.isoformat() if live else None,
        "lastmod": live.updated_at.isoformat() if live else None,
        "author": author.name if author else "",
        "categories": [topic.name] if topic else [],
        "excerpt": document.standfirst,
        "description": document.description,
        "image": f"{UP}/{hero.image.name}" if hero.image else "",
        "image_alt": "" if hero.decorative else hero.alt,
        "image_caption": hero.caption,
        "image_credit": hero.credit,
    }
    return {name: value for name, value in told.items() if value not in ("", None, [])}


def page(document: Document, body: str, front: dict[str, Any]) -> str:
    """A page that needs nothing but the originals beside it."""
    hero = front.get("image")
    caption = ". ".join(filter(None, (document.hero.caption, document.hero.credit)))
    picture = (
        f'<figure><img src="{escape(hero)}" alt="{escape(front.get("image_alt", ""))}">'
        f"<figcaption>{escape(caption)}</figcaption></figure>"
        if hero
        else ""
    )
    title = escape(document.title)
    return (
        f'<!doctype html>\n<html lang="en-GB">\n<head><meta charset="utf-8"><title>{title}</title>'
        '<meta name="viewport" content="width=device-width">'
        f'<meta name="description" content="{escape(document.description)}"><style>{STYLE}</style></head>\n'
        f"<body>\n<main>\n<h1>{title}</h1>\n<p>{escape(document.standfirst)}</p>\n{picture}\n{READER.render(body)}</main>\n"
        "</body>\n</html>\n"
    )

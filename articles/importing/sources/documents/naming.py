"""The title of a document that has none: the name of its file."""

import re
from dataclasses import replace
from pathlib import PurePosixPath

from lxml.html import HtmlElement

from articles.importing.posts import Post
from articles.importing.report import Deed, Line

DAY = re.compile(r"^\d{4}-\d\d?-\d\d?[-_ ]")
TITLES = frozenset({"title", "msotitle"})


def named(post: Post, root: HtmlElement) -> Post:
    """The post with a title; `root` is its text, of which a first heading will be the title."""
    if post.title or _is_titled(root):
        return post
    stem = PurePosixPath(post.key).stem
    title = re.sub(r"[-_\s]+", " ", DAY.sub("", stem)).strip()
    line = Line(deed=Deed.PROPOSED, what="It has no title, so it is called as its file: give it one.", words=post.key)
    return replace(post, title=title[:1].upper() + title[1:], lines=(*post.lines, line))


def _is_titled(root: HtmlElement) -> bool:
    classes = (one.get("class", "").casefold().split() for one in root.iter("p"))
    return root.find(".//h1") is not None or any(TITLES.intersection(names) for names in classes)

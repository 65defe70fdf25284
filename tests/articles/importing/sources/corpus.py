"""The corpus of documents: what each holds, and what is to become of it, as Markdown and lines."""

import re
from pathlib import Path

from articles.document.markdown import to_markdown
from articles.importing.doctor import heal
from articles.importing.posts import Post
from articles.importing.report import Line
from articles.importing.sources import opening
from tests.articles.importing.sources import docx

CORPUS = Path(__file__).parent.parent / "corpus"
EXPECTED = ("fields", "becomes", "said")
WORD = re.compile(r"\w+")


def parts_of(path: Path) -> dict[str, str]:
    """The parts of a file of the corpus, by their names; what it is about comes before the first."""
    pieces = re.split(r"^== (\w+)\n", path.read_text(), flags=re.MULTILINE)
    return dict(zip(pieces[1::2], (piece.strip() for piece in pieces[2::2]), strict=True))


def word_document(parts: dict[str, str]) -> bytes:
    given = {name: text for name, text in parts.items() if name not in ("document", "rels", *EXPECTED)}
    relations = (line.split() for line in parts.get("rels", "").splitlines())
    rels = "".join(
        docx.relation(name, target, (rest or ["image"])[0], outside="outside" in rest)
        for name, target, *rest in relations
    )
    return docx.docx(parts["document"], rels=rels, **given)


def read_alone(path: Path) -> Post:
    """The only post of a file."""
    [post] = opening.open_source(path).posts()
    return post


def becomes(post: Post) -> str:
    """Its document, as Markdown."""
    return to_markdown(heal(post).document).strip()


def said(post: Post) -> str:
    """What its reader has to report, line by line."""
    return _in_words(post.lines)


def everything(post: Post) -> str:
    """All that stays of it: its document, and what its reader and the doctor say."""
    healed = heal(post)
    return f"{to_markdown(healed.document)} {healed.document.description} {_in_words(healed.lines)}"


def fields(post: Post) -> str:
    """What it says beside its text, line by line."""
    author, hero = (post.author.name if post.author else ""), (post.hero.address if post.hero else "")
    values = {
        "title": post.title, "search title": post.search_title, "slug": post.slug, "standfirst": post.standfirst,
        "description": post.description, "addresses": " ".join(post.addresses), "author": author,
        "topics": ", ".join(post.topics), "tags": ", ".join(post.tags), "status": post.status,
        "published": post.published_at, "changed": post.changed_at, "hero": hero,
    }  # fmt: skip
    return "\n".join(f"{name}: {value}" for name, value in values.items() if value)


def _in_words(lines: tuple[Line, ...]) -> str:
    return "\n".join(" | ".join(filter(None, (line.deed, line.what, line.words))) for line in lines)


def words_in(*texts: str) -> set[str]:
    return {word.casefold() for text in texts for word in WORD.findall(text)}

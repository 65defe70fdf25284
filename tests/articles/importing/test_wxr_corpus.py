"""Posts in the shapes of the common page builders and plug-ins, an export for each: what each becomes stands beside it.

After a change that is meant, `python -m tests.articles.importing.test_wxr_corpus` writes what they become now.
"""

import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

CORPUS = Path(__file__).parent / "corpus/wxr"
EXPORTS = sorted(CORPUS.glob("*.xml"))
# Elements that begin a line of their own.
STARTS = re.compile(r"(?<=>)(?=<(?:p|h2|h3|ul|ol|table|tr|li|pre)\b)")


def became(export: Path) -> str:
    from articles.importing.sources.wordpress import read

    return "\n".join(line for post in read(export).posts() for line in lines(post)) + "\n"


def lines(post: object) -> Iterator[str]:
    """The document block by block, and what the reader of WordPress has to say, which is all that only it knows."""
    from articles.document import Figure, Text, plain_text
    from articles.importing.doctor import heal
    from articles.importing.doctor.unbuild import as_html
    from articles.importing.posts import Post

    assert isinstance(post, Post)
    document = heal(post).document
    yield f"\n=== {post.title}"
    for block in document.blocks:
        yield f"[{block.kind.replace('_', ' ')}]"
        yield from STARTS.split(block.html) if isinstance(block, Text) else plain_text.lines(block)
        if isinstance(block, Figure):
            yield f"({block.image.name if block.image else ''})"
    for line in (*post.lines, *as_html(post.html)[1]):
        yield f"{line.deed}: {line.what}" + (f" <{' '.join(line.words.split())}>" if line.words else "")


@pytest.mark.parametrize("export", EXPORTS, ids=lambda export: export.stem)
def test_an_export_becomes_its_documents(export: Path) -> None:
    assert became(export) == export.with_suffix(".txt").read_text()


@pytest.mark.parametrize("export", EXPORTS, ids=lambda export: export.stem)
def test_every_word_found_its_place(export: Path) -> None:
    from articles.importing.doctor import heal
    from articles.importing.sources.wordpress import read

    lost = [line for post in read(export).posts() for line in heal(post).lines if "found no place" in line.what]
    assert lost == []


if __name__ == "__main__":
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
    django.setup()
    for written in EXPORTS:
        written.with_suffix(".txt").write_text(became(written))

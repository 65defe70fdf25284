"""Pages as programs write them: what each becomes stands beside it, block by block and line by line.

After a change that is meant, `python -m tests.articles.importing.test_html_corpus` writes what they become now.
"""

import os
from pathlib import Path

import pytest

CORPUS = Path(__file__).parent / "corpus/html"
PAGES = sorted(CORPUS.glob("*.html"))


def became(page: Path) -> str:
    from articles.importing.doctor import heal
    from articles.importing.posts import Post
    from tests.articles.importing.outlines import outline

    return outline(heal(Post(key=page.stem, title="", html=page.read_text())))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_a_page_becomes_its_document(page: Path) -> None:
    made = became(page)
    assert made == page.with_suffix(".txt").read_text()
    assert "found no place" not in made


if __name__ == "__main__":
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
    django.setup()
    for written in PAGES:
        written.with_suffix(".txt").write_text(became(written))

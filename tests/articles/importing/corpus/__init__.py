"""Pages and exports as programs write them, each with the outline of what it becomes beside it."""

from pathlib import Path

HTML = Path(__file__).parent / "html"
PAGES = sorted(HTML.glob("*.html"))


def became(page: Path) -> str:
    """The outline of what a page becomes."""
    from articles.importing.doctor import heal
    from articles.importing.posts import Post
    from tests.articles.importing.outlines import outline

    return outline(heal(Post(key=page.stem, title="", html=page.read_text())))

"""A site that never was: posts in the shapes of the corpus, each with words, links and pictures of its own."""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import cycle, islice
from pathlib import Path

from lxml import etree
from PIL import Image

from tests.articles.importing.wordpress import wxr

CORPUS = Path(__file__).parents[2] / "articles/importing/corpus/wxr"
NAMES = {
    "content": "http://purl.org/rss/1.0/modules/content/",
    "excerpt": "http://wordpress.org/export/1.2/excerpt/",
    "wp": "http://wordpress.org/export/1.2/",
}
FIRST_POST, FIRST_PICTURE = 10_000, 1_000_000  # above every number of the corpus
UPLOADS = "https://blog.example.com/wp-content/uploads/2025/05"
MISSING = 50  # one picture of so many is in no folder
SIZE = (96, 64)
WORDS = [
    "notice",
    "salary",
    "offer",
    "contract",
    "interview",
    "role",
    "review",
    "brief",
    "shortlist",
    "referral",
    "probation",
    "bonus",
]


@dataclass(frozen=True, slots=True)
class Shape:
    """The title and texts of a post of the corpus, and its fields."""

    title: str
    content: str
    excerpt: str
    meta: dict[str, str]


def write(folder: Path, posts: int, pictures: int) -> Path:
    """An export of the site, with the folder of its uploads beside it."""
    uploads = folder / "wp-content/uploads/2025/05"
    uploads.mkdir(parents=True)
    for number in range(pictures):
        if number % MISSING:
            _draw(number).save(uploads / _file(number))
    export = folder / "site.xml"
    with export.open("w") as file:
        file.write(wxr.HEAD)
        file.writelines(wxr.attachment(FIRST_PICTURE + n, _file(n), alt=f"Picture {n}") for n in range(pictures))
        file.writelines(_posts(posts, pictures))
        file.write(wxr.TAIL)
    return export


def shapes() -> list[Shape]:
    """Those of all posts of the corpus."""
    return [shape for path in sorted(CORPUS.glob("*.xml")) for shape in _shapes(path)]


def _shapes(path: Path) -> Iterator[Shape]:
    for item in etree.parse(path).iterfind(".//item"):
        if item.findtext("wp:post_type", namespaces=NAMES) in ("post", "page"):
            meta = {
                one.findtext("wp:meta_key", "", NAMES): one.findtext("wp:meta_value", "", NAMES)
                for one in item.iterfind("wp:postmeta", NAMES)
            }
            texts = (item.findtext(name, "", NAMES) for name in ("title", "content:encoded", "excerpt:encoded"))
            yield Shape(*texts, meta)


def _posts(posts: int, pictures: int) -> Iterator[str]:
    chance = random.Random(1)  # noqa: S311 - the same site on every run
    for number, shape in enumerate(islice(cycle(shapes()), posts)):
        own = " ".join(chance.choices(WORDS, k=40))
        other = chance.randrange(posts)
        shown = f'<p><img src="{UPLOADS}/{_file(number % pictures)}" alt="Picture {number % pictures}"></p>'
        link = f'<p>See <a href="https://blog.example.com/2025/05/post-{other}/">{own}</a>.</p>'
        yield wxr.item(
            FIRST_POST + number,
            title=f"{shape.title}, part {number}",
            content=shape.content and f"{shape.content}\n\n{shown if pictures else ''}\n\n{link}",
            excerpt=shape.excerpt,
            meta=shape.meta,
            post_name=f"post-{number}",
        )


def _file(number: int) -> str:
    return f"picture-{number}.png"


def _draw(number: int) -> Image.Image:
    """No two are the same."""
    picture = Image.linear_gradient("L").resize(SIZE).convert("RGB")
    picture.paste((number % 251, number // 251 % 251, 90), (8, 8, 48, 32))
    return picture

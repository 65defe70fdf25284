"""Keeping the search index: what a guide is found by is made from its live revision, and from nothing else."""

import re

from django.db import connection, transaction

from articles.document import Block, Document, SalaryTable, Text, richtext
from articles.document.salary_bands import band
from articles.language.stemming import stem
from articles.language.words import STOP_WORDS, composed, folded
from articles.models import Article, Revision, SearchEntry, SearchText, SearchWord
from articles.search import highlighting

PASSAGE = re.compile(r"</?(?:p|ul|ol|li|h2|h3|table|thead|tbody|tr)\b[^>]*>")
# PostgreSQL's index of one text has room for a megabyte; this is many times the longest guide.
LONGEST = 300_000


def index(revision: Revision) -> None:
    """Makes the guide findable by its live revision, in the caller's transaction."""
    remove(revision.article_id)
    document = revision.document()
    entry = SearchEntry.objects.create(revision=revision, **columns(document))
    SearchText.objects.create(revision=revision, **shown(document))
    SearchWord.objects.count_in(entry.words())


def remove(article_id: int) -> None:
    """Takes the guide out of the index."""
    SearchText.objects.filter(revision__article=article_id).delete()
    SearchEntry.objects.filter(revision__article=article_id).delete()


@transaction.atomic
def rebuild() -> int:
    """Rebuilds the whole index, while publishing waits; returns how many guides are in it."""
    list(Article.objects.select_for_update().order_by("pk").values_list("pk"))
    with connection.cursor() as cursor:  # whole tables at once: word counts need not be kept on the way
        cursor.execute("DELETE FROM articles_searchtext")
        cursor.execute("DELETE FROM articles_searchentry")
        cursor.execute("DELETE FROM articles_searchword")
    for revision in Revision.objects.published().order_by("pk").iterator(chunk_size=100):
        index(revision)
    return SearchEntry.objects.count()


def columns(document: Document) -> dict[str, str]:
    """The columns of a search entry: stems, and the words that they are of."""
    blocks = document.shown()
    points = [passage for block in blocks for passage in _points(block)]
    body = [passage for block in blocks for passage in _body(block)]
    words = {
        "title": folded(document.title),
        "points": folded("\n".join(points))[:LONGEST],
        "summary": folded(f"{document.standfirst}\n{document.description}"),
        "body": folded("\n".join(body))[:LONGEST],
    }
    return {name: " ".join(map(stem, text.split())) for name, text in words.items()} | {
        "vocabulary": " ".join(sorted(set(" ".join(words.values()).split()) - STOP_WORDS)),
    }


def shown(document: Document) -> dict[str, str]:
    """The columns of a `SearchText`. It has no headings: alone they say too little."""
    passages = [
        passage
        for block in document.shown()
        for passage in (*([] if isinstance(block, Text) else _points(block)), *_body(block))
    ]
    text = "\n".join(filter(None, [document.standfirst, *passages]))
    return highlighting.prepared(composed(document.title), composed(text))


def _points(block: Block) -> list[str]:
    """Headings, and what the kind of block counts like them."""
    if isinstance(block, Text):
        return [richtext.plain(words) for _, words in richtext.HEADING.findall(block.html)]
    return [passage for name in block.points for passage in _passages(block, name)]


def _body(block: Block) -> list[str]:
    match block:
        case Text():
            return _rich(richtext.HEADING.sub("", block.html))
        case SalaryTable():
            return _salaries(block)
    rest = (name for name in block.prose if name not in (*block.points, *block.unsearched))
    return [passage for name in rest for passage in _passages(block, name)]


def _passages(block: Block, name: str) -> list[str]:
    texts = block.texts(name)
    return [passage for text in texts for passage in _rich(text)] if name in block.rich else list(texts)


def _salaries(table: SalaryTable) -> list[str]:
    return [
        f"{figure.level} {table.role_name} salary, {figure.region}: {band(figure)} a year" for figure in table.figures
    ]


def _rich(html: str) -> list[str]:
    return [richtext.plain(passage) for passage in PASSAGE.split(html) if passage]

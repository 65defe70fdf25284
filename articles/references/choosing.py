"""Choosing what to link to by a few letters of its name."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from django.db.models import Exists, Model, OuterRef, Q, QuerySet

from articles.document import Document
from articles.document.layout import Anchors, Heading, Outline
from articles.document.references import Kind, Reference, read
from articles.language.letters import plain
from articles.lib.slugs import slug
from articles.models import UNTITLED, Article, Author, JobRole, Revision, SalaryFigure, Topic
from articles.references import standing
from articles.references.targets import State, salaries_of, targets

MOST = 12
LOOKED_AT = 60
LABELS = {
    Kind.GUIDE: "Guide",
    Kind.TOPIC: "Topic",
    Kind.PERSON: "Person",
    Kind.ROLE: "Salaries",
    Kind.PAGE: "Page",
}
NOTES = {
    State.UNPUBLISHED: "not published",
    State.WITHDRAWN: "withdrawn",
    State.GONE: "no longer exists",
}


@dataclass(frozen=True, kw_only=True, slots=True)
class Choice:
    """What can be linked to: the reference, its name, what it is, and what an editor should know of it."""

    href: str
    title: str
    kind: str
    note: str = ""


def find(typed: str) -> list[Choice]:
    """What has all the typed beginnings or parts of words in its name, the best first, and what readers can open before the rest.

    Five queries, however many pages there are.
    """
    words = plain(typed).split()
    if not words:
        return []
    found = [choice for kind in SOURCES for choice in SOURCES[kind](words)]
    return sorted(found, key=lambda choice: _rank(choice, words))[:MOST]


def chosen(address: str) -> Choice | None:
    """What a reference means that was chosen before; None for an address that is no reference."""
    reference = read(address)
    if reference is None:
        return None
    target = targets([address])[address]
    return Choice(
        href=str(Reference(reference.kind, reference.key)),
        title=target.title or "Something that no longer exists",
        kind=LABELS[reference.kind],
        note=NOTES.get(target.state, ""),
    )


def headings_of(address: str, draft: Callable[[Article], Document]) -> list[Heading]:
    """The headings of the guide that a reference means, as readers find them, else as the `draft` has them."""
    reference = read(address)
    if reference is None or reference.kind is not Kind.GUIDE:
        return []
    if live := Revision.objects.published().filter(article=reference.key).first():
        return Outline(live.document()).headings()
    guide = Article.objects.select_related("topic", "author").filter(pk=reference.key).first()
    return Outline(draft(guide)).headings() if guide else []


def headings_saying(words: list[str]) -> list[Heading]:
    """The headings that a page with these, in this order, would have."""
    anchors = Anchors()
    return [Heading(anchor=anchors.of(said), words=said) for said in words]


def _rank(choice: Choice, words: list[str]) -> tuple[bool, int, str]:
    name = plain(choice.title)
    begins = name.startswith(" ".join(words))
    has_beginnings = all(f" {word}" in f" {name}" for word in words)
    return bool(choice.note), 0 if begins else 1 if has_beginnings else 2, name


def _named(words: list[str], column: str) -> Q:
    """Each word in the name, or in the address, whose letters have lost their accents."""
    asked = Q()
    for word in words:
        asked &= Q(**{f"{column}__icontains": word}) | Q(slug__contains=slug(word) or word)
    return asked


def _guides(words: list[str]) -> Iterator[Choice]:
    live = Revision.objects.published()
    rows = (
        Article.objects.filter(_named(words, "title") | Q(pk__in=live.filter(_named(words, "title")).values("article")))
        .annotate(is_open=Exists(live.filter(article=OuterRef("pk"))))
        .order_by("-is_open", "-saved_at")
        .values_list("pk", "title", "is_open", "withdrawn_at")[:LOOKED_AT]
    )
    for pk, title, is_open, withdrawn_at in rows:
        state = State.OPEN if is_open else State.WITHDRAWN if withdrawn_at else State.UNPUBLISHED
        yield _choice(Kind.GUIDE, pk, title or UNTITLED, NOTES.get(state, ""))


def _topics(words: list[str]) -> Iterator[Choice]:
    return _rows(Kind.TOPIC, Topic.objects.filter(_named(words, "name")), str)


def _people(words: list[str]) -> Iterator[Choice]:
    return _rows(Kind.PERSON, Author.objects.filter(_named(words, "name")), str)


def _roles(words: list[str]) -> Iterator[Choice]:
    """Those that have a figure to show; “salary” and the like ask for all of them."""
    asked = [word for word in words if len(word) < 3 or not "salaries".startswith(word[:5])]
    paid = JobRole.objects.filter(Exists(SalaryFigure.objects.filter(job_role=OuterRef("pk"))))
    return _rows(Kind.ROLE, paid.filter(_named(asked, "name")), salaries_of)


def _pages(words: list[str]) -> Iterator[Choice]:
    for page in standing.pages().values():
        if all(word in plain(f"{page.title} {page.name}") for word in words):
            yield _choice(Kind.PAGE, page.name, page.title)


def _rows[M: Model](kind: Kind, rows: QuerySet[M], name: Callable[[M], str]) -> Iterator[Choice]:
    return (_choice(kind, row.pk, name(row)) for row in rows[:LOOKED_AT])


def _choice(kind: Kind, key: int | str, title: str, note: str = "") -> Choice:
    return Choice(href=str(Reference(kind, key)), title=title, kind=LABELS[kind], note=note)


SOURCES: dict[Kind, Callable[[list[str]], Iterator[Choice]]] = {
    Kind.GUIDE: _guides,
    Kind.TOPIC: _topics,
    Kind.PERSON: _people,
    Kind.ROLE: _roles,
    Kind.PAGE: _pages,
}

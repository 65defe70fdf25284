"""A post becomes a draft, or the draft of an earlier run becomes what the post is now. What readers see is never touched."""

from collections.abc import Iterator
from dataclasses import asdict, replace
from typing import Any

from django.db import transaction
from django.db.models import QuerySet

from articles.document import Document
from articles.drafts import addresses, conflicts, history, saving
from articles.drafts.rows import add_blocks, document_of
from articles.importing import digests, filling, links, matching
from articles.importing.context import Context
from articles.importing.doctor import Healed, heal
from articles.importing.matching import Names
from articles.importing.posts import Post, Status
from articles.importing.report import Deed, Line
from articles.lib.slugs import slug
from articles.models import Article, DraftVersion, GuideEvent, ImportedPost
from articles.models.importing.imported_post import KEY_LENGTH

State = ImportedPost.State
LONGEST_TITLE = Article._meta.get_field("title").max_length or 0


def is_known(post: Post, context: Context) -> bool:
    """Whether it was taken over as it is now, with the files that it shows."""
    before = _of(post, context).values_list("digest", "files").first()
    return before is not None and before[0] == digests.of_post(post) and context.files.are_as_before(before[1])


def key_of(post: Post) -> str:
    return post.key[:KEY_LENGTH]


def treat(post: Post, names: Names) -> tuple[Document, list[Line], Healed]:
    """The document that a post becomes here, its pictures still `PENDING`, and what is said of it. It only reads."""
    healed = heal(post)
    document = healed.document
    post = replace(post, author=healed.author, published_at=healed.published_at)
    if post.hero and document.hero.image is None:
        document = replace(document, hero=filling.pending(post.hero))
    topic, of_topic = matching.topic_of(post, names)
    author, of_author = matching.author_of(post, names)
    document = replace(document, topic=topic, author=author)
    document, of_title = _fitting(document)
    return document, [*healed.lines, *of_title, *of_topic, *of_author, *_of_state(post)], healed


def take(post: Post, context: Context) -> ImportedPost:
    """Stores what the post becomes. Raises nothing for a post that cannot be taken: its line says why."""
    document, lines, healed = treat(post, context.names)
    before = _of(post, context).values_list("files", flat=True).first()
    filled = filling.fill(document, context.files, before)
    said = ImportedPost(
        source=context.source.name,
        key=key_of(post),
        run=context.run,
        title=document.title or post.key,
        addresses=list(post.addresses),
        topic_names=list(post.topics),
        author_name=healed.author.name if healed.author else "",
        published_at=healed.published_at if post.status == Status.LIVE else None,
        html=post.html,
        salaries=[
            {"role": role, "figures": [_plain(figure) for figure in figures]} for role, figures in healed.salaries
        ],
        files=filled.shown,
        digest=digests.of_post(post),
    )
    _store(said, context.guides.followed(filled.document), [*lines, *filled.lines], context)
    context.guides.note(said)
    return said


@transaction.atomic
def _store(said: ImportedPost, document: Document, lines: list[Line], context: Context) -> None:
    before = ImportedPost.objects.select_for_update().filter(source=said.source, key=said.key).first()
    said.pk = before.pk if before else None
    version: DraftVersion | None
    if before is None or before.article is None:
        article, version, more = _added(document, said, by=context.by)
        said.state, lines = State.ADDED, [*lines, *more]
    else:
        article = saving.lock(before.article)
        version = _updated(article, _filed_as(article, document), before, by=context.by)
        said.state = State.UPDATED if version else State.CONFLICTING
    said.article, said.lines = article, [asdict(line) for line in lines]
    if version:
        said.version, said.written = version.number, digests.of_stored(version.stored)
        said.open_links = links.open_links(version.document(), context.source)
    elif before:
        said.version, said.written, said.open_links = before.version, before.written, before.open_links
    said.save()


def _added(document: Document, said: ImportedPost, *, by: Any) -> tuple[Article, DraftVersion, list[Line]]:
    """A new draft, with an address of its own."""
    article = Article(owner=by, title=document.title, published_elsewhere_at=said.published_at)
    free = addresses.free_address(slug(document.slug), article)
    moved = document.slug and free != document.slug
    what = "Another guide has its address" if slug(document.slug) == document.slug else "Its address had other letters"
    lines = [Line(deed=Deed.REPAIRED, what=f"{what}, so it is {free}", words=document.slug)]
    document = replace(document, slug=free)
    saving.fill(article, document)
    article.save()
    version = saving.save(article, by=by, rows=add_blocks(article, document.blocks))
    history.record(article, GuideEvent.Kind.IMPORTED, by=by, version=version, note=f"From {said.source}.")
    return article, version, lines if moved else []


def _filed_as(article: Article, document: Document) -> Document:
    """At the guide's own address, and where the post says nothing that is known here, with what an editor chose."""
    topic, author = (one.slug if one else "" for one in (article.topic, article.author))
    return replace(document, slug=article.slug, topic=document.topic or topic, author=document.author or author)


def _updated(article: Article, document: Document, before: ImportedPost, *, by: Any) -> DraftVersion | None:
    """The draft as the source has it now; beside it and None, where an editor has changed it since."""
    if digests.of_document(document_of(article)) == before.written:
        return saving.put(article, document, by=by)
    conflicts.keep_conflict(article, document, number=before.version, by=by)
    return None


def _fitting(document: Document) -> tuple[Document, list[Line]]:
    """With a title that a guide can have."""
    if len(document.title) <= LONGEST_TITLE:
        return document, []
    line = Line(deed=Deed.REPAIRED, what="Its title was too long and is cut", words=document.title)
    return replace(document, title=document.title[:LONGEST_TITLE].rstrip()), [line]


def _of_state(post: Post) -> Iterator[Line]:
    """What readers of the old site saw of it, since everything comes in as a draft."""
    if post.status == Status.LIVE and post.published_at:
        yield Line(deed=Deed.KEPT, what=f"It was live since {post.published_at:%-d %B %Y}, the date it will keep.")
    elif post.status == Status.SCHEDULED and post.published_at:
        yield Line(deed=Deed.PROPOSED, what=f"It was to go live on {post.published_at:%-d %B %Y}: schedule it.")
    elif post.status == Status.PRIVATE:
        yield Line(deed=Deed.PROPOSED, what="It was not for everybody: publish it only if it may be.")
    if post.comments:
        yield Line(deed=Deed.LEFT_OUT, what=f"Comments of readers, which guides here do not have: {post.comments}")


def _of(post: Post, context: Context) -> QuerySet[ImportedPost]:
    """What is known of the post here."""
    return ImportedPost.objects.filter(source=context.source.name, key=key_of(post))


def _plain(figure: Any) -> dict[str, Any]:
    return {name: str(value) for name, value in asdict(figure).items()}


def note_failure(post: Post, context: Context) -> None:
    """Says that a post could not be taken over, so that it is seen, and tried again by the next run."""
    what = "It could not be taken over, by a fault of ours. The log says more; the next run tries again."
    ImportedPost.objects.update_or_create(
        source=context.source.name,
        key=key_of(post),
        defaults={
            "run": context.run,
            "state": State.FAILED,
            "title": post.title or post.key,
            "html": post.html,
            "digest": "",
            "lines": [asdict(Line(deed=Deed.LEFT_OUT, what=what))],
        },
    )

"""The finished pieces of a guide's page: whatever follows from its revision and this release, and from nothing else.

They are made when a revision goes live and kept beside it, so that a reader's page is put together from a few texts.
What can change while a revision is live stays out of them: the topic, the author, the review date, related guides, and
the addresses of other pages: links keep their references, which `pieces_of` puts addresses for.

A page takes kept pieces only when this release made them, under these settings and with this key (`edition`), and when
nobody has touched them since (`richtext.unsealed`). Otherwise it is made from the document, through every sanitiser,
as the page of anything that is not live always is: that is slow, and right.
"""

import json
import logging
from dataclasses import dataclass, replace
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.files.storage import default_storage
from django.core.signals import setting_changed
from django.dispatch import receiver
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.crypto import salted_hmac
from django.utils.safestring import SafeString

from articles.document import richtext
from articles.document.layout import Page
from articles.document.references import SCHEME
from articles.models import PreparedPage, Revision
from articles.public import structured_data
from articles.public.structured_data import Node
from articles.references import reading

log = logging.getLogger(__name__)
CHANGES = 5
HTML = ("hero", "dates", "contents", "body")
NAMES = ("styles", "frames")
# What has a say in the pieces, and more: a release makes them all anew.
MADE_BY = ("agency/**/*.py", "enquiries/**/*.py", "articles/**/*.py", "templates/**/*.html")
LIBRARIES = ("django", "nh3")


@dataclass(frozen=True, kw_only=True, slots=True)
class Pieces:
    """Finished HTML for `articles/guide.html`, the `styles` of what it shows, the `frames` of its films and `nodes` for its
    structured data. A piece may be empty.
    """

    hero: SafeString
    dates: SafeString
    contents: SafeString
    body: SafeString
    styles: str
    frames: str
    nodes: list[Node]

    @property
    def asks(self) -> bool:
        """Whether the guide ends with a call to action, and so with the enquiry form's first question."""
        return 'class="first-question"' in self.body


def pieces_of(revision: Revision) -> Pieces:
    """The kept ones where there are any that may be taken; otherwise they are made now. Links have the addresses of the day."""
    pieces = kept(revision) or made(revision)
    if f'"{SCHEME}' not in pieces.body:
        return pieces
    return replace(pieces, body=reading.linked(pieces.body), nodes=structured_data.linked(pieces.nodes))


def kept(revision: Revision) -> Pieces | None:
    """The pieces as they were prepared; None where there are none of this edition, or somebody changed them."""
    row = getattr(revision, "prepared", None)
    # A developer's templates change while the process runs.
    if row is None or settings.DEBUG or row.edition != edition():
        return None
    names = {name: getattr(row, name) for name in NAMES}
    html = richtext.unsealed(
        {name: getattr(row, name) for name in HTML}, bound_to=_bound_to(revision, row.nodes, **names), seal=row.seal
    )
    if html is None:
        log.warning("revision %s: its prepared page was changed, and is not shown", revision.pk)
        return None
    return Pieces(**html, **names, nodes=json.loads(row.nodes))


def made(revision: Revision, *, shows_places: bool = False) -> Pieces:
    """The pieces of any revision, saved or not, from its document, with its references as they are.

    With `shows_places` a comment before each block says which one it is: no stylesheet can tell the difference.
    """
    page = Page(reading.with_own_places(revision.document()))
    changes = Revision.objects.told_to_readers(revision.article_id)[:CHANGES]
    context = {"page": page, "revision": revision, "changes": changes, "shows_places": shows_places, "asks": True}
    html = {name: render_to_string(f"articles/pieces.html#{name}", context) for name in HTML}
    nodes = structured_data.content_of(revision, page)
    styles = f"{page.styles} changes" if changes else page.styles
    return Pieces(**html, styles=styles, frames=page.frames, nodes=nodes)


def keep(revision: Revision) -> None:
    """Keeps the pieces of a live revision, in the caller's transaction, and no others of its guide."""
    pieces = made(revision)
    html, names = ({name: getattr(pieces, name) for name in which} for which in (HTML, NAMES))
    nodes = json.dumps(pieces.nodes, ensure_ascii=False)
    discard(revision.article_id)
    PreparedPage.objects.create(
        revision=revision,
        edition=edition(),
        seal=richtext.seal(html, bound_to=_bound_to(revision, nodes, **names)),
        nodes=nodes,
        **names,
        **html,
    )


def discard(article_id: int) -> None:
    """Forgets the pieces of a guide's page."""
    PreparedPage.objects.filter(revision__article=article_id).delete()


@cache
def edition() -> str:
    """A name for this release and its settings, as far as pieces can tell them apart; another key is another edition."""
    told: list[Any] = [_code(), *map(version, LIBRARIES), settings.SITE_URL, settings.TIME_ZONE, settings.LANGUAGE_CODE]
    addresses = [reverse("enquiries:new"), reverse("articles:guide", args=["a"]), default_storage.url("a")]
    return salted_hmac(__name__, json.dumps(told + addresses), algorithm="sha256").hexdigest()


@receiver(setting_changed)
def _forget_edition(**_signal: Any) -> None:
    """Only tests change settings under way."""
    edition.cache_clear()


@cache
def _code() -> str:
    root = Path(settings.BASE_DIR)
    files = sorted({path for pattern in MADE_BY for path in root.glob(pattern)})
    return sha256(b"".join(sha256(path.read_bytes()).digest() for path in files)).hexdigest()


def _bound_to(revision: Revision, nodes: str, *, styles: str, frames: str) -> str:
    """Whose pieces they are, so that a row cannot stand for another."""
    return f"{revision.pk} {edition()} {styles} {frames} {nodes}"

"""Work that nobody has saved yet: what stands in an open form is kept as a version of a kind of its own."""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone

from articles.document import Document, serialization
from articles.drafts import conflicts, saving
from articles.models import Article, DraftVersion

LAST_KEPT_FOR = timedelta(days=30)
HOURLY_FOR = timedelta(days=1)
AT_A_TIME = 500


@transaction.atomic
def keep(
    article: Article, document: Document, *, row_ids: Sequence[int | None], number: int, by: Any, token: str
) -> DraftVersion:
    """Keeps what stands in the form with this token, which was opened at version `number`; the draft stays as it is.

    Within a minute a form has one version, so that an hour of writing leaves no more than sixty.
    """
    now = timezone.now()
    last = article.versions.autosaved().filter(token=token, saved_by=by).defer("stored", "row_ids").first()
    is_of_this_minute = last is not None and _minute(last.saved_at) == _minute(now)
    version = last if last and is_of_this_minute else DraftVersion(article=article, is_autosaved=True)
    version.stored, version.row_ids = serialization.dump(document), list(row_ids)
    version.number, version.saved_by, version.token, version.saved_at = number, by, token, now
    version.save()
    return version


def unsaved(article: Article, by: Any) -> list[DraftVersion]:
    """The last version of each of somebody's forms that was never saved, the newest first, without the document."""
    of_editor = article.versions.filter(saved_by=by).exclude(token="")
    saved = of_editor.filter(is_autosaved=False).values("token")
    last: dict[str, DraftVersion] = {}
    for version in of_editor.autosaved().exclude(token__in=saved).defer("stored", "row_ids"):
        last.setdefault(version.token, version)
    return list(last.values())


@transaction.atomic
def take(version: DraftVersion, *, by: Any) -> DraftVersion:
    """Makes autosaved work the draft, unless somebody saved since its form was opened: then it is kept as conflicting.

    Raises `saving.CannotRestore`.
    """
    article = saving.lock(version.article)
    document = version.document()
    if version.number != article.version:
        return conflicts.keep_conflict(article, document, number=version.number, by=by, token=version.token)
    return saving.put(article, document, by=by, token=version.token)


def discard(version: DraftVersion) -> None:
    """Forgets everything that its form autosaved."""
    version.article.versions.autosaved().filter(token=version.token, saved_by=version.saved_by_id).delete()


def thin(now: datetime | None = None) -> int:
    """Deletes what nobody will look for: all but the last of each form and one an hour of the last day.

    Returns how many.
    """
    now = now or timezone.now()
    spare = list(_spare(now))
    for start in range(0, len(spare), AT_A_TIME):
        DraftVersion.objects.filter(pk__in=spare[start : start + AT_A_TIME]).delete()
    return len(spare)


def _spare(now: datetime) -> Iterator[int]:
    """From the newest to the oldest: of each form, and of each hour of a form, the first that is met is its last."""
    met = set()
    rows = DraftVersion.objects.autosaved().values_list("pk", "article", "saved_by", "token", "saved_at")
    for pk, article, editor, token, saved_at in rows.order_by("-saved_at", "-pk").iterator():
        form = (article, editor, token)
        hour = (*form, saved_at.replace(minute=0, second=0, microsecond=0))
        age = now - saved_at
        is_last = form not in met and age < LAST_KEPT_FOR
        is_recent = age < timedelta(hours=1) or (hour not in met and age < HOURLY_FOR)
        met |= {form, hour}
        if not (is_last or is_recent):
            yield pk


def _minute(moment: datetime) -> datetime:
    return moment.replace(second=0, microsecond=0)

"""The home page."""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from articles.lib.cacheable import cacheable
from articles.lib.written_queries import written_once
from articles.models import Author, Revision
from articles.public import directory
from enquiries import working_hours

LATEST = 6
KEPT_UP = 3
PEOPLE = 6


@require_safe
@cacheable()
def home(request: HttpRequest) -> HttpResponse:
    """What the agency does, the ways in, the newest and the longest kept-up guides, the people, and the reply promise."""
    latest = list(Revision.objects.published().for_cards()[:LATEST])
    context: dict[str, Any] = {
        "guides": latest,
        "topics": directory.topics(),
        "kept_up": _kept_up(latest),
        "people": _people(),
        "promise": working_hours.current_promise(),
    }
    return render(request, "agency/home.html", context)


@written_once
def _people() -> QuerySet[Author]:
    return Revision.objects.published().authors().filter(is_team=False)[:PEOPLE]


def _kept_up(latest: list[Revision]) -> list[Revision]:
    """The guides that were published first, of those that somebody reviewed on a later day and that are not among
    the latest."""
    others = Revision.objects.kept_up().exclude(pk__in=[revision.pk for revision in latest])
    shown = others.select_related("article").only("slug", "title", "published_at", "article__reviewed_on")
    return list(shown[:KEPT_UP])

"""Uploading many pictures at once: from the library's page, its dialog in the form of a guide, or a plain form."""

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.template.loader import render_to_string
from django.template.response import TemplateResponse
from django.urls import reverse

from articles.library import keeping
from articles.models import Picture

MOST = 100  # Django takes no more files in one request
NOTHING = "Choose at least one picture."


@dataclass(frozen=True)
class Outcome:
    """What became of one file: the new picture or none, and a sentence on it or none."""

    name: str
    picture: Picture | None
    words: str

    def __str__(self) -> str:
        return f"“{self.name}”: {self.words or 'added.'}"


def receive(request: HttpRequest) -> list[Outcome]:
    """Adds every file of the request that is a picture."""
    return [_receive(file, request.user) for file in request.FILES.getlist("files")]


def _receive(file: Any, user: Any) -> Outcome:
    try:
        picture, note = keeping.add(file, by=user)
    except ValidationError as refusal:
        return Outcome(file.name, None, " ".join(refusal.messages))
    return Outcome(file.name, picture, note)


def answer(request: HttpRequest, outcomes: list[Outcome], context: dict[str, Any]) -> HttpResponse:
    """For a script what became of each file; for a plain form the library, or the form again when nothing was added."""
    if request.get_preferred_type(["text/html", "application/json"]) != "application/json":
        return _page(request, outcomes, context)
    added = [outcome.picture for outcome in outcomes if outcome.picture]
    return JsonResponse(
        {
            "items": render_to_string("admin/articles/picture/items.html", {"pictures": added}),
            "outcomes": [
                {"words": str(each), "is_added": each.picture is not None, "is_noted": bool(each.words)}
                for each in outcomes
            ],
        },
        status=200 if added else 400,
    )


def _page(request: HttpRequest, outcomes: list[Outcome], context: dict[str, Any]) -> HttpResponse:
    for outcome in outcomes:
        level = messages.SUCCESS if outcome.picture else messages.ERROR
        messages.add_message(request, level, str(outcome))
    if any(outcome.picture for outcome in outcomes):
        return HttpResponseRedirect(reverse("admin:articles_picture_changelist"))
    if request.method == "POST" and not outcomes:
        messages.error(request, NOTHING)
    return TemplateResponse(request, "admin/articles/picture/add.html", context)

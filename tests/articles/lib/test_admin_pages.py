from types import SimpleNamespace
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.test import RequestFactory

from articles.lib.admin_pages import AdminPage, has

THINGS = {1: "a thing"}


def asked_by(*permissions: str) -> HttpRequest:
    request = RequestFactory().get("/")
    request.user = SimpleNamespace(has_perm=permissions.__contains__)
    return request


def find(request: HttpRequest, pk: int) -> str:
    if pk not in THINGS:
        raise Http404
    return THINGS[pk]


def view(request: HttpRequest, *things: Any, **kwargs: Any) -> HttpResponse:
    return HttpResponse(repr((things, kwargs)))


PAGE = AdminPage("<int:pk>/<slug:part>/", view, "thing", has("things.change"), find)


def test_a_page_shows_what_its_address_names() -> None:
    response = PAGE(asked_by("things.change"), pk=1, part="end")

    assert response.content.decode() == "(('a thing',), {'part': 'end'})"


def test_a_page_about_nothing_in_particular_is_for_all_staff() -> None:
    assert AdminPage("", view, "list")(asked_by()).content.decode() == "((), {})"


def test_a_page_is_refused_to_whoever_may_not_open_it() -> None:
    with pytest.raises(PermissionDenied):
        PAGE(asked_by("things.view"), pk=1, part="end")


def test_what_is_not_there_is_not_found_whoever_asks() -> None:
    with pytest.raises(Http404):
        PAGE(asked_by(), pk=2, part="end")

"""Which page of a list a request asks for: public addresses are exact, the admin is lenient."""

from typing import Any

from django.core.paginator import EmptyPage, Page, Paginator
from django.http import Http404, HttpRequest
from django.utils.functional import cached_property

MOST_DIGITS = 9
MOST_COUNTED = 1000


class BoundedPaginator(Paginator):
    """Counts up to `MOST_COUNTED` rows, and has the pages of so many: for lists whose beginning is what matters."""

    @cached_property
    def count(self) -> int:
        """So many, in the list's own order, so that the index of a filter is used."""
        rows: Any = self.object_list
        return rows[:MOST_COUNTED].count()


def number(request: HttpRequest) -> int:
    """The number in `?page=`, 1 without any. Raises `Http404` for what is not the number of a page."""
    return exact(request, "page") if "page" in request.GET else 1


def exact(request: HttpRequest, parameter: str) -> int:
    """The number from 1 in the parameter; it is there once and written in one way only, so that a page has one address.

    Raises `Http404` for anything else.
    """
    text = ",".join(request.GET.getlist(parameter))
    if not (text.isascii() and text.isdigit() and len(text) <= MOST_DIGITS and text[0] != "0"):
        raise Http404("That is no number of a page.")
    return int(text)


def page(request: HttpRequest, rows: Any, size: int) -> Page:
    """The page that `?page=` asks for. Raises `Http404` when there is none."""
    try:
        return Paginator(rows, size).page(number(request))
    except EmptyPage as error:
        raise Http404("There is no such page.") from error


def nearest_page(request: HttpRequest, rows: Any, size: int, parameter: str = "page") -> Page:
    """The page that the parameter asks for; the first or last one where it asks for nonsense."""
    return Paginator(rows, size).get_page(request.GET.get(parameter))

"""A form of ours that came without the cookie or the token that proves where it was filled in.

Most who get here are honest: the browser inside an app keeps no cookies, a tab was open for days. So nothing that they
wrote is lost. Where the browser itself says that the form came from our own page, that is proof enough.
"""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, QueryDict
from django.http.request import RawPostDataException, UnreadablePostError

from enquiries.views import form, status

# What shows the form again, and what takes it.
FORMS: dict[str, tuple[Callable[..., HttpResponse], Callable[..., HttpResponse]]] = {
    "enquiries:new": (form.show_again, form.new),
    "enquiries:status_change": (status.show_again, status.change),
}


def answer(request: HttpRequest) -> HttpResponse | None:
    """The page for an enquirer's form; none for a form of anybody else."""
    match = request.resolver_match
    if not match or match.view_name not in FORMS:
        return None
    show_again, take = FORMS[match.view_name]
    posted(request)
    return (take if _is_from_our_page(request) else show_again)(request, *match.args, **match.kwargs)


def posted(request: HttpRequest) -> QueryDict:
    """What the form says, as far as it arrived."""
    try:
        return request.POST
    except (RawPostDataException, UnreadablePostError):
        return QueryDict()


def _is_from_our_page(request: HttpRequest) -> bool:
    """No page of another site can set this header or make a browser send it (https://www.w3.org/TR/fetch-metadata/)."""
    return request.headers.get("Sec-Fetch-Site") == "same-origin"

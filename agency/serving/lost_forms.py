"""A form of staff that arrives after their session is over, before a second factor was shown, or without proof that it came
from our page.

Nothing is done with it and nothing of it is lost: the page shows what was typed, and sends it again once they have signed in
in another tab, or set up a second factor there. That is offered only where the browser itself says that the form was ours: else another site could put its
words under a button of ours.
"""

from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render

from enquiries.views.unproven import posted

ADMIN, ACCOUNTS = "/admin/", "/accounts/"
ANYBODYS = ("/admin/login/", "/admin/logout/")
TOKEN = "csrfmiddlewaretoken"  # noqa: S105 - a name
# Shorter fields are numbers, choices and marks, which come along without being read.
WORTH_COPYING = 25


def is_staff_form(request: HttpRequest) -> bool:
    """Whether it was sent to a page of the admin that needs a sign-in."""
    return request.method == "POST" and request.path.startswith(ADMIN) and request.path not in ANYBODYS


def answer(request: HttpRequest, *, lacks_factor: bool = False) -> HttpResponse | None:
    """403 and the way back for a form of the admin or of an account; None for any other.

    `lacks_factor` is whether all that its sender has yet to do is to show a second factor.
    """
    if not request.path.startswith((ADMIN, ACCOUNTS)):
        return None
    sent = posted(request)
    is_ours = request.headers.get("Sec-Fetch-Site") == "same-origin" and is_staff_form(request)
    fields = list(_fields(sent)) if request.path.startswith(ADMIN) else []
    context: dict[str, Any] = {
        "fields": fields if is_ours and not _has_secret(sent) else [],
        "words": [(name, value) for name, value in fields if len(value) > WORTH_COPYING or "\n" in value],
        "lacks_factor": lacks_factor,
        "had_files": any(request.FILES) if sent else False,
        "page": request.path if request.path.startswith(ACCOUNTS) else "",
    }
    return render(request, "accounts/lost_form.html", context, status=403)


def _fields(sent: QueryDict) -> Iterator[tuple[str, str]]:
    for name, values in sent.lists():
        if name != TOKEN and not _is_secret(name):
            yield from ((name, value) for value in values)


def _has_secret(sent: QueryDict) -> bool:
    """What holds a password is typed again."""
    return any(map(_is_secret, sent))


def _is_secret(name: str) -> bool:
    return "password" in name.lower()

"""The list from which somebody came to an enquiry, carried along in the address: the way back, and the next one."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.http import urlencode

from enquiries.admin.work_list.asking import Question, read
from enquiries.handling import work_list
from enquiries.models import Enquiry

PAGE = "admin:enquiries_enquiry_change"


def context(request: HttpRequest, enquiry: Enquiry) -> dict[str, Any]:
    """What the page of an enquiry needs: the list, the next enquiry on it, and what its links and forms carry on."""
    question = _list(request)
    if question is None:
        return {}
    return {
        "list": question,
        "next": work_list.next_after(enquiry, question.asked),
        "carried": _carried(question),
    }


def page_of(request: HttpRequest, enquiry: Enquiry) -> str:
    """The address of an enquiry's page, with the list if there is one."""
    return f"{reverse(PAGE, args=[enquiry.pk])}{carried(request)}"


def carried(request: HttpRequest) -> str:
    """The end of an address that carries the list on; empty without one."""
    question = _list(request)
    return _carried(question) if question else ""


def _list(request: HttpRequest) -> Question | None:
    return read(request.user, request.GET["list"]) if "list" in request.GET else None


def _carried(question: Question) -> str:
    return f"?{urlencode({'list': question.address()})}"

"""Tells the audit trail who is acting while a request is answered."""

from collections.abc import Callable
from functools import partial

from django.http import HttpRequest, HttpResponse

from articles.audit.recording import acting
from enquiries.intake.throttle import client_address


class ActorMiddleware:
    """Below Django's authentication, whose lazy user is looked at only when a line is written."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        with acting(request.user, partial(client_address, request)):
            return self.get_response(request)

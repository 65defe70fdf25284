"""What is asked of every request that carries a session."""

from collections.abc import Callable

from django.conf import settings
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect

from agency.accounts import second_factor, sessions
from agency.serving import lost_forms

SECONDS_TO_SIGN_IN = 30 * 60


class StaffSessionMiddleware:
    """Ends sessions that are over, and opens nothing of the admin before a second factor was shown.

    Who carries no session is not looked at, but when they send a form of the admin: asking who it is would make every page
    depend on cookies.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if settings.SESSION_COOKIE_NAME in request.COOKIES and request.user.is_authenticated:
            if sessions.is_over(request.session):
                logout(request)
            else:
                sessions.keep(request)
            if second_factor.is_missing(request) and request.path.startswith(second_factor.GUARDED):
                return _ask_for_a_second_factor(request)
        if lost_forms.is_staff_form(request) and not request.user.is_authenticated:
            return lost_forms.answer(request) or redirect(settings.LOGIN_URL)
        response = self.get_response(request)
        # Anybody can begin to sign in: what is kept of it should not fill the database for half a day.
        if request.session.modified and not request.user.is_authenticated:
            request.session.set_expiry(SECONDS_TO_SIGN_IN)
        return response


def _ask_for_a_second_factor(request: HttpRequest) -> HttpResponse:
    lost = lost_forms.answer(request, lacks_factor=True) if lost_forms.is_staff_form(request) else None
    return lost or redirect("mfa_index")

"""The pages that allauth has not, or not like this: a person's own sessions, signing out, and choosing a first password."""

from typing import Any, cast

from allauth.account import views as account_views
from allauth.account.decorators import reauthentication_required
from allauth.mfa.base import views as factor_views
from allauth.mfa.webauthn import views as passkey_views
from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import login
from django.contrib.auth.decorators import login_required
from django.contrib.auth.models import User
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from agency.accounts import invitations, second_factor, sessions


class MyAccount(factor_views.IndexView):
    """Everything of an account on one page, and where staff are led who have yet to set up a second factor."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**kwargs) | {"is_missing": second_factor.is_missing(self.request)}


my_account = never_cache(MyAccount.as_view())
sign_out = require_POST(account_views.logout)
set_password = reauthentication_required(account_views.password_set)
remove_passkey = passkey_views.RemoveWebAuthnView.as_view(success_url=reverse_lazy("mfa_index"))


@never_cache
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def my_sessions(request: HttpRequest) -> HttpResponse:
    """Where somebody is signed in; ends the session that `end` names, or all others."""
    user = cast("User", request.user)
    if request.method == "POST":
        if number := request.POST.get("end", ""):
            get_object_or_404(UserSession, user=user, pk=int(number) if number.isdecimal() else 0).end()
            messages.success(request, "That session has ended.")
        else:
            sessions.end_all(user, but=request.session.session_key)
            messages.success(request, "All other sessions have ended.")
        return redirect("account_sessions")
    return render(request, "accounts/sessions.html", {"sessions": list(sessions.of(user))})


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def invitation(request: HttpRequest, token: str) -> HttpResponse:
    """Welcomes who was invited; once they say so, they are signed in and led to set up how they sign in from now on.

    Opening the link does nothing: mail programs do that by themselves.
    """
    user = invitations.invited_by(token)
    if request.method == "POST" and user:
        login(request, user, settings.AUTHENTICATION_BACKENDS[0])
        return redirect("mfa_index")
    return render(request, "accounts/invitation.html", {"invited": user}, status=200 if user else 404)

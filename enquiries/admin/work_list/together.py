"""What is done to several enquiries at once: a page that says what will happen to which, and doing it.

The enquiries stand in the page's address. Each is changed by its own verb in a transaction of its own: what one refuses is
no loss to the others.
"""

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect
from django.template.defaultfilters import pluralize
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.views.decorators.http import require_http_methods

from articles.lib.admin_pages import AdminPage, has
from enquiries import teams
from enquiries.admin import actions
from enquiries.admin.work_list.asking import read
from enquiries.handling import permissions, verbs, work_list
from enquiries.locking import NotAllowed
from enquiries.models import Enquiry, State

log = logging.getLogger(__name__)
MOST = work_list.PAGE
MOST_NAMED = 5
REFUSED = 422
BROKEN = "Something went wrong, and nothing was changed. Try this one by itself."


@dataclass(frozen=True)
class Bulk:
    """How one of the actions on an enquiry's page is called, and explained, when it is done to several."""

    label: str
    button: str
    done: str
    says: str


BULK = {
    "take": Bulk("Take", "Take them", "Yours now", "They become yours."),
    "assign": Bulk(
        "Pass on…",
        "Pass them on",
        "Passed on",
        "All go to the person or team that you choose, who get an e-mail about each, with your reason.",
    ),
    "follow_up": Bulk(
        "Put aside…",
        "Put them aside",
        "Put aside",
        "They leave New, Mine and Waiting until the day that you choose, and then stand on top. What was promised a reply "
        "is still reminded of. An answer from an enquirer brings theirs back at once.",
    ),
    "close": Bulk(
        "Close…",
        "Close them",
        "Closed",
        "All are closed with the same outcome, which decides when their data is erased. Nobody is written to.",
    ),
    "spam": Bulk(
        "Mark as spam…",
        "Mark them as spam",
        "Moved to spam",
        "All move to spam. What is still to be sent to these people is held.",
    ),
}


@dataclass(frozen=True)
class Choice:
    """An enquiry that was chosen, and why nothing will happen to it; empty when something will."""

    enquiry: Enquiry
    why_not: str


def offered(user: Any) -> list[tuple[str, str]]:
    """The names and labels of what the user may do."""
    return [(key, bulk.label) for key, bulk in BULK.items() if user.has_perm(actions.ACTIONS[key].permission)]


@require_http_methods(["GET", "HEAD", "POST"])
def page(request: HttpRequest) -> HttpResponse:
    """Says what will happen to which enquiries; does it once that is confirmed, and tells to which it was not done."""
    key = request.GET.get("do", "")
    if key not in BULK:
        raise Http404("There is no such action.")
    action = actions.ACTIONS[key]
    if not request.user.has_perm(action.permission):
        raise PermissionDenied
    back = (
        f"{reverse('admin:enquiries_enquiry_changelist')}?{read(request.user, request.GET.get('list', '')).address()}"
    )
    chosen = _chosen(request)
    if not chosen:
        messages.error(request, "Choose some enquiries first.")
        return HttpResponseRedirect(back)
    form = actions.form_for(key, request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        _tell(request, BULK[key], *_carry_out(request.user, action, chosen, form.cleaned_data))
        return redirect(back)
    plan = [Choice(enquiry, refusal(key, enquiry, request.user)) for enquiry in chosen]
    context = {
        **admin.site.each_context(request),
        "opts": Enquiry._meta,
        "title": BULK[key].label.removesuffix("…"),
        "bulk": BULK[key],
        "key": key,
        "form": form,
        "ready": [choice for choice in plan if not choice.why_not],
        "left_out": [choice for choice in plan if choice.why_not],
        "back": back,
    }
    template = "admin/enquiries/enquiry/together.html"
    return TemplateResponse(request, template, context, status=REFUSED if form.errors else 200)


def refusal(key: str, enquiry: Enquiry, user: Any) -> str:
    """Why nothing will happen to this enquiry, as far as that can be known before: the verb looks again."""
    if enquiry.is_restricted:
        return verbs.RESTRICTED
    if not enquiry.is_in_hand:
        return verbs.NOT_IN_HAND[State(enquiry.state)]
    if key == "take" and enquiry.owner and enquiry.state != State.NEW:
        is_mine = enquiry.owner == user
        return "It is yours already." if is_mine else f"{teams.name_of(enquiry.owner)} has already taken this enquiry."
    return ""


def _chosen(request: HttpRequest) -> list[Enquiry]:
    """The enquiries that the address names, in its order, as far as the user may see them."""
    texts = [text for text in request.GET.getlist("enquiry") if text.isascii() and text.isdigit() and len(text) < 19]
    numbers = list(dict.fromkeys(map(int, texts)))[:MOST]
    found = permissions.visible_to(request.user).select_related("owner", "team").in_bulk(numbers)
    return [found[number] for number in numbers if number in found]


def _carry_out(
    user: Any, action: actions.Action[Enquiry], chosen: Sequence[Enquiry], words: dict[str, Any]
) -> tuple[list[Enquiry], list[tuple[Enquiry, str]]]:
    """The enquiries that it was done to, and each other one with the reason."""
    done, left = [], []
    for enquiry in chosen:
        try:
            action.run(enquiry, user, words)
        except NotAllowed as reason:
            left.append((enquiry, str(reason)))
        except Exception as error:  # whatever is wrong with this one, the others go on; its words may be a visitor's
            log.error("enquiry %s: %s failed: %s", enquiry.reference, action.label, type(error).__name__)
            left.append((enquiry, BROKEN))
        else:
            done.append(enquiry)
    return done, left


def _tell(request: HttpRequest, bulk: Bulk, done: Sequence[Enquiry], left: Sequence[tuple[Enquiry, str]]) -> None:
    if done:
        messages.success(request, f"{bulk.done}: {_named(done)}.")
    if left:
        lines = format_html_join(
            "", '<li><a href="{}">{}</a>: {}</li>', ((_page(one), _name(one), reason) for one, reason in left)
        )
        number = f"{len(left)} {pluralize(len(left), 'was,were')} left as {pluralize(len(left), 'it was,they were')}:"
        messages.warning(request, format_html("{}<ul>{}</ul>", number, lines))


def _named(enquiries: Sequence[Enquiry]) -> str:
    """Such as: 12 enquiries, Ada (K2…), Sam (Z7…) and 10 more."""
    names = ", ".join(map(_name, enquiries[:MOST_NAMED]))
    more = len(enquiries) - MOST_NAMED
    return f"{len(enquiries)} enquiries, {names} and {more} more" if more > 0 else names


def _name(enquiry: Enquiry) -> str:
    return f"{enquiry.name or 'Erased'} ({enquiry.reference})"


def _page(enquiry: Enquiry) -> str:
    return reverse("admin:enquiries_enquiry_change", args=[enquiry.pk])


PAGES = (AdminPage("together/", page, "enquiries_enquiry_together", has("enquiries.view_enquiry")),)

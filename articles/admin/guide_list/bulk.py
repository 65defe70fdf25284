"""What is done to several guides at once: the page that says what will happen to which of them, and doing it.

The guides stand in the page's address, so that it survives a new sign-in. Each is changed by its own verb in a
transaction of its own: what one refuses is no loss to the others.
"""

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.defaultfilters import pluralize
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.http import urlencode
from django.views.decorators.http import require_http_methods

from articles.drafts import saving
from articles.drafts.states import with_states
from articles.gate import overrides
from articles.gate.findings import Finding
from articles.models import Article
from articles.publishing.publication import CannotPublish
from articles.review import upkeep

log = logging.getLogger(__name__)
MOST_NAMED = 5


class LeftAlone(Exception):
    """Nothing is done to this guide; the message is a sentence that says why."""


MOST_FINDINGS = 2
REFUSALS = (LeftAlone, CannotPublish, overrides.Blocked, saving.CannotRestore, upkeep.NotLive)
SAVED_MEANWHILE = "Somebody saved it after you opened the page. Look at the draft, then choose it again."
BROKEN = "Something went wrong, and nothing was changed. Try this guide by itself."


class BulkAction:
    """One thing that can be done to several guides, for one user and one request.

    `label` stands in the list of actions, `done` before the guides that it was done to, `says` tells what will happen.
    With `looks_at_draft`, a guide that was saved since the page was opened is left alone.
    """

    name: ClassVar[str]
    permissions: ClassVar[tuple[str, ...]]
    label: ClassVar[str]
    button: ClassVar[str]
    done: ClassVar[str]
    says: ClassVar[str]
    form: ClassVar[type[forms.Form]] = forms.Form
    most: ClassVar[int] = 200
    looks_at_draft: ClassVar[bool] = False

    def __init__(self, user: Any) -> None:
        self.user = user

    @classmethod
    def may_use(cls, user: Any) -> bool:
        """Whether it is anything for this user; which guides they may do it to, `refusal` says."""
        return user.has_perms(cls.permissions)

    def refusal(self, guide: Any) -> str:
        """Why this guide is left out, as a sentence; empty when it is not. The guide comes from `with_states`."""
        raise NotImplementedError

    def held_back(self, guide: Any) -> str:
        """The same where it takes longer to find out; it is not asked again before the verb, which looks itself."""
        return ""

    def remark(self, guide: Any) -> str:
        """What will happen to this guide in particular."""
        return ""

    def do(self, guide: Article, form: Any) -> None:
        """Does it to the locked guide. Raises one of `REFUSALS`."""
        raise NotImplementedError


@dataclass(frozen=True, kw_only=True)
class Choice:
    """A guide that was chosen: what will happen to it, or why nothing will."""

    guide: Any
    why_not: str
    remark: str


def open_page(action: type[BulkAction], request: HttpRequest, guides: QuerySet) -> HttpResponse | None:
    """Leads from the list to the action's page; None, with a message, when too many guides were chosen."""
    chosen = list(guides.values_list("pk", flat=True)[: action.most + 1])
    if len(chosen) > action.most:
        messages.error(
            request, f"Choose up to {action.most} guides for this at a time. Filters help to narrow the list."
        )
        return None
    address = reverse("admin:articles_article_together", args=[action.name])
    query = {"guides": " ".join(map(str, chosen)), "list": request.GET.urlencode()}
    return HttpResponseRedirect(f"{address}?{urlencode(query)}")


@require_http_methods(["GET", "HEAD", "POST"])
def page(request: HttpRequest, action: BulkAction) -> HttpResponse:
    """Says what will happen to which guides; does it once that is confirmed, and tells to which it was not done."""
    guides = _chosen(request, action)
    form = action.form(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        _tell(request, action, *_carry_out(action, guides, form, _seen(request)))
        return HttpResponseRedirect(_back(request))
    plan = [_choice(action, guide) for guide in guides]
    context = {
        **admin.site.each_context(request),
        "title": action.label.removesuffix("…"),
        "opts": Article._meta,
        "action": action,
        "form": form,
        "ready": [choice for choice in plan if not choice.why_not],
        "left_out": [choice for choice in plan if choice.why_not],
        "seen": request.POST.get("seen") or " ".join(f"{guide.pk}:{guide.version}" for guide in guides),
        "back": _back(request),
    }
    return TemplateResponse(request, "admin/articles/article/together.html", context)


def finder(actions: Sequence[type[BulkAction]]) -> Any:
    """A view that opens the page of the action which its address names, for those who may use it."""
    by_name = {action.name: action for action in actions}

    def view(request: HttpRequest, action: str) -> HttpResponse:
        if action not in by_name:
            raise Http404("There is no such action.")
        if not by_name[action].may_use(request.user):
            raise PermissionDenied
        return page(request, by_name[action](request.user))

    return view


def _chosen(request: HttpRequest, action: BulkAction) -> list[Any]:
    """The guides that the address names, in its order, as many as there are still."""
    numbers = [int(text) for text in request.GET.get("guides", "").split() if text.isascii() and text.isdigit()]
    found = with_states(Article.objects.select_related("topic", "author", "owner")).in_bulk(
        [number for number in dict.fromkeys(numbers) if number < 2**63][: action.most]
    )
    return [found[number] for number in dict.fromkeys(numbers) if number in found]


def _choice(action: BulkAction, guide: Any) -> Choice:
    why_not = action.refusal(guide) or action.held_back(guide)
    return Choice(guide=guide, why_not=why_not, remark="" if why_not else action.remark(guide))


def _seen(request: HttpRequest) -> dict[int, int]:
    """The version of each guide when the page was opened."""
    pairs = (pair.partition(":") for pair in request.POST.get("seen", "").split())
    return {int(pk): int(version) for pk, _, version in pairs if f"{pk}{version}".isdecimal() and pk and version}


def _carry_out(
    action: BulkAction, guides: Sequence[Any], form: forms.Form, seen: dict[int, int]
) -> tuple[list[Any], list[tuple[Any, str]]]:
    """The guides that it was done to, and each other one with the reason."""
    done, left = [], []
    for guide in guides:
        try:
            _do(action, guide, form, seen)
        except REFUSALS as refusal:
            left.append((guide, _why(refusal)))
        except Exception:  # whatever is wrong with this guide, the others go on
            log.exception("guide %s: %s failed", guide.pk, action.name)
            left.append((guide, BROKEN))
        else:
            done.append(guide)
    return done, left


def held_back_by(findings: Sequence[Finding]) -> str:
    """What the checks say against the guide, as far as there is room."""
    more = len(findings) - MOST_FINDINGS
    rest = f" And {more} more." if more > 0 else ""
    return f"The checks hold it back: {' '.join(finding.what for finding in findings[:MOST_FINDINGS])}{rest}"


def _why(refusal: Exception) -> str:
    return held_back_by(refusal.findings) if isinstance(refusal, overrides.Blocked) else str(refusal)


@transaction.atomic
def _do(action: BulkAction, guide: Any, form: forms.Form, seen: dict[int, int]) -> None:
    locked = saving.lock(guide)
    if reason := action.refusal(with_states(Article.objects.select_related("owner")).get(pk=guide.pk)):
        raise LeftAlone(reason)
    if action.looks_at_draft and seen.get(guide.pk) != locked.version:
        raise LeftAlone(SAVED_MEANWHILE)
    action.do(locked, form)


def _tell(request: HttpRequest, action: BulkAction, done: Sequence[Any], left: Sequence[tuple[Any, str]]) -> None:
    if done:
        messages.success(request, f"{action.done}: {_named(done)}.")
    if left:
        lines = format_html_join(
            "", '<li><a href="{}">{}</a>: {}</li>', ((_checks(guide), guide, reason) for guide, reason in left)
        )
        number = f"{len(left)} guide{pluralize(len(left))} {pluralize(len(left), 'was,were')} left alone:"
        messages.warning(request, format_html("{}<ul>{}</ul>", number, lines))


def _named(guides: Sequence[Any]) -> str:
    """Such as: 12 guides, “One”, “Two” and 10 more."""
    names = ", ".join(f"“{guide}”" for guide in guides[:MOST_NAMED])
    more = len(guides) - MOST_NAMED
    if more > 0:
        return f"{len(guides)} guides, {names} and {more} more"
    return names


def _checks(guide: Any) -> str:
    return reverse("admin:articles_article_checks", args=[guide.pk])


def _back(request: HttpRequest) -> str:
    address = reverse("admin:articles_article_changelist")
    query = request.GET.get("list", "")
    return f"{address}?{query}" if query else address

"""Publishing the guides again that show figures of another day, all in one go."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from articles.admin.guides.forms import NOTE_LENGTH
from articles.admin.salaries import pages
from articles.drafts import permissions
from articles.gate import overrides
from articles.gate.findings import Finding
from articles.gate.site import site_context
from articles.publishing import republishing
from articles.publishing.publication import CannotPublish, PublishOptions
from articles.publishing.republishing import Waiting


class RepublishForm(forms.Form):
    """How the guides are published again."""

    note = forms.CharField(
        label="What changed, and why",
        max_length=NOTE_LENGTH,
        initial="New salary figures.",
        help_text="For the history.",
    )
    shows_note = forms.BooleanField(
        label="Show this note to readers", required=False, help_text="It appears under “What has changed”."
    )
    is_substantive = forms.BooleanField(
        label="Readers should know: move “updated on”",
        required=False,
        initial=True,
        help_text="The next review stays due when it was.",
    )


@dataclass(kw_only=True)
class Line:
    """One guide on the page: what changes, and what is in the way of it."""

    waiting: Waiting
    blocking: Sequence[Finding] = field(default=())
    warnings: Sequence[Finding] = field(default=())
    reason: str = ""

    @property
    def can_go(self) -> bool:
        return not self.reason and not self.blocking


def republish(request: HttpRequest) -> HttpResponse:
    """Lists the guides with their old and new figures; publishes those that are ticked and that the gate lets through."""
    if request.method != "POST":
        return _show(request, RepublishForm())
    form = RepublishForm(request.POST)
    if not form.is_valid():
        return _show(request, form)
    _publish(request, form)
    return HttpResponseRedirect(reverse("admin:articles_jobrole_republish"))


def _show(request: HttpRequest, form: RepublishForm) -> HttpResponse:
    every = republishing.waiting()
    lines = list(_lines(request, every[: republishing.MOST]))
    rest = len(every) - len(lines)
    title = "Publish guides with the new figures"
    return pages.page(
        request, "republish.html", title, form=form, lines=lines, rest=rest, can_go=any(line.can_go for line in lines)
    )


def _lines(request: HttpRequest, every: Sequence[Waiting]) -> Iterator[Line]:
    site = site_context() if every else None
    for one in every:
        if reason := _left_alone(request, one):
            yield Line(waiting=one, reason=reason)
        elif site:
            blocking, warnings = republishing.inspected(one, site, by=request.user)
            yield Line(waiting=one, blocking=blocking, warnings=warnings)


def _left_alone(request: HttpRequest, one: Waiting) -> str:
    if not permissions.may_publish(request.user, one.guide):
        return "You may not publish this guide. Ask an editor."
    return one.left_alone


def _publish(request: HttpRequest, form: RepublishForm) -> None:
    """Each guide by itself, so that one that is refused keeps back no other; says what became of each."""
    given = form.cleaned_data
    options = PublishOptions(note=given["note"], shows_note=given["shows_note"], is_substantive=given["is_substantive"])
    chosen = set(request.POST.getlist("guide"))
    ticked = [one for one in republishing.waiting() if str(one.guide.pk) in chosen]
    site = site_context() if ticked else None
    published = []
    for one in ticked:
        try:
            if reason := _left_alone(request, one):
                raise CannotPublish([reason])
            seen = request.POST.get(f"seen-{one.guide.pk}", "")
            republishing.republish(one.guide, options, by=request.user, seen=seen, site=site)
            published.append(one.live.title)
        except (CannotPublish, overrides.Blocked) as refusal:
            messages.error(request, f"“{one.live.title}” was left alone: {refusal}")
    if published:
        messages.success(request, f"Published with the new figures: {', '.join(f'“{title}”' for title in published)}.")
    elif not ticked:
        messages.warning(request, "Nothing was published: no guide was ticked that still waits for new figures.")

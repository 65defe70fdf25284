"""What an editor does with a guide once it is written: publish, withdraw, at once or at a time, and take back."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.html import format_html
from django.views.decorators.http import require_http_methods, require_POST

from articles.admin.guides import checks, pages
from articles.admin.guides.forms import WithdrawForm
from articles.admin.guides.publish_form import PublishForm
from articles.drafts import saving, where_used
from articles.drafts.states import with_states
from articles.gate import overrides
from articles.lib.days import moment_in_words
from articles.models import Article, Revision
from articles.publishing import publication, scheduling
from articles.references import texts
from articles.views import guides


def publish(request: HttpRequest, guide: Article) -> HttpResponse:
    """Publishes the draft, now or at a time; a refusal shows the page again with everything that was typed."""
    if request.method != "POST":
        return pages.back_to("checks", guide)
    form = checks.publish_form(checks.report_on(guide), request.user, request.POST)
    if form.is_valid() and _publish(request, guide, form):
        return pages.back_to("checks", guide)
    return checks.show(request, guide, publish=form)


@require_http_methods(["GET", "HEAD", "POST"])
def withdraw(request: HttpRequest, guide: Article) -> HttpResponse:
    """Says what readers will get, and withdraws the guide once that is confirmed."""
    form = WithdrawForm(request.POST if request.method == "POST" else None)
    if form.is_valid() and _withdraw(request, guide, form):
        return pages.back_to("checks", guide)
    live = guide.revisions.published().for_cards().first()
    return pages.page(
        request,
        guide,
        "withdraw.html",
        "Withdraw this guide",
        form=form,
        live=live,
        related=live and _related(live),
        uses=where_used.guides_using(guide),
        texts=texts.linking_to(guide).get(guide),
        stored=with_states(Article.objects.all()).get(pk=guide.pk),
    )


@require_POST
def cancel(request: HttpRequest, guide: Article) -> HttpResponse:
    """Cancels what was scheduled."""
    scheduling.cancel(guide, by=request.user)
    messages.success(request, "Cancelled. Nothing is scheduled for this guide any more.")
    return pages.back_to("checks", guide)


@require_http_methods(["GET", "HEAD", "POST"])
def discard(request: HttpRequest, guide: Article) -> HttpResponse:
    """Makes the draft what visitors read again, after confirmation."""
    if request.method != "POST":
        return pages.page(request, guide, "discard.html", "Discard the changes in the draft")
    try:
        saving.discard(guide, by=request.user)
    except saving.CannotRestore as refusal:
        messages.error(request, f"Nothing was discarded. {refusal}")
    else:
        messages.success(
            request, "Discarded. The draft is now what visitors read; the version you discarded is in the history."
        )
    return pages.back_to("checks", guide)


def _publish(request: HttpRequest, guide: Article, form: PublishForm) -> bool:
    """Whether it was done; the form says why not."""
    try:
        message = _schedule(request, guide, form) if form.is_for_later else _publish_now(request, guide, form)
    except overrides.Blocked as refusal:
        form.apply_overrides(refusal.findings)
    except publication.CannotPublish as refusal:
        _refuse(form, refusal)
    else:
        messages.success(request, message)
    return not form.errors


def _publish_now(request: HttpRequest, guide: Article, form: PublishForm) -> str:
    address = publication.publish(guide, form.options(), by=request.user).get_absolute_url()
    return format_html('Published. Visitors now read it at <a href="{0}">{0}</a>.', address)


def _schedule(request: HttpRequest, guide: Article, form: PublishForm) -> str:
    moment = form.cleaned_data["at"]
    publication.schedule(guide, form.options(), by=request.user, at=moment)
    return f"Scheduled. The draft as it is now goes live on {moment_in_words(moment)}."


def _withdraw(request: HttpRequest, guide: Article, form: WithdrawForm) -> bool:
    """Whether it was done; the form says why not."""
    note, moment = form.cleaned_data["note"], form.cleaned_data["at"]
    try:
        if form.is_for_later:
            scheduling.schedule_withdrawal(guide, by=request.user, at=moment, note=note)
        else:
            publication.withdraw(guide, by=request.user, note=note)
    except publication.CannotPublish as refusal:
        _refuse(form, refusal)
        return False
    messages.success(request, f"It will be withdrawn on {moment_in_words(moment)}." if moment else "Withdrawn.")
    return True


def _refuse(form: Any, refusal: publication.CannotPublish) -> None:
    for reason in refusal.reasons:
        form.add_error(None, reason)


def _related(live: Revision) -> Any:
    """What the page of a withdrawn guide offers instead."""
    others = Revision.objects.published().for_cards().filter(topic=live.topic).exclude(article=live.article_id)
    return others[: guides.RELATED]

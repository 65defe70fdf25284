"""The draft as somebody without an account reads it, by a signed link, and their answer."""

from collections.abc import Callable
from functools import wraps
from http import HTTPStatus
from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout, Submit
from django import forms
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from articles.document import Document
from articles.document.layout import Part
from articles.drafts.rows import document_of
from articles.lib.form_fields import Carried, WordsInput
from articles.lib.people import name_of
from articles.models import ApprovalRequest, Author
from articles.public.previews import preview_of
from articles.references import reading
from articles.review import approvals, links
from articles.review.approvals import DraftChanged
from articles.review.links import LinkEnded, LinkUnknown
from articles.views import guides

REFUSED = 422
MAX_NOTE = 5000
APPROVE, COMMENT = "approve", "comment"


class AnswerForm(forms.Form):
    """Approval or a comment on the draft of `version`."""

    decision = forms.ChoiceField(
        label="Your answer", widget=forms.RadioSelect, error_messages={"required": "Choose your answer."}
    )
    note = WordsInput(
        label="Your comment",
        required=False,
        max_length=MAX_NOTE,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text="What should change, and how? You may leave this empty when you approve.",
        error_messages={"max_length": "Shorten this to 5,000 characters or fewer."},
    )
    version = Carried(max_length=10)

    def __init__(self, *args: Any, about_own_words: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        approve = "I approve my words" if about_own_words else "I approve this guide"
        self.fields["decision"].choices = [(APPROVE, approve), (COMMENT, "I have a comment")]  # type: ignore[attr-defined]
        self.fields["note"].required = self.data.get("decision") == COMMENT
        self.fields["note"].error_messages["required"] = "Say what should change."
        self.helper = FormHelper()
        self.helper.attrs = {"novalidate": True, "class": "form"}
        self.helper.layout = Layout("decision", "note", "version", Submit("send", "Send your answer"))

    def clean_version(self) -> int:
        """The number as the page gave it; anything but a number matches no version."""
        number = self.cleaned_data["version"]
        return int(number) if number.isascii() and number.isdigit() and len(number) <= 9 else -1


def by_link(view: Callable[[HttpRequest, ApprovalRequest], HttpResponse]) -> Callable[..., HttpResponse]:
    """Finds the request for its link, and keeps the answer out of caches, search engines and other hosts' logs.

    The address must not leak as a referrer. "no-referrer" would make browsers send "Origin: null" with the form, which
    the check against forged requests refuses; "same-origin" tells other hosts as little.
    """

    @never_cache
    @wraps(view)
    def opened(request: HttpRequest, token: str) -> HttpResponse:
        try:
            response = view(request, links.find(token))
        except LinkUnknown:
            response = render(request, "articles/shared/unknown.html", status=HTTPStatus.NOT_FOUND)
        except LinkEnded:
            response = render(request, "articles/shared/unknown.html", status=HTTPStatus.GONE)
        response.headers["Referrer-Policy"] = "same-origin"
        response.headers["X-Robots-Tag"] = "noindex"
        return response

    return opened


@require_http_methods(["GET", "HEAD", "POST"])
@by_link
def shared(request: HttpRequest, asked: ApprovalRequest) -> HttpResponse:
    """The draft as it would be published, with a form for the answer; nobody approves what they have not seen."""
    form = AnswerForm(request.POST, about_own_words=bool(asked.speaker)) if request.method == "POST" else None
    if form is None or not form.is_valid():
        return _page(request, asked, form, status=REFUSED if form else HTTPStatus.OK)
    answer = form.cleaned_data
    try:
        approvals.answer(asked, approves=answer["decision"] == APPROVE, note=answer["note"], version=answer["version"])
    except DraftChanged:
        asked.article.refresh_from_db()
        return _page(request, asked, note=answer["note"], changed=True, status=HTTPStatus.CONFLICT)
    return HttpResponseRedirect(request.path + "?answered=1")


def _page(
    request: HttpRequest,
    asked: ApprovalRequest,
    form: AnswerForm | None = None,
    *,
    note: str = "",
    changed: bool = False,
    status: int,
) -> HttpResponse:
    guide = asked.article
    document = document_of(guide)
    initial = {"note": note, "version": guide.version}
    response = guides.render_revision(
        request,
        preview_of(guide, document),
        template="articles/shared/guide.html",
        asked=asked,
        asker=name_of(asked.created_by),
        message=approvals.message_to(asked),
        own_words=_own_words(asked.speaker, document),
        answers=asked.events.filter(kind__in=approvals.ANSWERS).order_by("at", "pk"),
        form=form or AnswerForm(initial=initial, about_own_words=bool(asked.speaker)),
        changed=changed,
        answered=status == HTTPStatus.OK and "answered" in request.GET,
    )
    response.status_code = status
    return response


def _own_words(speaker: Author | None, document: Document) -> list[Part]:
    """The insights of the one who is asked.

    The underscore keeps their anchors apart from those of the page's headings.
    """
    return [
        Part(kind=block.kind, block=block, anchor=f"your_words_{number}", html=reading.render(block.html))
        for number, block in enumerate(approvals.words_of(speaker, document), start=1)
    ]

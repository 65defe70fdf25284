"""Questions that colleagues propose for a guide, beside it: taken up in the draft, answered by one it has, or declined."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_POST, require_safe

from articles.admin.guides import pages
from articles.admin.guides.pages import guide_page
from articles.drafts import questions
from articles.drafts.permissions import may_change
from articles.drafts.questions import Decided
from articles.drafts.rows import document_of
from articles.drafts.saving import CannotRestore
from articles.models import Article, ProposedQuestion

State = ProposedQuestion.State
REFUSED = 422


class AnsweredForm(forms.Form):
    """Which question of the guide answers it."""

    answered_as = forms.ChoiceField(
        label="The question that answers it",
        error_messages={
            "required": "Choose a question of this guide.",
            "invalid_choice": "Choose a question of this guide.",
        },
    )

    def __init__(self, *args: Any, asked: list[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        answered: Any = self.fields["answered_as"]
        answered.choices = [("", "Choose…"), *((question, question) for question in asked)]


class DeclineForm(forms.Form):
    reason = forms.CharField(
        label="Why not",
        help_text="Whoever proposed it reads this.",
        max_length=200,
        widget=forms.TextInput(attrs={"class": "vTextField"}),
        error_messages={"required": "Say why it is not for this guide."},
    )


@require_safe
def proposed(request: HttpRequest, guide: Article) -> HttpResponse:
    """The proposals, those first that wait for a decision."""
    return _show(request, guide)


@require_POST
def add(request: HttpRequest, guide: Article, number: int) -> HttpResponse:
    """Puts the question into the draft."""
    done = "The question is in the draft, after its other questions. Write its answer there."
    return _do(request, guide, done, questions.add_to_draft, _question(guide, number))


@require_POST
def answered(request: HttpRequest, guide: Article, number: int) -> HttpResponse:
    """Notes which question of the guide answers it."""
    question = _question(guide, number)
    form = AnsweredForm(request.POST, asked=_asked(guide), auto_id=f"id_answered_{number}_%s")
    if not form.is_valid():
        return _show(request, guide, {number: {"answered": form}})
    done = "Noted. It counts as answered once that question is live."
    return _do(request, guide, done, questions.take_up, question, form.cleaned_data["answered_as"])


@require_POST
def decline(request: HttpRequest, guide: Article, number: int) -> HttpResponse:
    """Keeps the question out of the guide."""
    question = _question(guide, number)
    form = DeclineForm(request.POST, auto_id=f"id_decline_{number}_%s")
    if not form.is_valid():
        return _show(request, guide, {number: {"decline": form}})
    return _do(request, guide, "Declined.", questions.decline, question, form.cleaned_data["reason"])


def _do(request: HttpRequest, guide: Article, done: str, verb: Callable[..., None], *what: Any) -> HttpResponse:
    try:
        verb(*what, by=request.user)
    except (Decided, CannotRestore) as reason:
        messages.error(request, str(reason))
    else:
        messages.success(request, done)
    return pages.back_to("questions", guide)


def _show(request: HttpRequest, guide: Article, refused: dict[int, dict[str, Any]] | None = None) -> HttpResponse:
    asked = _asked(guide)
    found = guide.proposed_questions.select_related("proposed_by", "decided_by")
    shown = [_with_forms(question, asked, (refused or {}).get(question.pk, {})) for question in found]
    shown.sort(key=lambda one: one["question"].state not in (State.PROPOSED, State.TAKEN_UP))
    response = pages.page(request, guide, "questions.html", "Questions", shown=shown, refused=bool(refused))
    response.status_code = REFUSED if refused else 200
    return response


def _with_forms(question: ProposedQuestion, asked: list[str], refused: dict[str, Any]) -> dict[str, Any]:
    number = question.pk
    forms_of = {
        "answered": AnsweredForm(asked=asked, auto_id=f"id_answered_{number}_%s"),
        "decline": DeclineForm(auto_id=f"id_decline_{number}_%s"),
    }
    return {
        "question": question,
        "forms": forms_of | refused,
        "is_open": question.state in (State.PROPOSED, State.TAKEN_UP),
        "has_choice": bool(asked),
        "is_lost": question.state == State.TAKEN_UP and question.answered_as not in asked,
    }


def _asked(guide: Article) -> list[str]:
    """The questions of the draft, answered or not."""
    return questions.asked_in(document_of(guide))


def _question(guide: Article, number: int) -> ProposedQuestion:
    return get_object_or_404(guide.proposed_questions, pk=number)


PAGES = (
    guide_page("questions/", proposed, may_change),
    guide_page("questions/add/<int:number>/", add, may_change),
    guide_page("questions/answered/<int:number>/", answered, may_change),
    guide_page("questions/decline/<int:number>/", decline, may_change),
)

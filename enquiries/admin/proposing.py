"""Proposing an enquirer's question for a guide."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from articles.models import Article
from enquiries.admin.common import REFUSED, attempt, render
from enquiries.admin.guide_input import GuideInput
from enquiries.admin.work_list import carrying
from enquiries.handling import questions
from enquiries.intake.fields import LineInput
from enquiries.models import Enquiry

PROPOSED = "Proposed. The guide’s editors see it beside the guide."


class QuestionForm(forms.Form):
    """The cleaned `guide` is the guide at that address."""

    question = LineInput(
        label="The question",
        help_text="As a reader would ask it: “How long is a notice period in tech?” Nothing about who asked.",
        max_length=200,
        widget=forms.TextInput(attrs={"class": "vTextField"}),
        error_messages={"required": "Write the question."},
    )
    guide = GuideInput(
        label="For the guide",
        help_text="Its address, such as /guides/notice-periods/.",
        max_length=500,
        error_messages={"required": "Give the address of a guide."},
    )
    wants_answer = forms.BooleanField(
        label="They want to be told when the guide answers it",
        help_text="Only if they said so. They get one e-mail with a link.",
        required=False,
    )

    def __init__(self, *args: Any, enquiry: Enquiry, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._enquiry = enquiry

    def clean_question(self) -> str:
        question: str = self.cleaned_data["question"]
        if found := questions.personal_words(question, self._enquiry):
            raise ValidationError(f"Leave out what could tell who asked: {', '.join(found)}.")
        return question

    def clean_guide(self) -> Article:
        return self.cleaned_data["guide"].guide


def propose(request: HttpRequest, enquiry: Enquiry) -> HttpResponse:
    """The form, and what it does."""
    live = enquiry.guide and enquiry.guide.revisions.published().defer("stored").first()
    initial = {"guide": live.get_absolute_url() if live else ""}
    form = QuestionForm(request.POST if request.method == "POST" else None, enquiry=enquiry, initial=initial)
    if form.is_bound and form.is_valid():
        attempt(request, PROPOSED, questions.propose, enquiry, by=request.user, **form.cleaned_data)
        return redirect(carrying.page_of(request, enquiry))
    context = {"title": "Propose a question for a guide", "enquiry": enquiry, "form": form}
    return render(request, "question", context, status=REFUSED if form.errors else 200)

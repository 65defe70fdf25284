"""Saying which topic and author of ours one of the source's is."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.defaultfilters import pluralize
from django.urls import reverse
from django.views.decorators.http import require_POST

from articles.importing import naming
from articles.lib.admin_pages import has
from articles.models import Author, ImportedPost, ImportRun, Topic

MAY = has("articles.change_every_article")


class NameForm(forms.Form):
    """One name of the source, and what it is here."""

    name = forms.CharField(widget=forms.HiddenInput)
    topic = forms.ModelChoiceField(Topic.objects.all(), required=False)
    author = forms.ModelChoiceField(Author.objects.all(), required=False)


def open_names(run: ImportRun) -> dict[str, Any]:
    """For the run's page: the names that are not here, each with how many drafts wait for it."""
    if (source := source_of(run)) is None:
        return {}
    return {
        "open_topics": naming.open_topics(source),
        "open_authors": naming.open_authors(source),
        "topics": Topic.objects.all(),
        "authors": Author.objects.all(),
    }


def source_of(run: ImportRun) -> str | None:
    """The name of its source, as its posts have it; None where it has none."""
    return ImportedPost.objects.filter(run=run).values_list("source", flat=True).first()


@require_POST
def names(request: HttpRequest, run: ImportRun) -> HttpResponse:
    """Files the drafts of one topic under one of ours, or has one of our authors sign those of one author."""
    form, source = NameForm(request.POST), source_of(run)
    chosen = form.is_valid() and (form.cleaned_data["topic"] or form.cleaned_data["author"])
    if not chosen or source is None:
        messages.error(request, "Choose who or what it is here, then save.")
    elif isinstance(chosen, Topic):
        count = naming.file_under(source, form.cleaned_data["name"], chosen, by=request.user)
        messages.success(request, f"{_drafts(count)} now filed under {chosen}.")
    else:
        count = naming.sign(source, form.cleaned_data["name"], chosen, by=request.user)
        messages.success(request, f"{_drafts(count)} now signed by {chosen}.")
    return HttpResponseRedirect(f"{reverse('admin:articles_importrun_change', args=[run.pk])}#names")


def _drafts(count: int) -> str:
    return f"{count:,} draft{pluralize(count)} {pluralize(count, 'is,are')}"

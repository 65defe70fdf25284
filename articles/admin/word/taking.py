"""A Word document becomes a new draft, or blocks of the form that somebody is writing in."""

from collections.abc import Iterable
from typing import Any

from django.contrib import admin, messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.template.loader import render_to_string
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from articles.admin.exchange.values import values_of
from articles.admin.guides.pages import back_to
from articles.admin.importing.pages import may_see
from articles.admin.word.upload_form import WordForm
from articles.document import Document
from articles.drafts.rows import rows_from
from articles.importing import one_document
from articles.importing.posts import Unreadable
from articles.importing.report import Deed, Line
from articles.models import Article, ImportedPost

REFUSED = 422
MOST_LINES = 12  # in a message; the report has all


@require_http_methods(["GET", "HEAD", "POST"])
def new_draft(request: HttpRequest) -> HttpResponse:
    """The form, and the draft that the document becomes, which opens with what is said of it."""
    form = WordForm(*((request.POST, request.FILES) if request.method == "POST" else ()))
    if form.is_valid():
        try:
            post = one_document.as_draft(form.cleaned_data["document"], by=request.user)
        except Unreadable as unreadable:
            form.add_error("document", str(unreadable))
        else:
            _tell(request, post)
            return back_to("change", post.article)  # type: ignore[arg-type] # it has one
    context = {"title": "New draft from Word", "opts": Article._meta, "form": form}
    page = TemplateResponse(
        request, "admin/articles/article/from_word.html", {**admin.site.each_context(request), **context}
    )
    page.status_code = REFUSED if form.errors else 200
    return page


@require_POST
def insert(request: HttpRequest) -> JsonResponse:
    """The blocks of the document for the form that asks, and what is said of it. Only its pictures are stored."""
    form = WordForm(request.POST, request.FILES)
    if not form.is_valid():
        return JsonResponse({"error": " ".join(map(str, form.errors["document"]))}, status=400)
    try:
        document, lines = one_document.as_document(form.cleaned_data["document"], by=request.user)
    except Unreadable as unreadable:
        return JsonResponse({"error": str(unreadable)}, status=400)
    said = [*_without_place(document), *lines]
    return JsonResponse(
        {
            "blocks": [values_of(row) for row in rows_from(document.blocks)],
            "said": [{"deed": line.deed, "what": line.what, "words": line.words} for line in said],
        }
    )


def _without_place(document: Document) -> Iterable[Line]:
    """What a document says and a block cannot hold."""
    for what, words in (("title", document.title), ("standfirst", document.standfirst)):
        if words:
            yield Line(deed=Deed.LEFT_OUT, what=f"Its {what} is not inserted: the guide has its own.", words=words)


def _tell(request: HttpRequest, post: ImportedPost) -> None:
    """That the draft is made, and what somebody has to know of it."""
    lines = one_document.in_order([Line(**{**line, "deed": Deed(line["deed"])}) for line in post.lines])
    told = [line for line in lines if line.deed == Deed.LEFT_OUT or line.what.startswith("Tracked changes")]
    context: dict[str, Any] = {
        "name": post.run.name if post.run else post.title,
        "lines": told[:MOST_LINES],
        "more": len(told[MOST_LINES:]),
        "asked": sum(line.deed == Deed.PROPOSED for line in lines),
        "report": reverse("admin:articles_importrun_post", args=[post.run_id, post.pk])
        if may_see(request.user)
        else "",
    }
    level = messages.WARNING if told else messages.SUCCESS
    messages.add_message(request, level, render_to_string("admin/articles/article/word_said.html", context))

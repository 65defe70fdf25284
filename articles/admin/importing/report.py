"""What became of a source: the run with its posts, and each post with its lines, its source beside its draft."""

from collections import Counter
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.decorators.http import require_safe

from articles.admin.guides.preview import may_be_framed, may_frame
from articles.admin.importing import names, pages
from articles.admin.importing.progress import words
from articles.document import richtext
from articles.importing.report import Deed
from articles.importing.telling import as_data
from articles.models import ImportedPost, ImportRun

A_PAGE = 50
State = ImportedPost.State
# What became of the posts: of one, and of several.
OUTCOMES = {
    State.ADDED: ("new draft", "new drafts"),
    State.UPDATED: ("draft updated", "drafts updated"),
    State.CONFLICTING: (
        "draft was edited here: kept as a conflicting version",
        "drafts were edited here: kept as conflicting versions",
    ),
    State.FAILED: ("post could not be taken over", "posts could not be taken over"),
}
ORDER = (Deed.LEFT_OUT, Deed.PROPOSED, Deed.REPAIRED, Deed.KEPT)


@require_safe
def run(request: HttpRequest, run: ImportRun) -> HttpResponse:
    """How far it is, what is asked of somebody, and the posts."""
    posts = ImportedPost.objects.filter(run=run).select_related("article").defer("html")
    shown = Paginator(posts, A_PAGE).get_page(request.GET.get("page"))
    for one in shown:
        one.deeds = counted(one)  # type: ignore[attr-defined]
    context: dict[str, Any] = {"posts": shown, "words": words(run)}
    if names.MAY(request.user):
        context |= names.open_names(run)
    context["outcome"] = outcome(Counter(posts.order_by().values_list("state", flat=True)))
    return pages.page(request, "run.html", run.name, run=run, **context)


def outcome(counts: Counter[str]) -> str:
    """In words, how many posts came to which end."""
    return " ".join(
        f"{counts[state]:,} {one if counts[state] == 1 else several}."
        for state, (one, several) in OUTCOMES.items()
        if counts[state]
    )


def counted(post: ImportedPost) -> list[tuple[str, int]]:
    """How many lines there are of each deed, the ones first that are asked of somebody."""
    counts = Counter(line["deed"] for line in post.lines)
    return [(deed.value, counts[deed.value]) for deed in ORDER]


@require_safe
@may_frame
def post(request: HttpRequest, run: ImportRun, post: int) -> HttpResponse:
    """Its lines, and the source beside the draft that was made of it."""
    found = get_object_or_404(ImportedPost.objects.select_related("article"), run=run, pk=post)
    lines = [(deed.value, [line for line in found.lines if line["deed"] == deed]) for deed in ORDER]
    return pages.page(
        request,
        "post.html",
        found.title,
        run=run,
        post=found,
        lines=[(deed, of_deed) for deed, of_deed in lines if of_deed],
        source=reverse("admin:articles_importrun_source", args=[run.pk, found.pk]),
    )


@require_safe
@xframe_options_sameorigin
@may_be_framed
def source(request: HttpRequest, run: ImportRun, post: int) -> HttpResponse:
    """The words of the source, without its pictures and anything else that would be asked of another host."""
    found = get_object_or_404(ImportedPost, run=run, pk=post)
    html = richtext.render(richtext.sanitise(found.html))
    return render(request, "admin/articles/importrun/source.html", {"post": found, "html": html})


@require_safe
def as_json(request: HttpRequest, run: ImportRun) -> HttpResponse:
    """Every line of every post; `docs/moving-in.md` tells its shape."""
    posts = ImportedPost.objects.filter(run=run).defer("html").iterator(chunk_size=200)
    answer = JsonResponse({"source": run.name, "lines": run.lines, "posts": list(map(as_data, posts))})
    answer["Content-Disposition"] = 'attachment; filename="moving-in.json"'
    return answer

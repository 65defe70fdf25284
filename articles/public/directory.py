"""Who and what the live guides are by and about, for the pages that lead to all of them."""

from collections.abc import Sequence

from django.db.models import Exists, OuterRef
from django.shortcuts import get_object_or_404

from articles.models import Author, JobRole, Mention, Revision, SalaryFigure, Topic
from articles.remembering import remembered


@remembered
def topics() -> Sequence[Topic]:
    """The topics that have a live guide."""
    return tuple(Revision.objects.published().topics())


@remembered
def authors() -> Sequence[Author]:
    """Those who signed a live guide."""
    return tuple(Revision.objects.published().authors())


@remembered
def teams() -> Sequence[Author]:
    """The teams of the agency."""
    return tuple(Author.objects.filter(is_team=True).select_related("picture"))


@remembered
def people() -> Sequence[Author]:
    """The persons who signed a live guide or speak in one."""
    live = Revision.objects.published()
    spoken = Mention.objects.filter(kind=Mention.Kind.SPEAKER, slug=OuterRef("slug"), revision__in=live)
    heard = Author.objects.filter(Exists(live.filter(author=OuterRef("pk"))) | Exists(spoken), is_team=False)
    return tuple(heard.select_related("picture"))


@remembered
def paid_roles() -> Sequence[JobRole]:
    """The job roles that have a salary figure."""
    return tuple(JobRole.objects.filter(Exists(SalaryFigure.objects.filter(job_role=OuterRef("pk")))))


@remembered
def topic(pk: int) -> Topic:
    """The topic of a guide."""
    return Topic.objects.get(pk=pk)


@remembered
def topic_at(slug: str) -> Topic:
    """The topic whose page has this address. Raises `Http404`."""
    return get_object_or_404(Topic, slug=slug)


@remembered
def author(pk: int) -> Author:
    """The author of a guide."""
    return Author.objects.select_related("picture").get(pk=pk)

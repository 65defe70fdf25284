"""Who and what the live guides are by and about, for the pages that lead to all of them."""

from django.db.models import Exists, OuterRef, QuerySet

from articles.lib.written_queries import written_once
from articles.models import Author, JobRole, Revision, SalaryFigure, Topic


@written_once
def topics() -> QuerySet[Topic]:
    """The topics that have a live guide."""
    return Revision.objects.published().topics()


@written_once
def authors() -> QuerySet[Author]:
    """Those who signed a live guide."""
    return Revision.objects.published().authors()


@written_once
def paid_roles() -> QuerySet[JobRole]:
    """The job roles that have a salary figure."""
    return JobRole.objects.filter(Exists(SalaryFigure.objects.filter(job_role=OuterRef("pk"))))

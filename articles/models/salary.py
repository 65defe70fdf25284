from django.db import models
from django.db.models import F, Q

from articles import document
from articles.document.salary_bands import BASES, CURRENCIES, Row, band
from articles.lib.urls import path_to
from articles.models.content_version import Shown
from articles.models.fields import NameField

FIGURE_FIELDS = ("level", "region", "currency", "low", "high", "open_ended", "basis", "source", "as_of")


class JobRole(Shown):
    """A role whose salaries we know, such as machine learning engineer."""

    name = NameField(
        max_length=80, unique=True, help_text="In the singular and as in a sentence: machine learning engineer."
    )
    slug = models.SlugField(max_length=80, unique=True, help_text="Used in links to this role's figures.")

    class Meta:
        ordering = ["name"]
        verbose_name_plural = "job roles and salaries"

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """The page with every figure of the role."""
        return f"{path_to('articles:salaries')}?role={self.slug}"

    def salary_table(self) -> document.SalaryTable:
        """The role's figures as they stand now, as a document's value."""
        figures = tuple(figure.value() for figure in self.figures.all())
        return document.SalaryTable(role=self.slug, role_name=self.name, figures=figures)


class SalaryFigure(Shown):
    """What one level of a role earns a year in one region: dated, and with its basis."""

    job_role = models.ForeignKey(JobRole, on_delete=models.CASCADE, related_name="figures")
    level = NameField(max_length=40, help_text="Such as Junior, Mid-level or Senior.")
    region = NameField(max_length=40, help_text="Such as UK or London.")
    currency = models.CharField(max_length=3, choices=[(code, f"{code} ({sign})") for code, sign in CURRENCIES.items()])
    low = models.PositiveIntegerField(help_text="A year, before tax.")
    high = models.PositiveIntegerField(help_text="A year, before tax.")
    open_ended = models.BooleanField(
        "or more", default=False, help_text="Tick when some people earn more than the high figure."
    )
    basis = models.CharField(max_length=20, choices=list(BASES.items()), help_text="What the figure is based on.")
    source = models.CharField(
        max_length=200, blank=True, help_text="Which placements, adverts or whose judgement; shown under the table."
    )
    as_of = models.DateField("as of", help_text="The day that the figure is from; shown beside it.")

    class Meta:
        ordering = ["region", "currency", "low", "high", "id"]
        constraints = [
            models.CheckConstraint(condition=Q(low__lte=F("high")), name="salary_low_not_above_high"),
            models.UniqueConstraint(fields=["job_role", "level", "region", "currency"], name="one_figure_per_level"),
        ]

    def __str__(self) -> str:
        return f"{self.level}, {self.region}: {band(self)}"

    def value(self) -> document.SalaryFigure:
        """The record as a document's value."""
        return document.SalaryFigure(**{name: getattr(self, name) for name in FIGURE_FIELDS})

    def row(self) -> Row:
        """The record as the rules see it."""
        return Row(**{name: getattr(self, name) for name in FIGURE_FIELDS})

"""Rows of numbers, and of things set side by side."""

from typing import Self

from django.db import models
from django.db.models import QuerySet

from articles.document import ComparisonRow, blocks, typed_rows
from articles.models.blocks.base import BlockRow
from articles.models.fields import LineField
from articles.models.salary import JobRole


class SalaryTableBlock(BlockRow):
    block = blocks.SalaryTable
    symbol = "payments"
    summary = "job_role"
    job_role = models.ForeignKey(
        JobRole,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        help_text="The page shows this role's salary figures as they are when you publish.",
    )

    class Meta(BlockRow.Meta):
        verbose_name = blocks.SalaryTable.verbose_name

    @classmethod
    def with_related(cls, rows: QuerySet) -> QuerySet:
        return rows.select_related("job_role").prefetch_related("job_role__figures")

    def to_block(self) -> blocks.SalaryTable:
        return self.job_role.salary_table() if self.job_role else blocks.SalaryTable(role="")

    @classmethod
    def from_block(cls, block: blocks.SalaryTable) -> Self:
        return cls(job_role=JobRole.objects.get(slug=block.role) if block.role else None)


class PullFigureBlock(BlockRow):
    block = blocks.PullFigure
    symbol = "pin"
    copied = ("number", "text", "source", "address")
    summary = "text"
    number = LineField(blank=True, help_text="As short as it can be: “3 in 5”, “£62,000”, “41%”.")
    text = LineField(
        "what it says", roomy=True, blank=True, help_text="One sentence that is true without the rest of the guide."
    )
    source = LineField(blank=True, help_text="Who counted, what and when: “Adverts that we read in May 2026”.")
    address = LineField("link to the source", blank=True, help_text="Where readers can look it up, if they can.")

    class Meta(BlockRow.Meta):
        verbose_name = blocks.PullFigure.verbose_name


class ComparisonBlock(BlockRow):
    block = blocks.Comparison
    symbol = "table_chart"
    summary = "title"
    title = LineField(blank=True, help_text="What is compared, such as “Permanent or contract, point by point”.")
    options = models.TextField("what is compared", blank=True, help_text="Two to four things, one on each line.")
    rows = models.TextField(
        "points",
        blank=True,
        help_text="One on each line: its name, then what each of the things has there, with bars between: "
        "“Notice | One to three months | As the contract says”. Rows of a spreadsheet can be pasted.",
    )

    class Meta(BlockRow.Meta):
        verbose_name = blocks.Comparison.verbose_name

    def to_block(self) -> blocks.Comparison:
        rows = (ComparisonRow(name=name, values=tuple(values)) for name, *values in typed_rows.read(self.rows))
        return blocks.Comparison(title=self.title, options=tuple(self.options.split("\n")), rows=tuple(rows))

    @classmethod
    def from_block(cls, block: blocks.Comparison) -> Self:
        rows = typed_rows.write(row.cells for row in block.rows)
        return cls(title=block.title, options="\n".join(block.options), rows=rows)

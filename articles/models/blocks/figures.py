"""Rows of numbers."""

from typing import Self

from django.db import models
from django.db.models import QuerySet

from articles.document import blocks
from articles.models.blocks.base import BlockRow
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

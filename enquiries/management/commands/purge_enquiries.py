from datetime import timedelta
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.db import transaction
from django.db.models.functions import Now, TruncDate

from articles.lib.databases import empty_write_ahead_log
from enquiries.models import Enquiry, PendingCV, State, Submission
from enquiries.privacy import erasure, retention

A_DAY = timedelta(days=1)


class Command(BaseCommand):
    help = "Erases personal data whose date has come, and what is kept for one day only. Run it daily."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--dry-run", action="store_true", help="only say what would be erased")

    def handle(self, *args: Any, dry_run: bool, **options: Any) -> None:
        short_lived = {
            "CVs of unfinished forms": PendingCV.objects.filter(kept_at__lt=Now() - A_DAY),
            "counted form submissions": Submission.objects.filter(at__lt=Now() - A_DAY),
        }
        if dry_run:
            counts = {name: rows.count() for name, rows in short_lived.items()}
            erased = erasure.due_for_erasure().count()
        else:
            retention.date_quarantined()
            counts = {name: rows.delete()[0] for name, rows in short_lived.items()}
            erased = erasure.erase_due()
            transaction.on_commit(empty_write_ahead_log)
        verb = "would be erased" if dry_run else "erased"
        for name, number in ({"enquiries": erased} | counts).items():
            self.stdout.write(f"{name}: {number} {verb}")
        kept = self._overdue() - (erased if dry_run else 0)
        self.stdout.write(
            f"enquiries past their date: {kept} kept (on hold, open, or with a notice or complaint pending)"
        )

    def _overdue(self) -> int:
        return Enquiry.objects.exclude(state=State.ERASED).filter(erase_on__lte=TruncDate(Now())).count()

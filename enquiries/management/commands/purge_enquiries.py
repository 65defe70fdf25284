from datetime import timedelta
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.db import transaction
from django.db.models.functions import Now, TruncDate

from articles.lib.databases import empty_write_ahead_log
from enquiries.intake import pending_cvs
from enquiries.models import Enquiry, State, Submission
from enquiries.privacy import erasure, register, retention

A_DAY = timedelta(days=1)


class Command(BaseCommand):
    help = "Erases personal data whose date has come, and what is kept for a short time only. Run it daily."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--dry-run", action="store_true", help="only say what would be erased")

    def handle(self, *args: Any, dry_run: bool, **options: Any) -> None:
        short_lived = {
            "CVs of unfinished forms": pending_cvs.expired(),
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
        self.stdout.write(
            f"enquiries past their date: {self._kept()} kept (on hold, open, or with a notice or request pending)"
        )
        forgotten = register.to_forget().count() if dry_run else register.forget()
        self.stdout.write(f"persons behind answered requests without an enquiry: {forgotten} {verb}")

    def _kept(self) -> int:
        past = Enquiry.objects.exclude(state=State.ERASED).filter(erase_on__lte=TruncDate(Now()))
        return past.exclude(pk__in=erasure.due_for_erasure()).count()

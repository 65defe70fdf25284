from typing import Any

from django.core.management.base import BaseCommand
from django.template.defaultfilters import pluralize

from articles.lib import progress
from enquiries.models import Enquiry
from enquiries.tallies import keeping


class Command(BaseCommand):
    help = (
        "Tallies enquiries for the reports, as the worker does, and counts weeks anew whose tallies are not what their "
        "rows add up to, as when rows were changed by hand. Run it at any time; a run that was stopped goes on."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        wrong = keeping.wrong_weeks()
        for week in wrong:
            keeping.count_anew(week)
        waiting = Enquiry.objects.counted().filter(tallied_in=None).count()
        number = sum(progress.shown(keeping.batches(), waiting, "enquiries", self.stdout))
        self.stdout.write(f"{number} enquiries tallied, {len(wrong)} week{pluralize(len(wrong))} counted anew")

"""How often the promise was kept lately, for the home page: counted once a day, and kept as a row that pages show."""

from django.utils import timezone

from articles.lib import databases
from articles.remembering import remembered
from enquiries import working_hours
from enquiries.models import KeptPromise
from enquiries.reports.statistics import Statistics

WEEKS = 13
# With fewer, one late reply would say more than all the others.
ENOUGH = 20


def count_due() -> int:
    """Counts anew once a day; returns whether it did."""
    today = timezone.localtime(databases.now()).date()
    if KeptPromise.objects.filter(counted_on=today).exists():
        return 0
    counted = Statistics(WEEKS).everybody()
    number = counted.in_time + counted.late + counted.unanswered
    values = {"counted_on": today, "in_time": counted.in_time, "number": number}
    KeptPromise.objects.update_or_create(pk=1, defaults=values)
    return 1


@remembered
def shown() -> KeptPromise | None:
    """The figure, where there were enough enquiries and the agency wants it shown."""
    if not working_hours.current_promise().shows_record:
        return None
    return KeptPromise.objects.filter(number__gte=ENOUGH).first()

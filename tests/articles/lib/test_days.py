from datetime import UTC, date, datetime

import pytest
from django.utils import timezone
from django.utils.formats import date_format

from articles.lib import days

DAYS = [date(2026, 4, 1), date(2026, 12, 31)]
MOMENTS = [datetime(2026, 1, 2, 9, 5, tzinfo=UTC), datetime(2026, 6, 30, 23, 30, tzinfo=UTC)]


def test_a_day_and_a_moment_in_words() -> None:
    assert days.in_words(date(2026, 4, 1)) == "1 April 2026"
    assert days.moment_in_words(datetime(2026, 6, 30, 23, 30, tzinfo=UTC)) == "1 July 2026, 00:30"


@pytest.mark.parametrize("day", DAYS)
def test_a_day_reads_as_in_templates(day: date) -> None:
    assert days.in_words(day) == date_format(day, "j F Y")


@pytest.mark.parametrize("at", MOMENTS)
def test_a_moment_reads_as_in_templates(at: datetime) -> None:
    assert days.moment_in_words(at) == date_format(timezone.localtime(at), "j F Y, H:i")


def test_the_admin_writes_moments_by_the_same_clock() -> None:
    assert date_format(timezone.localtime(MOMENTS[1]), "DATETIME_FORMAT") == "1 Jul 2026, 00:30"

"""Dates that cannot be, that have passed, or that are given as the newest and are not."""

from articles.gate.checks.dates import impossible_dates, passed_futures, stale_years

SUBJECTS = (
    impossible_dates,
    passed_futures,
    stale_years,
)
CHECKS = tuple(check for subject in SUBJECTS for check in subject.CHECKS)

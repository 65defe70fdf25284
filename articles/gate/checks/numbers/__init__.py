"""Numbers that cannot be: sums that do not come out, and shares of more than the whole."""

from articles.gate.checks.numbers import arithmetic, shares

SUBJECTS = (
    shares,
    arithmetic,
)
CHECKS = tuple(check for subject in SUBJECTS for check in subject.CHECKS)

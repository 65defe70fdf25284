"""Pay typed in the text: whose figures they are, in which currency, the right way round and without slips."""

from articles.gate.checks.pay import currency, ranges, slips, unsourced

SUBJECTS = (
    ranges,
    slips,
    currency,
    unsourced,
)
CHECKS = tuple(check for subject in SUBJECTS for check in subject.CHECKS)

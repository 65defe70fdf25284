"""Links: whether readers arrive, at the right page and without a detour. Imported by the registry of checks."""

from articles.gate.checks.links import arrival, detours, link_words, mail_and_phone, misnamed, mistyped, not_for_readers

SUBJECTS = (
    arrival,
    mistyped,
    not_for_readers,
    mail_and_phone,
    detours,
    link_words,
    misnamed,
)
CHECKS = tuple(check for subject in SUBJECTS for check in subject.CHECKS)

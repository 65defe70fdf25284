"""Whether a guide agrees with itself: numbers, names, lists. Imported by the registry of checks."""

from articles.gate.checks.consistency import contradictions, people, repetition

SUBJECTS = (
    contradictions,
    people,
    repetition,
)
CHECKS = tuple(check for subject in SUBJECTS for check in subject.CHECKS)

"""Whether a guide agrees with itself: numbers, names, lists. Imported by the registry of checks."""

from articles.gate.checks.consistency import contradictions, people, repeated_paragraphs, repetition

SUBJECTS = (
    contradictions,
    people,
    repeated_paragraphs,
    repetition,
)
CHECKS = tuple(check for subject in SUBJECTS for check in subject.CHECKS)

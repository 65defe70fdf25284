"""How the text is set: stops and spaces, pairs of marks, capitals, what breaks off. Imported by the registry of checks."""

from articles.gate.checks.typography import (
    announced_things,
    bare_addresses,
    capitals,
    doubled_words,
    endings,
    languages,
    pairs,
    punctuation,
    quotation_marks,
)

SUBJECTS = (
    announced_things,
    endings,
    punctuation,
    pairs,
    quotation_marks,
    capitals,
    doubled_words,
    bare_addresses,
    languages,
)
CHECKS = tuple(check for subject in SUBJECTS for check in subject.CHECKS)

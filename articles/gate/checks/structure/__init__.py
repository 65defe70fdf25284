"""Whether headings, questions and pictures are where and what they should be. Imported by the registry of checks."""

from articles.gate.checks.structure import (
    answers,
    diagrams,
    files,
    heading_numbers,
    headings,
    lists,
    pictures,
    questions,
    rows,
    tables,
    typed_lists,
    typed_tables,
)

SUBJECTS = (
    questions,
    answers,
    pictures,
    files,
    rows,
    diagrams,
    lists,
    tables,
    typed_lists,
    typed_tables,
    headings,
    heading_numbers,
)
CHECKS = tuple(check for subject in SUBJECTS for check in subject.CHECKS)

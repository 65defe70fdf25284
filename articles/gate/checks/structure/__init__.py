"""Whether headings, questions and pictures are where and what they should be. Imported by the registry of checks."""

from articles.gate.checks.structure import answers, files, headings, pictures, questions, rows

SUBJECTS = (
    questions,
    answers,
    pictures,
    files,
    rows,
    headings,
)
CHECKS = tuple(check for subject in SUBJECTS for check in subject.CHECKS)

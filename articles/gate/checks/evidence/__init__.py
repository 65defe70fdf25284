"""Whether claims and salaries say where they come from and how old they are. Imported by the registry of checks."""

from articles.gate.checks.evidence import changed_law, claims, law, pull_figures, salary_figures, statistics

SUBJECTS = (
    changed_law,
    salary_figures,
    pull_figures,
    claims,
    statistics,
    law,
)
CHECKS = tuple(check for subject in SUBJECTS for check in subject.CHECKS)

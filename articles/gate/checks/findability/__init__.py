"""Whether readers and search engines can tell guides apart. Imported by the registry of checks."""

from articles.gate.checks.findability import search_basics, title

SUBJECTS = (
    search_basics,
    title,
)
CHECKS = tuple(check for subject in SUBJECTS for check in subject.CHECKS)

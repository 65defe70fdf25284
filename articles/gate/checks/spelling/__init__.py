"""Spelling: misspelt words, American spelling, wrong words, names of technology, articles and verbs that do not agree."""

from articles.gate.checks.spelling import agreement, indefinite_articles, misspellings, names, real_words

SUBJECTS = (
    misspellings,
    real_words,
    agreement,
    indefinite_articles,
    names,
)
CHECKS = tuple(check for subject in SUBJECTS for check in subject.CHECKS)

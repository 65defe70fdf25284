"""The gate's checks: small functions that take a guide and say what is wrong with it.

Each takes the `DocumentText` and the `SiteContext` and yields findings. A check never touches the database, so that it
can be tried on any document. To add one, write it in the module of its subject and name it in that module's `CHECKS`.
"""

from collections.abc import Callable, Iterable

from articles.document import Document
from articles.gate.checks.consistency import contradictions, people, repetition
from articles.gate.checks.dates import impossible_dates, passed_futures, stale_years
from articles.gate.checks.evidence import claims, law, pull_figures, salary_figures, statistics
from articles.gate.checks.findability import search_basics, title
from articles.gate.checks.links import arrival, detours, link_words, mail_and_phone, misnamed, mistyped, not_for_readers
from articles.gate.checks.numbers import arithmetic, shares
from articles.gate.checks.pay import currency, ranges, slips, unsourced
from articles.gate.checks.people import (
    age,
    belief,
    contact_details,
    family,
    health,
    identity_details,
    looks,
    origin,
    private_matters,
    pronouns,
    sex,
)
from articles.gate.checks.structure import answers, files, headings, pictures, questions, rows
from articles.gate.checks.wording import encoding, language, lead_ins, residue
from articles.gate.context import SiteContext
from articles.gate.findings import Finding, Place
from articles.gate.prose.document_text import DocumentText

type Check = Callable[[DocumentText, SiteContext], Iterable[Finding]]

SUBJECTS = (
    residue,
    lead_ins,
    questions,
    answers,
    encoding,
    pictures,
    files,
    rows,
    headings,
    salary_figures,
    pull_figures,
    claims,
    arrival,
    mistyped,
    not_for_readers,
    mail_and_phone,
    detours,
    link_words,
    misnamed,
    statistics,
    law,
    age,
    sex,
    pronouns,
    origin,
    health,
    family,
    belief,
    looks,
    contact_details,
    identity_details,
    private_matters,
    search_basics,
    title,
    language,
    contradictions,
    people,
    repetition,
    impossible_dates,
    passed_futures,
    stale_years,
    ranges,
    slips,
    currency,
    unsourced,
    shares,
    arithmetic,
)
CHECKS: tuple[Check, ...] = tuple(check for subject in SUBJECTS for check in subject.CHECKS)


def examine(document: Document, site: SiteContext) -> list[Finding]:
    """Everything that the checks find, what blocks first, then in the order of the page."""
    document_text = DocumentText(document)
    found = [finding for check in CHECKS for finding in check(document_text, site)]
    return sorted(found, key=lambda finding: (not finding.blocks, _position(finding.place)))


def _position(place: Place) -> int:
    return -1 if place.block is None else place.block

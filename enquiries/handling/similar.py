"""Other enquiries that seem to be from the same person. They are suggested, with the reason, and never merged."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import combinations

from django.db.models import Q, QuerySet

from articles.language.letters import plain
from enquiries import search
from enquiries.models import Enquiry, SearchWord, phone_numbers

MOST = 10
MOST_CANDIDATES = 50
GMAIL = ("gmail.com", "googlemail.com")
MOST_DOTS = 2


@dataclass
class Similar:
    """Another enquiry and the reasons, as sentences without a full stop."""

    enquiry: Enquiry
    reasons: list[str] = field(default_factory=list)


def similar(enquiry: Enquiry, among: QuerySet[Enquiry]) -> list[Similar]:
    """Those of `among` that share a mailbox, a phone number, or name and organisation with the enquiry; newest first."""
    found: dict[int, Similar] = {}
    others = among.exclude(pk=enquiry.pk).filter(is_synthetic=False)
    for reason, same in _reasons(enquiry, others):
        for other in same:
            found.setdefault(other.pk, Similar(other)).reasons.append(reason)
    return sorted(found.values(), key=lambda one: one.enquiry.received_at, reverse=True)[:MOST]


def mailbox(email: str) -> str:
    """The address without what providers ignore: a +tag and, at Gmail, dots."""
    local, _, domain = email.casefold().rpartition("@")
    local = local.partition("+")[0]
    return f"{local.replace('.', '')}@{GMAIL[0]}" if domain in GMAIL else f"{local}@{domain}"


def _reasons(enquiry: Enquiry, others: QuerySet[Enquiry]) -> Iterator[tuple[str, list[Enquiry]]]:
    """Short, indexed queries for each reason; each candidate is then compared exactly."""
    if enquiry.email:
        yield "same e-mail address", list(others.filter(email=enquiry.email)[:MOST])
        # Two queries, not one: given both at once and told to sort, PostgreSQL reads every enquiry.
        candidates = list(_spellings(enquiry.email)[:MOST_CANDIDATES])
        written_otherwise = others.exclude(email=enquiry.email).filter(pk__in=candidates)
        mine = mailbox(enquiry.email)
        yield "same mailbox, written differently", [o for o in written_otherwise if mailbox(o.email) == mine]
    if numbers := phone_numbers.numbers(enquiry.phone):
        found = SearchWord.objects.filter(word__in=numbers).order_by("-enquiry_id").values_list("enquiry_id", flat=True)
        yield "same phone number", list(others.filter(pk__in=list(found[:MOST_CANDIDATES]))[:MOST])
    if enquiry.name and enquiry.organisation:
        named = search.find(others, f"{enquiry.name} {enquiry.organisation}").order_by()[:MOST_CANDIDATES]
        yield "same name and organisation", [other for other in named if _is_named_alike(other, enquiry)]


def _is_named_alike(one: Enquiry, other: Enquiry) -> bool:
    return (plain(one.name), plain(one.organisation)) == (
        plain(other.name),
        plain(other.organisation),
    )


def _spellings(email: str) -> QuerySet:
    """The enquiries that are found by another spelling of the mailbox. At Gmail up to two dots are tried."""
    local, _, domain = mailbox(plain(email)).rpartition("@")
    locals_, domains = ({local}, (domain,)) if domain not in GMAIL else (set(_dotted(local)), GMAIL)
    wanted = Q(word__in=[f"{name}@{host}" for name in locals_ for host in domains])
    for name in {local, plain(email).partition("@")[0].partition("+")[0]}:
        wanted |= Q(word__startswith=f"{name}+")
    return SearchWord.objects.filter(wanted).order_by("-enquiry_id").values_list("enquiry_id", flat=True)


def _dotted(local: str) -> Iterator[str]:
    """The name without dots and with up to `MOST_DOTS` of them anywhere inside it."""
    for number in range(MOST_DOTS + 1):
        for places in combinations(range(1, len(local)), number):
            pieces = (local[start:end] for start, end in zip((0, *places), (*places, len(local)), strict=True))
            yield ".".join(pieces)

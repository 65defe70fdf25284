"""What rows of the table answer today, in words: for the list that editors see. Some queries, however many rows."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from articles.document.references import read
from articles.models import OldAddress
from articles.moved import addresses, answering, faces, families, pages, targets
from articles.references.targets import GONE, State, Target
from articles.references.targets import targets as meant_by

SENTENCES = {
    State.OPEN: "301 to “{title}”",
    State.NO_HEADING: "301 to the top of “{title}”, which has no such heading any more",
    State.UNPUBLISHED: "302 to all guides, until “{title}” is published",
    State.WITHDRAWN: "410, since “{title}” was withdrawn",
    State.GONE: "410, since what it led to no longer exists",
}


@dataclass(frozen=True, kw_only=True, slots=True)
class Told:
    """The answer in words, the address that it leads to, and whether somebody should look at the row."""

    words: str
    location: str = ""
    needs_look: bool = False


def answers(rows: Collection[OldAddress]) -> dict[int, Told]:
    """By the number of the row."""
    meant = meant_by(row.target for row in rows if targets.is_reference(row.target))
    paths = {row.pk: addresses.normal_or_none(row.target) or "" for row in rows if targets.is_path(row.target)}
    found = pages.at({row.address for row in rows} | set(paths.values()))
    return {row.pk: _told(row, meant, found, paths.get(row.pk, "")) for row in rows}


def needing_a_look() -> list[int]:
    """The numbers of all rows that somebody should look at."""
    return [pk for pk, told in answers(OldAddress.objects.all()).items() if told.needs_look]


def tried(typed: str) -> str:
    """What an address answers to a visitor now, and why, in a sentence; empty for a text that is none."""
    address = addresses.normal_or_none(typed)
    if address is None:
        return ""
    if found := pages.at([address]):
        return f"{address} is a page of this site: {found[address]}."
    path, query = addresses.split(address)
    answer = answering.find(path, query)
    if answer is None:
        return f"{address} answers “not found”."
    status = "410, gone" if not answer.location else f"{301 if answer.is_for_good else 302} to {answer.location}"
    return f"{address} answers {status}, by {_why(answer, path, query)}."


def _why(answer: answering.Answer, path: str, query: str) -> str:
    if answer.row:
        return f"the row {answer.row.address}"
    pairs = addresses.pairs_of(query)
    rule = families.rule_for(faces.read(path, pairs), pairs)
    return f"the rule “{rule.name}”" if rule else "a rule"


def _told(row: OldAddress, meant: Mapping[str, Target], found: Mapping[str, str], path: str) -> Told:
    if row.address in found:
        return Told(words=f"Never asked: this is the address of {found[row.address]} now", needs_look=True)
    if row.is_gone:
        return Told(words="410, gone")
    if targets.is_reference(row.target):
        return _of_reference(meant.get(row.target, GONE))
    is_lost = targets.is_path(row.target) and path not in found and not pages.may_be_at(path)
    words = f"301 to {row.target}" + (", where there is no page any more" if is_lost else "")
    return Told(words=words, location=row.target, needs_look=is_lost)


def _of_reference(target: Target) -> Told:
    words = SENTENCES[target.state].format(title=target.title)
    return Told(words=words, location=target.address, needs_look=target.state not in (State.OPEN, State.UNPUBLISHED))


def addresses_of(rows: Iterable[OldAddress]) -> dict[int, str]:
    """What each row leads to, as editors write it: the address of the day where there is one, and “gone”."""
    stored = {row.pk: row.target for row in rows}
    meant = meant_by(target for target in stored.values() if targets.is_reference(target))
    return {pk: _written(one, meant.get(one, GONE).address) or "gone" for pk, one in stored.items()}


def _written(target: str, address: str) -> str:
    """With the place in the page as it was given, also where no heading is called so now."""
    reference = read(target)
    if reference is None or not address:
        return target
    page = address.partition("#")[0]
    return f"{page}#{reference.place}" if reference.place else page

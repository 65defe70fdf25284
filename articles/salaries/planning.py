"""What storing pasted figures would do, worked out before anything is stored: each row understood, or why not."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from hashlib import sha256

from django.db import transaction

from articles.document.salary_bands import Row, band
from articles.lib.slugs import slug
from articles.models import JobRole, SalaryFigure
from articles.salaries import rules, storing
from articles.salaries.pasting.reading import Reading, read
from articles.salaries.pasting.rows import Context
from articles.salaries.pasting.vocabulary import canonical, key, level_key, region_key

NEW, LEFT_OUT = "new", "none"
NEEDS_ROLE = "names no role. Choose one under “Rows that do not say”."
UNDECIDED = "waits until you say what “{role}” is."
LONGEST_ROLE = 80


@dataclass(frozen=True, kw_only=True)
class Defaults:
    """What is true of rows that do not say."""

    role: JobRole | None = None
    region: str = ""
    currency: str = ""
    basis: str = ""
    source: str = ""
    as_of: date | None = None


@dataclass(kw_only=True)
class Planned:
    """One figure as it would be stored. `role` names a role of the site or a new one; `before` is what it replaces."""

    number: int
    text: str
    typed_role: str
    role: str
    row: Row
    is_new_role: bool = False
    before: Row | None = None
    reasons: list[str] = field(default_factory=list)

    @property
    def band(self) -> str:
        return band(self.row) if self.row.low is not None and self.row.high is not None else ""  # type: ignore[arg-type]

    @property
    def band_before(self) -> str:
        return band(self.before) if self.before else ""  # type: ignore[arg-type]

    @property
    def changes(self) -> bool:
        return self.row != self.before


@dataclass(frozen=True, kw_only=True)
class Plan:
    """The rows of a paste in order, the names of roles that nobody knows, and what is passed over."""

    rows: list[Planned]
    unknown: list[str]
    reading: Reading

    @property
    def sound(self) -> list[Planned]:
        return [row for row in self.rows if not row.reasons]

    @property
    def refused(self) -> list[Planned]:
        return [row for row in self.rows if row.reasons]

    @property
    def digest(self) -> str:
        """A name for exactly what would be done, so that what is confirmed is what was shown."""
        told = [(row.role, row.is_new_role, row.row, row.before, row.reasons) for row in self.rows]
        return sha256(repr(told).encode()).hexdigest()


def plan(pasted: str, defaults: Defaults, decisions: Mapping[str, str] | None = None) -> Plan:
    """What storing the text would do. `decisions` say of an unknown role's name: `NEW`, `LEFT_OUT` or a role's slug."""
    roles = {role.slug: role for role in JobRole.objects.prefetch_related("figures")}
    figures = [figure for role in roles.values() for figure in role.figures.all()]
    regions = tuple(dict.fromkeys(figure.region for figure in figures))
    by_key = {key(role.name): role.name for role in roles.values()}
    reading = read(pasted, Context(roles=by_key, regions=regions, one_role=defaults.role is not None))
    placing = _Placing(roles=list(roles.values()), regions=regions, defaults=defaults, decisions=decisions or {})
    rows = [
        placing.placed(number, found.text, found.role, found.row) for number, found in enumerate(reading.found, start=1)
    ]
    _check(rows, {role.name: [figure.row() for figure in role.figures.all()] for role in roles.values()})
    return Plan(rows=rows, unknown=list(placing.unknown.values()), reading=reading)


@transaction.atomic
def store(decided: Plan) -> dict[JobRole, tuple[int, int]]:
    """Stores the sound rows, with the roles that are new; how many were added and updated, by role.

    Raises `storing.RefusedFigures` when somebody changed the figures meanwhile so that they break a rule.
    """
    by_role: dict[str, list[Row]] = {}
    for one in decided.sound:
        by_role.setdefault(one.role, []).append(one.row)
    return {role: storing.store(role, by_role[role.name]) for role in map(_role, by_role)}


def _role(name: str) -> JobRole:
    return JobRole.objects.filter(name=name).first() or JobRole.objects.create(name=name, slug=_free_slug(name))


def _free_slug(name: str) -> str:
    stem = slug(name)[: LONGEST_ROLE - 4].strip("-") or "role"
    taken = set(JobRole.objects.filter(slug__startswith=stem).values_list("slug", flat=True))
    return next(one for one in (stem, *(f"{stem}-{number}" for number in range(2, 1000))) if one not in taken)


@dataclass(kw_only=True)
class _Placing:
    """Finds the role of each row and the spelling of its level and region, and fills in what it does not say."""

    roles: Sequence[JobRole]
    regions: Sequence[str]
    defaults: Defaults
    decisions: Mapping[str, str]
    unknown: dict[str, str] = field(default_factory=dict)  # names of new roles as typed first, by their keys

    def placed(self, number: int, text: str, typed: str, row: Row) -> Planned:
        role, is_new, reason = self._role(typed)
        row = self._spelt(self._filled(row), role)
        before = (
            next((f.row() for f in role.figures.all() if storing.key(f) == storing.key(row)), None) if role else None
        )
        return Planned(
            number=number,
            text=text,
            typed_role=typed,
            role=role.name if role else (role_name(self.unknown[key(typed)]) if is_new else typed),
            row=row,
            is_new_role=is_new,
            before=before,
            reasons=[reason] if reason else [],
        )

    def _role(self, typed: str) -> tuple[JobRole | None, bool, str]:
        """The role, whether it will be new, and why the row cannot be placed."""
        if not typed:
            return self.defaults.role, False, "" if self.defaults.role else NEEDS_ROLE
        if known := self._known(typed):
            return known, False, ""
        name = self.unknown.setdefault(key(typed), typed)
        match self.decisions.get(name, ""):
            case "new":
                return None, True, ""
            case "none":
                return None, False, "is left out, because you left out its role."
            case decided:
                chosen = next((role for role in self.roles if role.slug == decided), None)
                return chosen, False, "" if chosen else UNDECIDED.format(role=name)

    def _known(self, typed: str) -> JobRole | None:
        return next((role for role in self.roles if key(typed) in (key(role.name), key(role.slug))), None)

    def _filled(self, row: Row) -> Row:
        given = self.defaults
        return replace(
            row,
            region=row.region or given.region,
            currency=row.currency or given.currency,
            basis=row.basis or given.basis,
            source=row.source or given.source,
            as_of=row.as_of or given.as_of,
        )

    def _spelt(self, row: Row, role: JobRole | None) -> Row:
        """As the site spells it, so that `mid level` updates `Mid-level`."""
        figures: Iterable[SalaryFigure] = role.figures.all() if role else ()
        levels = (figure.level for figure in figures)
        level = canonical(row.level, levels, level_key)
        region = canonical(row.region, self.regions, region_key)
        return replace(row, level=level[:1].upper() + level[1:], region=region)


def role_name(typed: str) -> str:
    """A new role's name as it stands in a sentence: `Data Engineers` is a data engineer, `QA` stays."""
    words = [word if word[1:] != word[1:].lower() else word.lower() for word in typed.split()]
    last = words[-1] if words else ""
    if len(last) > 3 and last.endswith("s") and not last.endswith(("ss", "is", "us", "ics", "ops")):
        words[-1] = last[:-1]
    return " ".join(words)[:LONGEST_ROLE]


def _check(rows: Sequence[Planned], stored: Mapping[str, Sequence[Row]]) -> None:
    """Gives each row the reasons why the rules refuse it.

    A row that is left out may leave a stored figure in place that another one now overlaps: hence again and again.
    """
    by_role: dict[str, list[Planned]] = {}
    for row in rows:
        by_role.setdefault(row.role, []).append(row)
    for role, members in by_role.items():
        while found := list(_found(members, stored.get(role, ()))):
            by_number = {member.number: member for member in members}
            for number, _row, sentence in found:
                by_number[number].reasons.append(sentence)
            members = [member for member in members if not member.reasons]
    for row in rows:
        if row.reasons and row.row.fault and row.row.fault not in row.reasons:
            row.reasons.insert(0, row.row.fault)


def _found(members: Sequence[Planned], stored: Sequence[Row]) -> Iterator[rules.Found]:
    sound = [(member.number, member.row) for member in members if not member.reasons]
    replaced = {storing.key(row) for _number, row in sound}
    return iter(rules.faults(sound, [row for row in stored if storing.key(row) not in replaced]))

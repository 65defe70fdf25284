"""Looking at everything in an export before any of it is stored."""

from collections.abc import Iterator, Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.core.files import File

from articles.exporting import accounts, rows, tables
from articles.exporting.manifest import MEDIA
from articles.exporting.rows import People, Unfit
from articles.exporting.tables import Table
from articles.files.kinds import KINDS
from articles.files.uploads import Validator
from articles.importing.posts import Unreadable
from articles.importing.sources.own_export import guide as guides
from articles.importing.sources.own_export.guide import Values
from articles.importing.sources.own_export.package import Package
from articles.importing.sources.own_export.site import people_of
from articles.models import Article
from articles.pictures import uploads

FILES_TAKEN = Validator(tuple(KINDS))
ADVICE = (
    "Only an empty site, or one that was made of this export, can become what it was. Without --publish its guides become drafts "
    "beside yours."
)


def check(package: Package) -> None:
    """Raises `Unreadable` for what cannot be put back on this site, with the place and the reason."""
    people = people_of(package)
    shared = sum(_check_table(table, package, people) for table in tables.every())
    if not (shared or is_empty()):
        raise Unreadable(f"This site has guides, topics, authors, pictures or job roles of its own. {ADVICE}")
    for one in guides.every(package, people):
        for _version in guides.versions(package, one.folder, people):
            pass
    for row in package.lines(accounts.PATH):
        if not isinstance(row, dict) or row.keys() != set(accounts.COLUMNS):
            raise Unreadable(f"{accounts.PATH} has other columns than it should have.")
    for name in originals(package):
        _check_file(package, name)


def values_of(table: Table, package: Package, people: People) -> Iterator[Values]:
    """The rows of a table in an export. Raises `Unreadable`."""
    for number, row in enumerate(package.lines(table.path), start=1):
        try:
            yield rows.values(table.model, table.columns, row, people)
        except Unfit as error:
            raise Unreadable(f"{table.path}, line {number} cannot be read. {error}") from error


def key_of(table: Table, values: Mapping[str, Any]) -> tuple[Any, ...]:
    """By what a row is known anywhere."""
    return tuple(values[table.model._meta.get_field(name).attname] for name in table.key)  # type: ignore[union-attr]


def is_empty() -> bool:
    """Whether nobody has made anything here that documents or other rows name by number."""
    models: list[Any] = [Article, *(table.model for table in tables.every() if table.is_numbered)]
    return not any(model._default_manager.exists() for model in models)


def originals(package: Package) -> list[str]:
    """The names of the originals in an export."""
    return [path for path in package.manifest.files if MEDIA.fullmatch(path)]


def _check_table(table: Table, package: Package, people: People) -> int:
    """Looks at its rows; returns how many of those with a number are here, and refuses a number that means something else here."""
    here = {row.pk: row for row in table.rows()} if table.is_numbered else {}
    keys = {key_of(table, vars(row)): row for row in here.values()}
    shared = 0
    for values in values_of(table, package, people):
        key = key_of(table, values)
        other = keys.get(key) or (here.get(values["id"]) if table.is_numbered else None)
        if other and (other.pk, key_of(table, vars(other))) != (values["id"], key):
            kind, there = table.model._meta.verbose_name, table.model(**values)
            raise Unreadable(
                f"The {kind} “{there}” of the export and the {kind} “{other}” of this site have the same number or name. {ADVICE}"
            )
        shared += other is not None
    return shared


def _check_file(package: Package, name: str) -> None:
    """It must be what would be taken from an editor: it is served to readers."""
    with package.open(name) as opened:
        file = File(opened, name=name)
        try:
            uploads.validate(file) if name.startswith("pictures/") else FILES_TAKEN(file)
        except ValidationError as error:
            raise Unreadable(f"{name} is not taken. {' '.join(error.messages)}") from error

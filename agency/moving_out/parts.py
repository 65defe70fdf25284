"""The parts of an export, in the order in which they are written."""

from collections.abc import Callable

from articles.exporting import accounts, files, guides, lists, tables
from articles.exporting.folder import Folder

# The originals and accounts that are exported are those that the parts before them name.
PARTS: tuple[Callable[[Folder], None], ...] = (
    tables.write,
    guides.write,
    lists.write,
    files.write,
    accounts.write,
)

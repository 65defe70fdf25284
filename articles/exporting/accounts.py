"""The accounts that the history names: what they are called, so that it can be read, and nothing by which they sign in."""

from collections.abc import Iterator

from django.contrib.auth import get_user_model

from articles.exporting.folder import Folder
from articles.exporting.rows import Told

PATH = "tables/accounts.jsonl"
COLUMNS = ("username", "first_name", "last_name")


def write(folder: Folder) -> None:
    """The part of an export that holds them; it comes after those that name them."""
    folder.write_lines(PATH, _told(folder))


def _told(folder: Folder) -> Iterator[Told]:
    users = get_user_model()._default_manager.order_by("username").values(*COLUMNS)
    return (user for user in users if user["username"] in folder.people.met)

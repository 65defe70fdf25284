"""The words that visitors are shown before they send, each version kept."""

from enquiries.models import Wording

# Written out, since Django takes three times as long to write it as a database takes to answer it.
NEWEST = """
    SELECT * FROM enquiries_wording AS one
    WHERE version = (SELECT MAX(version) FROM enquiries_wording WHERE kind = one.kind)
"""


def current(kind: Wording.Kind) -> Wording:
    """The newest words of a kind. Raises `DoesNotExist` on a site that was never migrated."""
    return Wording.objects.filter(kind=kind).latest("version")


def newest() -> dict[str, Wording]:
    """The newest words of every kind, in one query."""
    return {wording.kind: wording for wording in Wording.objects.raw(NEWEST)}


def change(kind: Wording.Kind, text: str) -> Wording:
    """Puts new words in place of the current ones, which stay on record; the same words change nothing."""
    newest = Wording.objects.filter(kind=kind).order_by("-version").first()
    if newest and newest.text == text:
        return newest
    return Wording.objects.create(kind=kind, version=newest.version + 1 if newest else 1, text=text)

"""The words that visitors are shown before they send, each version kept."""

from enquiries.models import Wording


def current(kind: Wording.Kind) -> Wording:
    """The newest words of a kind. Raises `DoesNotExist` on a site that was never migrated."""
    return Wording.objects.filter(kind=kind).latest("version")


def change(kind: Wording.Kind, text: str) -> Wording:
    """Puts new words in place of the current ones, which stay on record; the same words change nothing."""
    newest = Wording.objects.filter(kind=kind).order_by("-version").first()
    if newest and newest.text == text:
        return newest
    return Wording.objects.create(kind=kind, version=newest.version + 1 if newest else 1, text=text)

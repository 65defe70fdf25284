"""What of a search may be kept: the words, and only where they can be nobody's."""

import re

from django.utils.crypto import salted_hmac

LONGEST = 60
DAYS = 3  # on so many different days the same must have been asked before its words are kept
# Numbers, addresses of any kind, and what is nobody's word may belong to one person.
TELLING = re.compile(r"[\d@]|://|www\.")
SALT = "articles.readership.asking"


def plain(text: str) -> str:
    """The words of a search as they are compared; empty for those that are never kept."""
    words = " ".join(text.split()).casefold()
    return "" if len(words) > LONGEST or TELLING.search(words) else words


def digest(words: str, guide: int | None) -> str:
    """What stands for the words until they may be kept, and tells nobody what they are."""
    return salted_hmac(SALT, f"{guide or ''}:{words}", algorithm="sha256").hexdigest()

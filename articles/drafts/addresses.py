"""The address of a draft whose editor gave none, or one that another guide has."""

import re

from articles.lib.slugs import slug
from articles.models import UNTITLED, Article

PLACEHOLDER = slug(UNTITLED)
MADE_UP = re.compile(rf"(?:{PLACEHOLDER}(?:-\d+)?)?")
LONGEST = Article._meta.get_field("slug").max_length or 0


def free_address(wanted: str, guide: Article) -> str:
    """The address wanted, else one from the title of the guide, with a number where another guide has it."""
    if MADE_UP.fullmatch(wanted):
        wanted = slug(guide.title) or PLACEHOLDER
    number, address = 1, wanted[:LONGEST]
    while is_taken(address, guide):
        number += 1
        ending = f"-{number}"
        address = f"{wanted[: LONGEST - len(ending)].rstrip('-')}{ending}"
    return address


def is_taken(address: str, guide: Article) -> bool:
    """Whether another guide has it."""
    return Article.objects.filter(slug=address).exclude(pk=guide.pk).exists()

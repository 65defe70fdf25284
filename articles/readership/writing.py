"""Writing counts: each is added to what is there, by the database itself, so that any number of nodes add up."""

from collections import Counter
from collections.abc import Iterable
from datetime import date
from itertools import batched
from typing import Any, NamedTuple

from django.db import connection, models, transaction
from django.db.models import Count

from articles.models import Article
from articles.models.readership import AskedFor, GuideDay, GuideMonth, SiteDay, What
from articles.readership import asking

ROWS = 500  # at a time


class Happening(NamedTuple):
    """One thing that is counted, of a guide or of none; `words` are those of a search that may be kept some day."""

    what: What
    guide: int | None = None
    role: str = ""
    words: str = ""


def add_all(counts: Counter[tuple[date, Happening]]) -> int:
    """Adds all of it or, when it raises `Error`, nothing; empties `counts` and returns how many they were.

    Of guides that are deleted nothing is kept.
    """
    if not counts:
        return 0
    with transaction.atomic():
        known = _known(happening.guide for _, happening in counts if happening.guide)
        of_site, of_days, of_months, asked = Counter[Any](), Counter[Any](), Counter[Any](), Counter[Any]()
        for (day, (what, guide, role, words)), times in counts.items():
            of_site[day, str(what), role] += times
            if guide in known:
                of_days[guide, day, str(what), role] += times
                of_months[guide, day.replace(day=1), str(what), role] += times
            if words and (guide in known or guide is None):
                asked[asking.digest(words, guide), day, guide, words] += times
        _add(SiteDay, ("day", "what", "role"), of_site)
        _add(GuideDay, ("guide_id", "day", "what", "role"), of_days)
        _add(GuideMonth, ("guide_id", "day", "what", "role"), of_months)
        _add_asked(asked)
    number = counts.total()
    counts.clear()
    return number


def _known(guides: Iterable[int]) -> set[int]:
    asked = sorted(set(guides))
    return {
        pk for some in batched(asked, ROWS) for pk in Article.objects.filter(pk__in=some).values_list("pk", flat=True)
    }


def _add_asked(asked: Counter[Any]) -> None:
    """Without the words; then with those of what was asked for on several days by now."""
    _add(AskedFor, ("digest", "day", "guide_id", "words"), Counter({(*key[:3], ""): asked[key] for key in asked}), 2)
    words = {digest: words for digest, _, _, words in asked}
    for some in batched(sorted(words), ROWS):
        often = AskedFor.objects.filter(digest__in=some).values("digest").annotate(days=Count("day"))
        for row in often.filter(days__gte=asking.DAYS).order_by("digest"):
            AskedFor.objects.filter(digest=row["digest"], words="").update(words=words[row["digest"]])


def _add(model: type[models.Model], names: tuple[str, ...], counts: Counter[Any], unique: int = 0) -> None:
    """One statement for many rows, always in one order: so two that add to the same rows never wait for each other.

    `unique` is how many of the names, from the first on, no two rows share; all of them unless it is said.
    """
    quote = connection.ops.quote_name
    table, columns = quote(model._meta.db_table), [quote(name) for name in names]
    adapted = connection.ops.adapt_datefield_value
    place = names.index("day")
    for some in batched(sorted(counts.items(), key=_in_order), ROWS):
        rows = ", ".join([f"({', '.join(['%s'] * (len(names) + 1))})"] * len(some))
        values = [
            value for key, number in some for value in (*key[:place], adapted(key[place]), *key[place + 1 :], number)
        ]
        with connection.cursor() as cursor:
            cursor.execute(
                f"INSERT INTO {table} ({', '.join(columns)}, number) VALUES {rows}"  # noqa: S608 (names of our own)
                f" ON CONFLICT ({', '.join(columns[: unique or None])})"
                f" DO UPDATE SET number = {table}.number + excluded.number",
                values,
            )


def _in_order(item: tuple[Any, int]) -> list[str]:
    return [str(value) for value in item[0]]

"""Storing very many rows at once, with their keys: PostgreSQL copies them in, which is several times as fast as INSERT."""

from collections.abc import Iterator, Sequence
from itertools import batched
from typing import Any

from django.db import DEFAULT_DB_ALIAS, connection, connections, transaction
from django.db.models import Max, Model

from articles.outbox.models import Message
from enquiries import search
from enquiries.demo.histories import history_of, notices_of
from enquiries.demo.making_up import TOKEN, Maker
from enquiries.models import Consent, Enquiry, Event, Notice, SearchText, SearchWord

BATCH = 1000


def last_number() -> int:
    """The number of the last made-up enquiry that is stored; 0 when there is none."""
    token = Enquiry.objects.filter(token__startswith=f"{TOKEN}0").aggregate(last=Max("token"))["last"]
    return int(token.removeprefix(TOKEN)) if token else 0


def make(count: int) -> Iterator[int]:
    """Makes up enquiries until there are `count`, and yields how many after each batch, which stays."""
    maker = Maker(count)
    for numbers in batched(range(last_number() + 1, count + 1), BATCH):
        store([maker.enquiry(number) for number in numbers])
        yield len(numbers)


@transaction.atomic
def store(enquiries: list[Enquiry]) -> None:
    """Stores new enquiries with their consent, the words that they are found by, their history and their notices."""
    _number(Enquiry, enquiries)
    _insert(Enquiry, enquiries)
    words = [SearchWord(enquiry_id=one.pk, word=word) for one in enquiries if one.name for word in search.words_of(one)]
    _number(SearchWord, words)
    _insert(SearchWord, words)
    consents = [
        Consent(enquiry_id=one.pk, wording_id=one.marketing_wording_id, given_at=one.received_at)
        for one in enquiries
        if one.marketing_wording_id
    ]
    _number(Consent, consents)
    _insert(Consent, consents)
    histories = [list(history_of(enquiry)) for enquiry in enquiries]
    _insert(SearchText, [_text(*pair) for pair in zip(enquiries, histories, strict=True) if pair[0].name])
    events = [event for lines in histories for event in lines]
    _number(Event, events)
    _insert(Event, events)
    notices = [notice for enquiry in enquiries for notice in notices_of(enquiry)]
    _number(Message, notices)
    for notice in notices:
        notice.message_ptr_id = notice.id
    _insert(Message, notices)
    _insert(Notice, notices)


def _text(enquiry: Enquiry, history: list[Event]) -> SearchText:
    return search.text_of(enquiry, [(event.kind, event.words) for event in history if event.kind in search.WRITTEN])


def _number(model: type[Model], rows: Sequence[Model]) -> None:
    """Gives the rows keys that no other row of the model's table has or will get."""
    for row, key in zip(rows, _free_keys(model, len(rows)), strict=True):
        setattr(row, "id", key)  # noqa: B010 - every model here has one, which a bare `Model` does not know


def _free_keys(model: type[Model], count: int) -> Sequence[int]:
    if connection.vendor == "sqlite":  # which has one writer at a time, and counts on from the highest key by itself
        last = model._base_manager.aggregate(last=Max("pk"))["last"] or 0
        return range(last + 1, last + 1 + count)
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT nextval(pg_get_serial_sequence(%s, 'id')) FROM generate_series(1, %s)",
            [model._meta.db_table, count],
        )
        return [key for (key,) in cursor]


def _insert(model: type[Model], rows: Sequence[Model]) -> None:
    """The rows into the model's own table; what a parent's table holds of them is left out."""
    fields = model._meta.local_concrete_fields
    database = connections[DEFAULT_DB_ALIAS]  # itself: its stand-in would be asked again for every value
    quote = database.ops.quote_name
    into = f"{quote(model._meta.db_table)} ({', '.join(quote(str(field.column)) for field in fields)})"
    values: Iterator[list[Any]] = (
        [field.get_db_prep_save(getattr(row, field.attname), database) for field in fields] for row in rows
    )
    with database.cursor() as cursor:
        if database.vendor == "postgresql":
            with cursor.copy(f"COPY {into} FROM STDIN") as copy:
                for line in values:
                    copy.write_row(line)
        else:
            places = ", ".join(["%s"] * len(fields))
            cursor.executemany(f"INSERT INTO {into} VALUES ({places})", list(values))  # noqa: S608 - our own names

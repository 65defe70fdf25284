"""A page is read at one moment of the database."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import OperationalError, connection, transaction
from django.test import Client

from articles.lib import databases
from articles.lib.cacheable import TO_BE_KEPT
from articles.lib.databases import one_snapshot
from articles.models import Topic
from tests import cast

pytestmark = pytest.mark.django_db(transaction=True)


def needs_postgresql() -> None:
    if connection.vendor != "postgresql":
        pytest.skip("only PostgreSQL has snapshots that stop nobody from writing")


def elsewhere(sql: str) -> None:
    """On a connection of its own, committed."""

    def execute() -> None:
        try:
            with connection.cursor() as cursor:
                cursor.execute(sql)
        finally:
            connection.close()

    with ThreadPoolExecutor(1) as thread:
        thread.submit(execute).result(10)


def test_what_is_committed_meanwhile_is_not_seen() -> None:
    needs_postgresql()
    cast.topic()
    with one_snapshot():
        before = Topic.objects.get().name
        elsewhere("UPDATE articles_topic SET name = 'Renamed'")

        assert Topic.objects.get().name == before
    assert Topic.objects.get().name == "Renamed"


def test_inside_a_transaction_nothing_changes() -> None:
    cast.topic()
    with transaction.atomic(), one_snapshot():
        Topic.objects.update(name="Renamed")

    assert Topic.objects.get().name == "Renamed"


def test_a_page_that_waits_for_a_lock_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    needs_postgresql()
    monkeypatch.setattr(databases, "LONGEST_QUERY", 20)
    locking = databases.own_connection(2)
    locking.set_autocommit(False)
    try:
        with locking.cursor() as cursor:
            cursor.execute("LOCK TABLE articles_topic")

        with pytest.raises(OperationalError), one_snapshot():
            Topic.objects.count()
    finally:
        locking.close()
    with one_snapshot():
        assert Topic.objects.count() == 0
    with connection.cursor() as cursor:
        assert cursor.execute("SHOW statement_timeout").fetchone() == ("0",)


def test_a_page_shows_one_side_of_a_change(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    """The list of topics and the topic of each guide are read one after the other."""
    needs_postgresql()
    cast.full_guide()
    told = []

    def rename_after_the_first_query(execute, sql, *rest):
        result = execute(sql, *rest)
        if not told and sql.startswith("SELECT"):
            told.append(sql)
            elsewhere("UPDATE articles_topic SET name = 'Renamed'")
        return result

    with connection.execute_wrapper(rename_after_the_first_query):
        page = client.get("/guides/topics/roles/", **{TO_BE_KEPT: True}).content.decode()

    assert told
    assert "Topic roles" in page
    assert "Renamed" not in page
    assert databases.connection.get_autocommit()

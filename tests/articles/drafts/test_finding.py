"""Finding drafts by their words asks the index of either database, and the index knows every word at once."""

import pytest
from django.db import connection

from articles.drafts import finding
from articles.models import Article
from tests import cast

pytestmark = pytest.mark.django_db
# SQLite has no name for what it does but the table's own; M1 is a look-up of words.
BY_INDEX = {"sqlite": "articles_draft_search VIRTUAL TABLE INDEX 0:M1", "postgresql": "Scan on articles_draft_search"}
WAITING = """
    SELECT relname FROM pg_class JOIN pg_am ON pg_am.oid = relam
    WHERE amname = 'gin' AND NOT 'fastupdate=off' = ANY(coalesce(reloptions, '{}'))
"""


def test_words_are_looked_up_in_the_index() -> None:
    cast.draft()
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":  # a table of one row is else read whole
            cursor.execute("SET LOCAL enable_seqscan = off")
            cursor.execute("SET LOCAL enable_indexscan = off")

    plan = finding.find(Article.objects.all(), "desk engineer").explain()

    assert BY_INDEX[connection.vendor] in plan
    assert "Seq Scan on articles_draftwords" not in plan


@pytest.mark.skipif("connection.vendor != 'postgresql'", reason="only PostgreSQL can have words wait")
def test_no_new_word_waits_on_a_list_that_each_search_reads() -> None:
    with connection.cursor() as cursor:
        cursor.execute(WAITING)
        assert cursor.fetchall() == []

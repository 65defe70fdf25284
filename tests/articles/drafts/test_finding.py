"""Finding drafts by their words asks the index of either database, and the index knows every word at once."""

from importlib import import_module

import pytest
from django.apps import apps
from django.db import connection

from articles.document import Text
from articles.drafts import finding, saving, where_used
from articles.models import Article, DraftWords
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


def test_rebuilding_takes_what_is_saved_and_not_what_a_form_sent_meanwhile() -> None:
    guide = cast.draft(title="Zookeepers")
    stored = saving.current_version(guide).stored
    guide.versions.create(number=guide.version, stored=stored | {"title": "Penguins"}, is_autosaved=True)

    finding.rebuild()

    assert [finding.find(Article.objects.all(), word).count() for word in ("zookeepers", "penguins")] == [1, 0]


def test_words_stored_before_drafts_were_found_by_their_links_get_them() -> None:
    target = cast.draft("target")
    cast.draft("linking", blocks=(Text(html=f'<p><a href="ref:guide:{target.pk}">There</a></p>'),))
    DraftWords.objects.update(words="there")
    migration = import_module("articles.migrations.0029_links_of_drafts")
    assert where_used.guides_using(target) == []

    migration.renew(apps, None)

    assert [str(use) for use in where_used.guides_using(target)] == ["is linked from the draft"]

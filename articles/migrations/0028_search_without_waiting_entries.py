"""PostgreSQL's full-text indexes hold every word as soon as its row is written.

By default GIN puts new words on a list first, which each search reads from end to end until a vacuum empties it: after a
hundred saved drafts that took half a second (https://www.postgresql.org/docs/current/gin.html#GIN-FAST-UPDATE).
"""

from django.db import migrations

INDEXES = ("articles_search", "articles_searchtext_title", "articles_draft_search")


def on_each_index(*statements):
    def running(apps, schema_editor):
        if schema_editor.connection.vendor == "postgresql":
            for index in INDEXES:
                for statement in statements:
                    schema_editor.execute(statement.format(index), params=None)

    return running


class Migration(migrations.Migration):

    dependencies = [("articles", "0027_proposed_questions")]

    operations = [
        migrations.RunPython(
            on_each_index("ALTER INDEX {} SET (fastupdate = off)", "SELECT gin_clean_pending_list('{}')"),
            on_each_index("ALTER INDEX {} RESET (fastupdate)"),
        ),
    ]

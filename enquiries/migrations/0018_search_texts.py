"""Staff find enquiries by every word in them. The database keeps the index of single words itself.

SQLite gets a plain table of words and not its full-text index, which keeps words of deleted rows until it is merged:
from a plain table what is erased is overwritten at once.
"""

import django.db.models.deletion
from django.db import migrations, models

SPLIT = """json_each('["' || replace({row}.words, ' ', '","') || '"]')"""
ADD = f"""
    INSERT OR IGNORE INTO enquiries_searchterm (word, enquiry_id)
    SELECT value, new.enquiry_id FROM {SPLIT.format(row="new")} WHERE value != '';
"""
TAKE = f"""
    DELETE FROM enquiries_searchterm
    WHERE enquiry_id = old.enquiry_id AND word IN (SELECT value FROM {SPLIT.format(row="old")});
"""
INSTALL = {
    "sqlite": [
        """
        CREATE TABLE enquiries_searchterm (
            word text NOT NULL, enquiry_id bigint NOT NULL, PRIMARY KEY (word, enquiry_id)
        ) WITHOUT ROWID
        """,
        f"CREATE TRIGGER enquiries_searchterm_insert AFTER INSERT ON enquiries_searchtext BEGIN {ADD} END",
        f"CREATE TRIGGER enquiries_searchterm_delete AFTER DELETE ON enquiries_searchtext BEGIN {TAKE} END",
        f"CREATE TRIGGER enquiries_searchterm_update AFTER UPDATE ON enquiries_searchtext BEGIN {TAKE} {ADD} END",
    ],
    # As single words, which PostgreSQL's own parser would split and join otherwise. The texts stand outside of the rows,
    # so that those of a common word are read quickly; and what was just written is in the index and not in a list beside it.
    "postgresql": [
        """
        ALTER TABLE enquiries_searchtext ADD COLUMN vector tsvector
            GENERATED ALWAYS AS (array_to_tsvector(string_to_array(words, ' '))) STORED
        """,
        "ALTER TABLE enquiries_searchtext SET (toast_tuple_target = 128)",
        "CREATE INDEX enquiries_search ON enquiries_searchtext USING gin (vector) WITH (fastupdate = off)",
    ],
}
REMOVE = {
    "sqlite": [
        "DROP TRIGGER enquiries_searchterm_update",
        "DROP TRIGGER enquiries_searchterm_delete",
        "DROP TRIGGER enquiries_searchterm_insert",
        "DROP TABLE enquiries_searchterm",
    ],
    "postgresql": ["ALTER TABLE enquiries_searchtext DROP COLUMN vector"],
}


def run(statements):
    def running(apps, schema_editor):
        for statement in statements[schema_editor.connection.vendor]:
            schema_editor.execute(statement, params=None)

    return running


class Migration(migrations.Migration):
    """Adds a table, which the worker fills, the newest enquiries first."""

    dependencies = [("enquiries", "0017_asked_questions")]

    operations = [
        migrations.CreateModel(
            "SearchText",
            [
                (
                    "enquiry",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="search_text",
                        serialize=False,
                        to="enquiries.enquiry",
                    ),
                ),
                ("words", models.TextField()),
            ],
            options={"default_permissions": ()},
        ),
        migrations.RunPython(run(INSTALL), run(REMOVE)),
    ]

"""What a search shows of a guide is stored with its words told apart, in a table that ranking does not read.

On PostgreSQL titles are looked up in that table, too: its rows are short, since the texts stand outside of them, and of a
word in very many titles all of these are read.
"""

from importlib import import_module
from itertools import batched

from django.db import migrations, models
from django.db.models.deletion import CASCADE

from articles.document import serialization
from articles.search import highlighting
from articles.search.indexing import shown

BATCH = 200


BEFORE = import_module("articles.migrations.0011_search_by_stems")
TITLES = [
    "ALTER TABLE articles_searchtext SET (toast_tuple_target = 128)",
    r"""
    ALTER TABLE articles_searchtext ADD COLUMN title_vector tsvector
        GENERATED ALWAYS AS (to_tsvector('simple', split_part(stems, E'\n', 1))) STORED
    """,
    "ALTER TABLE articles_searchtext ALTER COLUMN title_vector SET STORAGE MAIN",
    "CREATE INDEX articles_searchtext_title ON articles_searchtext USING gin (title_vector)",
    "ALTER TABLE articles_searchentry DROP COLUMN title_vector",
]


def move_titles(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        for statement in TITLES:
            schema_editor.execute(statement, params=None)


def titles_back(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        for statement in BEFORE.statements("postgresql"):
            if "title_vector" in statement:
                schema_editor.execute(statement, params=None)


def fill(apps, schema_editor):
    Revision, SearchText = apps.get_model("articles", "Revision"), apps.get_model("articles", "SearchText")
    found = Revision.objects.filter(search_entry__isnull=False).order_by("pk").only("stored")
    for revisions in batched(found.iterator(chunk_size=BATCH), BATCH):
        SearchText.objects.bulk_create(
            SearchText(revision=revision, **shown(serialization.load(revision.stored))) for revision in revisions
        )


def put_back(apps, schema_editor):
    """The text of guides that were published since, from which it was left out."""
    entries = apps.get_model("articles", "SearchEntry").objects.filter(text="")
    texts = apps.get_model("articles", "SearchText").objects.filter(pk__in=entries.values("pk"))
    for text in texts.order_by("pk").iterator(chunk_size=BATCH):
        _title, _line, passages = text.text.replace(highlighting.EDGE, "").partition("\n")
        entries.filter(pk=text.pk).update(text=passages)


class Migration(migrations.Migration):

    dependencies = [("articles", "0015_indexes_for_many_guides")]

    operations = [
        migrations.CreateModel(
            "SearchText",
            [
                (
                    "revision",
                    models.OneToOneField(
                        "articles.revision", CASCADE, primary_key=True, related_name="search_text", serialize=False
                    ),
                ),
                ("text", models.TextField()),
                ("stems", models.TextField()),
            ],
            {"default_permissions": ()},
        ),
        migrations.RunPython(move_titles, titles_back),
        migrations.RunPython(fill, put_back),
        # Nothing for the database to do; on SQLite it would remake the table, which would lose its triggers (0011).
        migrations.SeparateDatabaseAndState(
            [], [migrations.AlterField("SearchEntry", "text", models.TextField(default="", editable=False))]
        ),
    ]

"""Staff find drafts by every word in them. The databases keep the full-text index themselves, as in 0005."""

from django.db import migrations, models
from django.db.models.deletion import CASCADE

from articles.drafts import finding

ADD = "INSERT INTO articles_draft_search (rowid, words) VALUES (new.article_id, new.words);"
TAKE = """
    INSERT INTO articles_draft_search (articles_draft_search, rowid, words)
    VALUES ('delete', old.article_id, old.words);
"""
INSTALL = {
    "sqlite": [
        """
        CREATE VIRTUAL TABLE articles_draft_search USING fts5(
            words, content='articles_draftwords', content_rowid='article_id', tokenize='unicode61', detail='none'
        )
        """,
        f"CREATE TRIGGER articles_draft_search_insert AFTER INSERT ON articles_draftwords BEGIN {ADD} END",
        f"CREATE TRIGGER articles_draft_search_delete AFTER DELETE ON articles_draftwords BEGIN {TAKE} END",
        f"CREATE TRIGGER articles_draft_search_update AFTER UPDATE ON articles_draftwords BEGIN {TAKE} {ADD} END",
    ],
    # Made when a row is written: where a word is in most drafts, PostgreSQL looks through all rows.
    "postgresql": [
        """
        ALTER TABLE articles_draftwords ADD COLUMN vector tsvector
            GENERATED ALWAYS AS (to_tsvector('simple', words)) STORED
        """,
        "CREATE INDEX articles_draft_search ON articles_draftwords USING gin (vector)",
    ],
}
REMOVE = {
    "sqlite": [
        "DROP TRIGGER articles_draft_search_update",
        "DROP TRIGGER articles_draft_search_delete",
        "DROP TRIGGER articles_draft_search_insert",
        "DROP TABLE articles_draft_search",
    ],
    "postgresql": ["ALTER TABLE articles_draftwords DROP COLUMN vector"],
}


def run(statements):
    def running(apps, schema_editor):
        for statement in statements[schema_editor.connection.vendor]:
            schema_editor.execute(statement, params=None)

    return running


def fill(apps, schema_editor):
    versions = apps.get_model("articles", "DraftVersion").objects.filter(is_conflict=False)
    finding.fill(versions, apps.get_model("articles", "DraftWords"))


class Migration(migrations.Migration):

    dependencies = [("articles", "0018_readership")]

    operations = [
        migrations.CreateModel(
            "DraftWords",
            [
                (
                    "article",
                    models.OneToOneField(
                        "articles.article", CASCADE, primary_key=True, related_name="draft_words", serialize=False
                    ),
                ),
                ("words", models.TextField()),
            ],
            {"default_permissions": ()},
        ),
        migrations.RunPython(run(INSTALL), run(REMOVE)),
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]

"""Pages cost the same however many guides there are: what search, salaries and home walk through has an index.

On SQLite the titles have a full-text index of their own, kept by triggers like the other one (migrations 0005 and 0011).
"""

from django.db import migrations, models

TITLES = {
    'sqlite': [
        """
        CREATE VIRTUAL TABLE articles_search_title USING fts5(
            title, content='articles_searchentry', content_rowid='revision_id',
            tokenize='unicode61 remove_diacritics 2'
        )
        """,
        """
        CREATE TRIGGER articles_search_title_insert AFTER INSERT ON articles_searchentry BEGIN
            INSERT INTO articles_search_title (rowid, title) VALUES (new.revision_id, new.title);
        END
        """,
        """
        CREATE TRIGGER articles_search_title_delete AFTER DELETE ON articles_searchentry BEGIN
            INSERT INTO articles_search_title (articles_search_title, rowid, title)
            VALUES ('delete', old.revision_id, old.title);
        END
        """,
        """
        CREATE TRIGGER articles_search_title_update AFTER UPDATE ON articles_searchentry BEGIN
            INSERT INTO articles_search_title (articles_search_title, rowid, title)
            VALUES ('delete', old.revision_id, old.title);
            INSERT INTO articles_search_title (rowid, title) VALUES (new.revision_id, new.title);
        END
        """,
        "INSERT INTO articles_search_title (articles_search_title) VALUES ('rebuild')",
    ],
    'postgresql': [],
}
NO_TITLES = {
    'sqlite': [
        'DROP TRIGGER articles_search_title_update',
        'DROP TRIGGER articles_search_title_delete',
        'DROP TRIGGER articles_search_title_insert',
        'DROP TABLE articles_search_title',
    ],
    'postgresql': [],
}


def install(apps, schema_editor):
    for statement in TITLES[schema_editor.connection.vendor]:
        schema_editor.execute(statement, params=None)


def remove(apps, schema_editor):
    for statement in NO_TITLES[schema_editor.connection.vendor]:
        schema_editor.execute(statement, params=None)


def note_reviews(apps, schema_editor):
    """Which live guides were reviewed on a later day than they were first published, by the site's own days."""
    Revision = apps.get_model('articles', 'Revision')
    reviewed = Revision.objects.filter(is_live=True, article__reviewed_on__gt=models.F('published_at__date'))
    Revision.objects.filter(pk__in=reviewed.values('pk')).update(is_kept_up=True)


class Migration(migrations.Migration):

    dependencies = [
        ('articles', '0014_prepared_pages'),
    ]

    operations = [
        migrations.RunPython(install, remove),
        migrations.AddIndex(
            model_name='searchword',
            index=models.Index(fields=['-guides', 'word', 'stem'], name='words_of_most_guides'),
        ),
        migrations.AddIndex(
            model_name='mention',
            index=models.Index(fields=['kind', 'slug', 'revision'], name='mention_newest'),
        ),
        migrations.RemoveIndex(model_name='mention', name='mention_slug'),
        migrations.AddField(
            model_name='revision',
            name='is_kept_up',
            field=models.BooleanField(db_default=False, default=False),
        ),
        migrations.RunPython(note_reviews, migrations.RunPython.noop),
        migrations.AddIndex(
            model_name='revision',
            index=models.Index(
                condition=models.Q(('is_live', True)),
                fields=['-updated_at', 'article', 'is_live'],
                name='live_latest_update',
            ),
        ),
        migrations.AddIndex(
            model_name='revision',
            index=models.Index(
                condition=models.Q(('is_live', True)), fields=['topic', '-updated_at'], name='latest_update_in_topic'
            ),
        ),
        migrations.AddIndex(
            model_name='revision',
            index=models.Index(
                condition=models.Q(('is_live', True)), fields=['author', '-updated_at'], name='latest_update_by_author'
            ),
        ),
        migrations.AddIndex(
            model_name='revision',
            index=models.Index(
                condition=models.Q(('is_kept_up', True), ('is_live', True)),
                fields=['published_at', 'id'],
                name='kept_up_oldest_first',
            ),
        ),
    ]

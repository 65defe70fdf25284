from collections import Counter

import django.db.models.deletion
from django.db import migrations, models

from articles.document import serialization
from articles.search.indexing import columns
from articles.language.stemming import stem
from articles.language.words import STOP_WORDS

# The index beside the table is kept by the database itself, whoever writes or deletes a row.
COLUMNS = 'title, points, summary, body'
ADD = f"""
    INSERT INTO articles_search (rowid, {COLUMNS})
    VALUES (new.revision_id, new.title, new.points, new.summary, new.body);
"""
TAKE = f"""
    INSERT INTO articles_search (articles_search, rowid, {COLUMNS})
    VALUES ('delete', old.revision_id, old.title, old.points, old.summary, old.body);
"""
INSTALL = {
    'sqlite': [
        f"""
        CREATE VIRTUAL TABLE articles_search USING fts5(
            {COLUMNS}, content='articles_searchentry', content_rowid='revision_id',
            tokenize='porter unicode61 remove_diacritics 2'
        )
        """,
        f'CREATE TRIGGER articles_search_insert AFTER INSERT ON articles_searchentry BEGIN {ADD} END',
        f'CREATE TRIGGER articles_search_delete AFTER DELETE ON articles_searchentry BEGIN {TAKE} END',
        f'CREATE TRIGGER articles_search_update AFTER UPDATE ON articles_searchentry BEGIN {TAKE} {ADD} END',
    ],
    'postgresql': [
        """
        ALTER TABLE articles_searchentry ADD COLUMN vector tsvector GENERATED ALWAYS AS (
            setweight(to_tsvector('english', title), 'A') || setweight(to_tsvector('english', points), 'B')
            || setweight(to_tsvector('english', summary), 'C') || setweight(to_tsvector('english', body), 'D')
        ) STORED
        """,
        # All titles can be looked through in no time.
        """
        ALTER TABLE articles_searchentry
            ADD COLUMN title_vector tsvector GENERATED ALWAYS AS (to_tsvector('english', title)) STORED
        """,
        # In the row itself, as far as a page has room: matching and ranking read it of very many guides.
        'ALTER TABLE articles_searchentry ALTER COLUMN vector SET STORAGE MAIN, SET (toast_tuple_target = 8160)',
        'CREATE INDEX articles_search ON articles_searchentry USING gin (vector)',
        'CREATE INDEX articles_search_title ON articles_searchentry USING gin (title_vector)',
    ],
}
REMOVE = {
    'sqlite': [
        'DROP TRIGGER articles_search_update',
        'DROP TRIGGER articles_search_delete',
        'DROP TRIGGER articles_search_insert',
        'DROP TABLE articles_search',
    ],
    'postgresql': ['ALTER TABLE articles_searchentry DROP COLUMN vector, DROP COLUMN title_vector'],
}


def install(apps, schema_editor):
    for statement in INSTALL[schema_editor.connection.vendor]:
        schema_editor.execute(statement, params=None)


def remove(apps, schema_editor):
    for statement in REMOVE[schema_editor.connection.vendor]:
        schema_editor.execute(statement, params=None)


def index_live_guides(apps, schema_editor):
    SearchEntry, SearchWord = apps.get_model('articles', 'SearchEntry'), apps.get_model('articles', 'SearchWord')
    guides = Counter()
    for revision in apps.get_model('articles', 'Revision').objects.filter(is_live=True).iterator(chunk_size=100):
        texts = columns(serialization.load(revision.stored))
        SearchEntry.objects.create(revision=revision, **{name: texts[name] for name in COLUMNS.split(', ')})
        guides.update(set(' '.join(texts[name] for name in COLUMNS.split(', ')).split()) - STOP_WORDS)
    words = (SearchWord(word=word, stem=stem(word), guides=number) for word, number in guides.items())
    SearchWord.objects.bulk_create(words, batch_size=1_000)


class Migration(migrations.Migration):

    dependencies = [
        ('articles', '0004_word_list'),
    ]

    operations = [
        migrations.CreateModel(
            name='SearchEntry',
            fields=[
                ('revision', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='search_entry', serialize=False, to='articles.revision')),
                ('title', models.TextField()),
                ('points', models.TextField()),
                ('summary', models.TextField()),
                ('body', models.TextField()),
                ('text', models.TextField()),
            ],
            options={
                'verbose_name_plural': 'search entries',
            },
        ),
        migrations.CreateModel(
            name='SearchWord',
            fields=[
                ('word', models.CharField(max_length=40, primary_key=True, serialize=False)),
                ('stem', models.CharField(db_index=True, max_length=40)),
                ('guides', models.IntegerField()),
            ],
        ),
        migrations.RunPython(install, remove),
        migrations.RunPython(index_live_guides, migrations.RunPython.noop),
    ]

"""The search index holds our own stems; the databases no longer make theirs, which differed. Editors get synonyms."""

from collections import Counter
from importlib import import_module

from django.db import migrations, models

import articles.models.fields
from articles.document import serialization
from articles.language.stemming import stem
from articles.search.indexing import columns

BEFORE = import_module('articles.migrations.0005_search_index')
SYNONYMS = (
    'AI, artificial intelligence',
    'CV, résumé, curriculum vitae',
    'HR, human resources',
    'IT, information technology',
    'ML, machine learning',
    'QA, quality assurance',
    'UX, user experience',
)


def statements(vendor):
    changed = {'english': 'simple', 'porter unicode61': 'unicode61'}
    for statement in BEFORE.INSTALL[vendor]:
        for before, now in changed.items():
            statement = statement.replace(before, now)
        yield statement


def install(apps, schema_editor):
    for statement in statements(schema_editor.connection.vendor):
        schema_editor.execute(statement, params=None)


def go_back(apps, schema_editor):
    """The old index over what is there; `rebuild_search` of the old release makes it as it was."""
    BEFORE.install(apps, schema_editor)
    if schema_editor.connection.vendor == 'sqlite':
        schema_editor.execute("INSERT INTO articles_search (articles_search) VALUES ('rebuild')", params=None)


def empty(apps, schema_editor):
    for name in ('SearchEntry', 'SearchWord'):
        apps.get_model('articles', name).objects.all().delete()


def index_live_guides(apps, schema_editor):
    SearchEntry, SearchWord = apps.get_model('articles', 'SearchEntry'), apps.get_model('articles', 'SearchWord')
    guides = Counter()
    for revision in apps.get_model('articles', 'Revision').objects.filter(is_live=True).iterator(chunk_size=100):
        entry = SearchEntry.objects.create(revision=revision, **columns(serialization.load(revision.stored)))
        guides.update(entry.vocabulary.split())
    words = (SearchWord(word=word, stem=stem(word), guides=number) for word, number in guides.items())
    SearchWord.objects.bulk_create(words, batch_size=1_000)


def add_synonyms(apps, schema_editor):
    group = apps.get_model('articles', 'SynonymGroup')
    group.objects.bulk_create(group(words=words) for words in SYNONYMS)


class Migration(migrations.Migration):

    dependencies = [
        ('articles', '0010_plain_words'),
    ]

    operations = [
        migrations.CreateModel(
            name='SynonymGroup',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('words', articles.models.fields.LineField(help_text='Words or phrases, with commas between them: CV, résumé, curriculum vitae. Plurals, accents, hyphens and spellings such as organise and organize are known without this list.', unique=True)),
            ],
            options={
                'verbose_name': 'synonyms',
                'verbose_name_plural': 'search synonyms',
                'ordering': ['words'],
            },
        ),
        migrations.RunPython(add_synonyms, migrations.RunPython.noop),
        migrations.RunPython(BEFORE.remove, go_back),
        migrations.RunPython(empty, migrations.RunPython.noop),
        migrations.AddField(
            model_name='searchentry',
            name='vocabulary',
            field=models.TextField(default=''),
            preserve_default=False,
        ),
        migrations.RunPython(install, BEFORE.remove),
        migrations.RunPython(index_live_guides, migrations.RunPython.noop),
    ]

"""Drafts are found by what they link to: those that link get their words anew, with one for each link."""

from django.db import migrations
from django.db.models import F, TextField
from django.db.models.functions import Cast

from articles.document import serialization
from articles.drafts import finding

BATCH = 200


def renew(apps, schema_editor):
    DraftVersion, DraftWords = apps.get_model("articles", "DraftVersion"), apps.get_model("articles", "DraftWords")
    versions = DraftVersion.objects.annotate(text=Cast("stored", TextField()))
    linking = versions.filter(is_conflict=False, is_autosaved=False, number=F("article__version"), text__contains="ref:")
    keys = list(linking.order_by("pk").values_list("pk", flat=True))
    for first in range(0, len(keys), BATCH):
        some = DraftVersion.objects.filter(pk__in=keys[first : first + BATCH])
        words = [(version.article_id, finding.words_of(serialization.load(version.stored))) for version in some]
        DraftWords.objects.filter(pk__in=[guide for guide, _words in words]).delete()
        DraftWords.objects.bulk_create(DraftWords(article_id=guide, words=found) for guide, found in words)


class Migration(migrations.Migration):

    dependencies = [("articles", "0028_search_without_waiting_entries")]

    operations = [migrations.RunPython(renew, migrations.RunPython.noop)]

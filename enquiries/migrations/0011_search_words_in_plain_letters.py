from django.db import migrations

from articles.language.letters import plain


def fold_words(apps, schema_editor):
    """Words that are stored already get the letters that a search now looks for: Łukasz becomes lukasz."""
    words = apps.get_model("enquiries", "SearchWord").objects.using(schema_editor.connection.alias)
    rows = words.values_list("enquiry_id", "word").iterator(chunk_size=10_000)
    folded = [(owner, plain(word)[:100]) for owner, word in rows if not word.isascii()]
    words.bulk_create(
        [words.model(enquiry_id=owner, word=word) for owner, word in folded if word],
        ignore_conflicts=True,
        batch_size=500,
    )


class Migration(migrations.Migration):
    """Adds words and takes none away, so that the code before this one goes on finding what it did."""

    dependencies = [("enquiries", "0010_answers_as_typed")]

    operations = [migrations.RunPython(fold_words, migrations.RunPython.noop)]

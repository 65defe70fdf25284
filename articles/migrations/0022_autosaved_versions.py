from django.db import migrations, models
from django.db.models import Q


def forget_autosaved(apps, schema_editor):
    """The earlier schema cannot tell autosaved work from drafts. Deferred checks are made now: they would hold up the table."""
    apps.get_model("articles", "DraftVersion").objects.filter(is_autosaved=True).delete()
    schema_editor.connection.check_constraints()


class Migration(migrations.Migration):
    dependencies = [("articles", "0021_styles_of_prepared_pages")]

    operations = [
        migrations.AddField(
            model_name="draftversion",
            name="is_autosaved",
            field=models.BooleanField(db_default=False, default=False),
        ),
        migrations.AddConstraint(
            model_name="draftversion",
            constraint=models.UniqueConstraint(
                condition=Q(is_conflict=False, is_autosaved=False),
                fields=("article", "number"),
                name="one_saved_version_per_number",
            ),
        ),
        migrations.RemoveConstraint(model_name="draftversion", name="one_draft_version_per_number"),
        migrations.AddIndex(
            model_name="draftversion",
            index=models.Index(condition=Q(is_autosaved=True), fields=["-saved_at"], name="autosaved_newest_first"),
        ),
        migrations.RunPython(migrations.RunPython.noop, forget_autosaved),
    ]

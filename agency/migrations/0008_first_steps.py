import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


def spare_established_sites(apps, schema_editor):
    """Where somebody has published a guide before, nobody is asked to begin."""
    published = apps.get_model("articles", "Revision").objects.filter(is_live=True, created_by__isnull=False)
    if published.exists():
        apps.get_model("agency", "Identity").objects.update(first_steps_done_at=django.utils.timezone.now())


class Migration(migrations.Migration):
    """When the first steps of the site were done, and what somebody said of them."""

    dependencies = [
        ("agency", "0007_disclosures"),
        ("articles", "0010_plain_words"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="identity",
            name="first_steps_done_at",
            field=models.DateTimeField(editable=False, null=True),
        ),
        migrations.CreateModel(
            name="UnneededStep",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("step", models.CharField(max_length=20, unique=True)),
                ("said_at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "said_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "default_permissions": (),
            },
        ),
        migrations.RunPython(spare_established_sites, migrations.RunPython.noop),
    ]

from django.db import migrations, models
from django.db.models.deletion import CASCADE
from django.db.models.functions import Now


class Migration(migrations.Migration):
    """The table begins empty: the worker fills it, and until then pages are made from their documents."""

    dependencies = [("articles", "0013_content_version")]

    operations = [
        migrations.CreateModel(
            "PreparedPage",
            [
                (
                    "revision",
                    models.OneToOneField(
                        "articles.revision", CASCADE, primary_key=True, related_name="prepared", serialize=False
                    ),
                ),
                ("edition", models.CharField(max_length=64)),
                ("seal", models.CharField(max_length=64)),
                ("hero", models.TextField()),
                ("dates", models.TextField()),
                ("contents", models.TextField()),
                ("body", models.TextField()),
                ("nodes", models.TextField()),
                ("prepared_at", models.DateTimeField(db_default=Now())),
            ],
            {"default_permissions": ()},
        ),
    ]

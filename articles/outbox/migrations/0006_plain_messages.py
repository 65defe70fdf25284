from django.db import migrations, models


class Migration(migrations.Migration):
    """Says of each message whether it is plain; the apps with messages of their own say of those that are there."""

    dependencies = [("outbox", "0005_indexes_for_many")]

    operations = [
        migrations.AddField(
            "message",
            "is_plain",
            models.BooleanField(
                db_default=False, default=True, help_text="It has no model, and so no list, of its own."
            ),
        ),
    ]

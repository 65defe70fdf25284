from django.db import migrations, models


class Migration(migrations.Migration):
    """Which request a message was written in. The database fills it in for processes of the release before."""

    dependencies = [("outbox", "0007_plain_indexes")]

    operations = [
        migrations.AddField(
            "message",
            "request_id",
            models.CharField(blank=True, db_default="", default="", editable=False, max_length=64),
        )
    ]

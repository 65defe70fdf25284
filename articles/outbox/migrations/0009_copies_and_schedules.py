from django.db import migrations, models


class Migration(migrations.Migration):
    """Copies of a mail to others, a person as its sender, and a moment before which it does not leave."""

    dependencies = [("outbox", "0008_cause")]

    operations = [
        migrations.AddField(
            "message",
            "addressed_to",
            models.CharField(
                blank=True,
                db_default="",
                default="",
                help_text="Of a copy: to whom the mail itself is addressed.",
                max_length=254,
            ),
        ),
        migrations.AddField(
            "message",
            "cc",
            models.TextField(
                blank=True,
                db_default="",
                default="",
                help_text="Addresses with commas between them.",
                verbose_name="copies go to",
            ),
        ),
        migrations.AddField(
            "message",
            "sender_name",
            models.CharField(
                blank=True,
                db_default="",
                default="",
                help_text="The agency, or a person there.",
                max_length=200,
            ),
        ),
        migrations.AddField("message", "not_before", models.DateTimeField(null=True, verbose_name="leaves on")),
    ]

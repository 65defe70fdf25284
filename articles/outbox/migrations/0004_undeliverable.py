from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):
    """Messages that were refused for good; a site that goes back tries them again, as it did before."""

    dependencies = [
        ("outbox", "0003_threads"),
    ]

    operations = [
        migrations.AddField(
            model_name="message",
            name="undeliverable_at",
            field=models.DateTimeField("undeliverable since", null=True),
        ),
        migrations.RemoveIndex(model_name="message", name="outbox_due"),
        migrations.AddIndex(
            model_name="message",
            index=models.Index(
                fields=["due_at", "id"],
                condition=Q(sent_at=None, undeliverable_at=None, is_held=False),
                name="outbox_due",
            ),
        ),
        migrations.AddIndex(
            model_name="message",
            index=models.Index(
                fields=["undeliverable_at"], condition=Q(undeliverable_at__isnull=False), name="outbox_undeliverable"
            ),
        ),
        migrations.AddIndex(
            model_name="attempt",
            index=models.Index(fields=["finished_at"], condition=Q(error=""), name="outbox_got_through"),
        ),
    ]

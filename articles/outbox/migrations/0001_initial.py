from django.db import migrations, models
from django.db.models import Q
from django.db.models.deletion import CASCADE
from django.db.models.functions import Now


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Message",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("channel", models.CharField(max_length=20)),
                ("kind", models.CharField(max_length=40)),
                ("recipient", models.CharField(blank=True, max_length=254)),
                ("reply_to", models.CharField("answers go to", blank=True, max_length=254)),
                ("subject", models.CharField(blank=True, max_length=200)),
                ("text", models.TextField(blank=True)),
                ("html", models.TextField(blank=True)),
                ("payload", models.JSONField("content", default=dict)),
                ("is_automatic", models.BooleanField(default=True, help_text="Nobody wrote it by hand.")),
                ("message_id", models.CharField("Message-ID", max_length=200, unique=True)),
                ("is_held", models.BooleanField(default=False, help_text="Not sent for now.")),
                (
                    "waits_for_server",
                    models.BooleanField(
                        default=False,
                        help_text="The other side did not answer; it goes as soon as anything gets through.",
                    ),
                ),
                ("due_at", models.DateTimeField("next try")),
                ("sent_at", models.DateTimeField("sent", null=True)),
                ("bounced_at", models.DateTimeField("came back", null=True)),
                ("created_at", models.DateTimeField("written", db_default=Now())),
            ],
            options={
                "ordering": ["created_at", "id"],
                "indexes": [
                    models.Index(condition=Q(sent_at=None, is_held=False), fields=["due_at", "id"], name="outbox_due"),
                    models.Index(condition=Q(bounced_at__isnull=False), fields=["bounced_at"], name="outbox_bounced"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Attempt",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("started_at", models.DateTimeField("started", db_default=Now())),
                ("finished_at", models.DateTimeField("ended", null=True)),
                (
                    "error",
                    models.CharField(
                        blank=True, help_text="The kind of failure, without personal data.", max_length=300
                    ),
                ),
                ("message", models.ForeignKey("outbox.message", CASCADE, related_name="attempts")),
            ],
            options={"ordering": ["started_at", "id"]},
        ),
    ]

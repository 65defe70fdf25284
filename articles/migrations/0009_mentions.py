from itertools import batched

from django.db import migrations, models
from django.db.models import Q
from django.db.models.deletion import CASCADE

BATCH = 100


def fill(apps, schema_editor):
    """What live and scheduled revisions mention; nobody asks it of earlier ones.

    A revision that the old code makes after this stays without. Migrating back to 0008 and here again fills all anew.
    """
    Revision, Mention = apps.get_model("articles", "Revision"), apps.get_model("articles", "Mention")
    shown = Revision.objects.filter(Q(is_live=True) | Q(goes_live_at__isnull=False)).order_by("pk")
    for revisions in batched(shown.values_list("pk", "stored").iterator(chunk_size=BATCH), BATCH):
        Mention.objects.bulk_create(
            Mention(revision_id=pk, kind=kind, slug=slug)
            for pk, stored in revisions
            for kind, slug in dict.fromkeys(mentioned(stored["blocks"]))
        )


def mentioned(blocks):
    """Version 2 of stored documents called a speaker a voice."""
    for block in blocks:
        if block["kind"] == "salary_table":
            yield "job_role", block["role"]
        if block["kind"] == "insight" and (speaker := block.get("speaker") or block.get("voice")):
            yield "speaker", speaker["slug"]


class Migration(migrations.Migration):
    dependencies = [("articles", "0008_approval_mails")]

    operations = [
        migrations.CreateModel(
            "Mention",
            [
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[("speaker", "quotes"), ("job_role", "shows the salaries of")], max_length=10
                    ),
                ),
                ("slug", models.SlugField(db_index=False, max_length=80)),
                ("revision", models.ForeignKey("articles.revision", CASCADE, related_name="mentions", db_index=False)),
            ],
            {
                "ordering": ["id"],
                "default_permissions": (),
                "indexes": [models.Index(fields=["kind", "slug"], name="mention_slug")],
                "constraints": [
                    models.UniqueConstraint(fields=["revision", "kind", "slug"], name="one_mention_per_revision")
                ],
            },
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]

import hashlib

from django.db import migrations, models
from django.db.models.deletion import CASCADE, PROTECT


KINDS = [
    ("published", "Published"),
    ("withdrawn", "Withdrawn"),
    ("scheduled", "Publication scheduled"),
    ("withdrawal_scheduled", "Withdrawal scheduled"),
    ("unscheduled", "Schedule cancelled"),
    ("not_published", "Scheduled publication failed"),
    ("restored", "Earlier revision restored into the draft"),
    ("discarded", "Draft changes discarded"),
    ("repaired", "Draft repaired"),
    ("set_aside", "Somebody saved meanwhile; this version conflicts with theirs"),
    ("merged", "Conflicting version taken into the draft"),
    ("sent_for_review", "Sent for review"),
    ("sent_back", "Sent back to its author"),
    ("reviewed", "Checked, still right"),
    ("shared", "Shared for approval"),
    ("unshared", "Sharing ended"),
    ("approved", "Approved"),
    ("commented", "Commented"),
]


def rename_field_in_keys(apps, schema_editor, old="voice", new="speaker"):
    """A finding's key is made of the field's name too, and an override holds only while its key does."""
    for revision in apps.get_model("articles", "Revision").objects.exclude(overrides=[]).only("overrides"):
        changed = [
            entry | {"key": key(entry, new)} if entry["key"] == key(entry, old) else entry
            for entry in revision.overrides
        ]
        if changed != revision.overrides:
            revision.overrides = changed
            revision.save(update_fields=["overrides"])


def key(entry, field):
    told = "\0".join((entry["check"], field, entry["what"], entry["excerpt"]))
    return hashlib.sha256(told.encode()).hexdigest()[:16]


def rename_field_back(apps, schema_editor):
    rename_field_in_keys(apps, schema_editor, old="speaker", new="voice")


def write_documents_back(apps, schema_editor):
    """What was saved since is of version 3, which the code from before this migration cannot read."""
    for model in ("Revision", "DraftVersion"):
        rows = apps.get_model("articles", model).objects.filter(stored__version=3).only("stored")
        for row in rows.iterator(chunk_size=100):
            row.stored = with_voices(row.stored)
            row.save(update_fields=["stored"])


def with_voices(stored):
    blocks = [
        {"voice" if name == "speaker" else name: value for name, value in block.items()} for block in stored["blocks"]
    ]
    return stored | {"version": 2, "blocks": blocks}


class Migration(migrations.Migration):
    """Names that the code uses now. Tables and columns stay as they are, so the site that is running meanwhile is not
    disturbed."""

    # The content type of a renamed model is renamed too, and on the way back its table must be known as it is.
    dependencies = [("articles", "0006_focal_points"), ("contenttypes", "0002_remove_content_type_name")]

    operations = [
        migrations.SeparateDatabaseAndState(
            state_operations=[
                migrations.AlterField(
                    "author",
                    "is_desk",
                    models.BooleanField(
                        "team",
                        default=False,
                        db_column="is_desk",
                        help_text="Tick for a team; leave empty for a person.",
                    ),
                ),
                migrations.RenameField("author", "is_desk", "is_team"),
                migrations.AlterField(
                    "approvalrequest",
                    "voice",
                    models.ForeignKey(
                        "articles.author", CASCADE, null=True, blank=True, related_name="+", db_column="voice_id"
                    ),
                ),
                migrations.RenameField("approvalrequest", "voice", "speaker"),
                migrations.AlterField(
                    "insightblock",
                    "voice",
                    models.ForeignKey(
                        "articles.author",
                        PROTECT,
                        null=True,
                        related_name="+",
                        db_column="voice_id",
                        verbose_name="who says it",
                        help_text="A named person or desk. Readers trust what somebody signs.",
                    ),
                ),
                migrations.RenameField("insightblock", "voice", "speaker"),
                migrations.RemoveConstraint("draftversion", "one_draft_version_per_number"),
                migrations.AlterField(
                    "draftversion", "is_aside", models.BooleanField(default=False, db_column="is_aside")
                ),
                migrations.RenameField("draftversion", "is_aside", "is_conflict"),
                migrations.AddConstraint(
                    "draftversion",
                    models.UniqueConstraint(
                        fields=["article", "number"],
                        condition=models.Q(is_conflict=False),
                        name="one_draft_version_per_number",
                    ),
                ),
                migrations.AlterField("guideevent", "kind", models.CharField(choices=KINDS, max_length=24)),
                migrations.AlterModelTable("term", "articles_term"),
            ],
        ),
        migrations.RenameModel("Term", "StyleTerm"),
        migrations.RunPython(rename_field_in_keys, rename_field_back),
        # Forwards there is nothing to do: documents of version 2 are read as they are.
        migrations.RunPython(migrations.RunPython.noop, write_documents_back),
    ]

from typing import Any

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


def name_a_wording(apps: Any, _schema_editor: Any) -> None:
    """Back: each enquiry had to name the words that were shown; those of an earlier site name the first ones of ours."""
    first = apps.get_model("enquiries", "Wording").objects.filter(kind="privacy").order_by("version").first()
    apps.get_model("enquiries", "Enquiry").objects.filter(privacy_wording=None).update(privacy_wording=first)


class Migration(migrations.Migration):
    """Form entries of an earlier site: imports, their files until they are over, and by what an entry is known again."""

    dependencies = [
        ("enquiries", "0034_kept_promise"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            "EntryImport",
            [
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField("file", editable=False, max_length=200)),
                ("form", models.CharField("form", blank=True, editable=False, max_length=200)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("mapping", "Columns to be confirmed"),
                            ("waiting", "Waiting"),
                            ("running", "Running"),
                            ("done", "Done"),
                            ("stopped", "Stopped"),
                        ],
                        default="mapping",
                        editable=False,
                        max_length=10,
                    ),
                ),
                (
                    "shape",
                    models.CharField(
                        editable=False, help_text="The same for files with the same headings.", max_length=64
                    ),
                ),
                ("mapping", models.JSONField(default=dict, editable=False)),
                ("total", models.PositiveIntegerField("rows", default=0, editable=False)),
                ("done", models.PositiveIntegerField(default=0, editable=False)),
                ("report", models.JSONField(default=dict, editable=False)),
                (
                    "started_at",
                    models.DateTimeField("uploaded", default=django.utils.timezone.now, editable=False),
                ),
                ("ended_at", models.DateTimeField("ended", editable=False, null=True)),
                ("seen_at", models.DateTimeField(editable=False, null=True)),
                (
                    "started_by",
                    models.ForeignKey(
                        settings.AUTH_USER_MODEL,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                    ),
                ),
            ],
            options={
                "verbose_name": "import of form entries",
                "verbose_name_plural": "form entries",
                "default_permissions": (),
                "ordering": ["-started_at", "-pk"],
                "indexes": [models.Index(fields=["shape", "-id"], name="entry_import_shape")],
            },
        ),
        migrations.CreateModel(
            "EntryFile",
            [
                (
                    "run",
                    models.OneToOneField(
                        "enquiries.entryimport",
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="file",
                        serialize=False,
                    ),
                ),
                ("content", models.BinaryField()),
            ],
            options={"default_permissions": ()},
        ),
        migrations.CreateModel(
            "EntryMark",
            [
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("mark", models.CharField(max_length=64, unique=True)),
                (
                    "enquiry",
                    models.ForeignKey(
                        "enquiries.enquiry",
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="entry_marks",
                    ),
                ),
                (
                    "run",
                    models.ForeignKey(
                        "enquiries.entryimport",
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="marks",
                    ),
                ),
            ],
            options={"default_permissions": ()},
        ),
        migrations.AlterModelOptions(
            "enquiry",
            options={
                "ordering": ["-received_at", "-id"],
                "permissions": [
                    ("handle_enquiry", "Can answer enquiries"),
                    ("assign_enquiry", "Can give enquiries to others"),
                    ("view_every_enquiry", "Can see the enquiries of every team"),
                    ("erase_enquiry", "Can erase enquiries"),
                    ("view_reports", "Can see the reports"),
                    ("import_enquiry", "Can take in form entries of an earlier site"),
                ],
                "verbose_name_plural": "enquiries",
            },
        ),
        # On PostgreSQL this only drops a condition.
        migrations.AlterField(
            "enquiry",
            "privacy_wording",
            models.ForeignKey(
                "enquiries.wording",
                help_text="Empty for what came from a form of an earlier site, which showed words of its own.",
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
            ),
        ),
        migrations.RunPython(migrations.RunPython.noop, name_a_wording),
        migrations.AlterField(
            "enquiry",
            "source",
            models.CharField(
                "reached us by",
                choices=[
                    ("form", "our form"),
                    ("mail", "e-mail"),
                    ("phone", "phone"),
                    ("linkedin", "LinkedIn"),
                    ("fair", "a fair or event"),
                    ("referral", "a referral"),
                    ("other", "elsewhere"),
                    ("site", "a form of our earlier site"),
                ],
                db_default="form",
                default="form",
                max_length=10,
            ),
        ),
    ]

"""What revisions say was overridden is counted by check: each finding of a guide once, with the last reason."""

from django.db import migrations

BATCH = 200


def note(apps, schema_editor):
    Revision = apps.get_model("articles", "Revision")
    OverriddenFinding = apps.get_model("articles", "OverriddenFinding")
    revisions = Revision.objects.exclude(overrides=[]).order_by("created_at", "pk")
    found = revisions.values_list("article_id", "created_at", "overrides")
    rows = {}
    for article, at, overrides in found.iterator(chunk_size=BATCH):
        for entry in overrides:
            rows[article, entry["key"]] = OverriddenFinding(
                article_id=article,
                check_name=entry.get("check", ""),
                key=entry["key"],
                what=entry.get("what", ""),
                reason=entry.get("reason", ""),
                at=at,
            )
    OverriddenFinding.objects.bulk_create(rows.values(), batch_size=BATCH, ignore_conflicts=True)


class Migration(migrations.Migration):

    dependencies = [("articles", "0030_levels_of_checks")]

    operations = [migrations.RunPython(note, migrations.RunPython.noop)]

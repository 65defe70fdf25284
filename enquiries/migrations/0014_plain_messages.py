from django.db import migrations

BATCH = 5000


def mark(apps, schema_editor):
    """All that are not notices, in batches that each lock their rows for a moment."""
    Message = apps.get_model("outbox", "Message")
    plain = Message.objects.filter(notice__isnull=True).order_by("pk").values_list("pk", flat=True)
    last = 0
    while keys := list(plain.filter(pk__gt=last)[:BATCH]):
        Message.objects.filter(pk__in=keys).update(is_plain=True)
        last = keys[-1]


class Migration(migrations.Migration):
    """Marks the messages that are plain, before their indexes are built."""

    atomic = False
    dependencies = [("enquiries", "0013_indexes_for_many"), ("outbox", "0006_plain_messages")]
    run_before = [("outbox", "0007_plain_indexes")]

    operations = [migrations.RunPython(mark, migrations.RunPython.noop)]

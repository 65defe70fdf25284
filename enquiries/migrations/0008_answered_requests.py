from django.db import migrations
from django.db.models import F


def say_when_they_were_answered(apps, schema_editor):
    """Until now what was answered was done."""
    requests = apps.get_model("enquiries", "PrivacyRequest").objects.using(schema_editor.connection.alias)
    requests.filter(done_at__isnull=False).exclude(answer="").update(answered_at=F("done_at"))


def drop_what_has_no_place(apps, schema_editor):
    """The older table knows only requests about an enquiry."""
    requests = apps.get_model("enquiries", "PrivacyRequest").objects.using(schema_editor.connection.alias)
    requests.filter(enquiry=None).delete()


class Migration(migrations.Migration):
    dependencies = [("enquiries", "0007_privacy_requests")]

    operations = [migrations.RunPython(say_when_they_were_answered, drop_what_has_no_place)]

from django.db import migrations, models
from django.db.models.functions import Length


OLD_LENGTH = 20


def shorten(apps, schema_editor):
    """For the way back: the number without its extension, or the beginning of what was typed."""
    enquiries = apps.get_model("enquiries", "Enquiry").objects.using(schema_editor.connection.alias)
    for enquiry in enquiries.annotate(length=Length("phone")).filter(length__gt=OLD_LENGTH).iterator():
        enquiries.filter(pk=enquiry.pk).update(phone=enquiry.phone.partition(";")[0][:OLD_LENGTH])


class Migration(migrations.Migration):
    """A phone number may carry an extension, or stand as it was typed; it is found by the search's own index.

    The new columns have defaults of the database, so that the code before this one can go on storing enquiries.
    """

    dependencies = [("enquiries", "0009_managers_may_erase")]

    operations = [
        migrations.AlterField(
            model_name="enquiry",
            name="phone",
            field=models.CharField(
                blank=True,
                help_text="E.164 with the extension, such as +441614960000;ext=123; as typed where it could not be read.",
                max_length=100,
            ),
        ),
        migrations.RunPython(migrations.RunPython.noop, shorten),
        migrations.RemoveIndex(model_name="enquiry", name="enquiry_phone"),
        migrations.AddField(
            model_name="enquiry",
            name="sent_as",
            field=models.CharField(blank=True, db_default="", db_index=True, default="", editable=False, max_length=64),
        ),
        migrations.AddField(
            model_name="enquiry",
            name="ended_links",
            field=models.JSONField(
                db_default=[],
                default=list,
                editable=False,
                help_text="Hashes of the status links that ended when the address was corrected.",
            ),
        ),
    ]

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("outbox", "0001_initial"),
    ]

    operations = [
        migrations.AlterField(
            model_name="message",
            name="is_automatic",
            field=models.BooleanField(default=True, help_text="The site wrote it, not a person."),
        ),
        migrations.AlterField(
            model_name="message",
            name="waits_for_server",
            field=models.BooleanField(
                default=False, help_text="The other side did not answer; it is sent as soon as anything gets through."
            ),
        ),
    ]

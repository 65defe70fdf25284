from django.db import migrations, models
from django.db.models.functions import Now


class Migration(migrations.Migration):
    dependencies = [("agency", "0001_initial")]

    operations = [
        migrations.CreateModel(
            name="IndexNowCursor",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("last_event", models.PositiveBigIntegerField()),
                ("due_at", models.DateTimeField(db_default=Now())),
                ("failures", models.PositiveSmallIntegerField(default=0)),
            ],
            options={"default_permissions": ()},
        ),
    ]

from django.db import migrations, models
from django.db.models.deletion import SET_NULL


class Migration(migrations.Migration):
    dependencies = [("articles", "0007_plain_names"), ("outbox", "0001_initial")]

    operations = [
        migrations.AddField(
            "approvalrequest", "mail", models.ForeignKey("outbox.message", SET_NULL, null=True, related_name="+")
        ),
    ]

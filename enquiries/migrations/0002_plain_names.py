import django.db.models.functions.datetime
from django.db import migrations, models


class Migration(migrations.Migration):
    """Names that the code uses now. Table and column stay as they are, so the site that is running meanwhile is not
    disturbed."""

    # The content type of a renamed model is renamed too, and on the way back its table must be known as it is.
    dependencies = [("enquiries", "0001_initial"), ("contenttypes", "0002_remove_content_type_name")]

    operations = [
        migrations.SeparateDatabaseAndState(
            state_operations=[
                migrations.AlterField(
                    "heldcv",
                    "held_at",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(), db_index=True, db_column="held_at"
                    ),
                ),
                migrations.RenameField("heldcv", "held_at", "kept_at"),
                migrations.AlterModelTable("heldcv", "enquiries_heldcv"),
            ],
        ),
        migrations.RenameModel("HeldCV", "PendingCV"),
        migrations.AlterModelOptions("pendingcv", {"verbose_name": "pending CV"}),
    ]

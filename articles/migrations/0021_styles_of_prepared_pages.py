from django.db import migrations, models


class Migration(migrations.Migration):
    """Pages of an older edition are never taken, so what the column holds of them does not matter."""

    dependencies = [("articles", "0020_guide_list")]

    operations = [migrations.AddField("preparedpage", "styles", models.TextField(blank=True, db_default=""))]

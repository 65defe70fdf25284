from django.db import migrations, models


class Migration(migrations.Migration):
    """Where an old address is from when a topic or a person got another; no column changes."""

    dependencies = [("articles", "0039_files_of_imported_posts")]

    operations = [
        migrations.AlterField(
            model_name="author",
            name="slug",
            field=models.SlugField(
                help_text="The end of the profile page's address. When you change it, the old address leads to the new one.",
                max_length=80,
                unique=True,
            ),
        ),
        migrations.AlterField(
            model_name="oldaddress",
            name="source",
            field=models.CharField(
                choices=[
                    ("typed", "Typed"),
                    ("csv", "CSV file"),
                    ("import", "Import of a site"),
                    ("renamed", "New address of a topic or person"),
                ],
                default="typed",
                editable=False,
                max_length=10,
                verbose_name="came by",
            ),
        ),
        migrations.AlterField(
            model_name="topic",
            name="slug",
            field=models.SlugField(
                help_text="The end of the topic page's address. When you change it, the old address leads to the new one.",
                max_length=60,
                unique=True,
            ),
        ),
    ]

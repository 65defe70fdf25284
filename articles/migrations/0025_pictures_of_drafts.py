import django.db.models.deletion
from django.db import migrations, models

LEFT_EMPTY = "Left empty, it is what the library says."
ALT = f"What the picture shows, in one sentence, for people who cannot see it. {LEFT_EMPTY}"
CREDIT = f"Who made the picture; shown after the caption. {LEFT_EMPTY}"


def to_picture(**options):
    return models.ForeignKey(
        blank=True,
        null=True,
        on_delete=django.db.models.deletion.PROTECT,
        to="articles.picture",
        **{"related_name": "+", **options},
    )


def file(side, **options):
    """As it was, but for the default: the code of this release stores rows without naming the column."""
    return models.ImageField(
        blank=True,
        db_default="",
        height_field=f"{side}height",
        max_length=200,
        upload_to="pictures/",
        width_field=f"{side}width",
        **options,
    )


class Migration(migrations.Migration):
    dependencies = [("articles", "0024_links_are_mentions")]

    operations = [
        migrations.CreateModel(
            "LooseFile",
            [
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=200, unique=True)),
                ("look_at", models.DateTimeField(db_index=True)),
            ],
            {"default_permissions": ()},
        ),
        migrations.AlterField("Article", "hero_image", file("hero_", verbose_name="picture")),
        migrations.AlterField("Author", "portrait", file("portrait_")),
        migrations.AlterField("FigureBlock", "image", file("", verbose_name="picture")),
        migrations.AddField(
            "Article",
            "hero_picture",
            to_picture(
                help_text="The large picture at the top, also used on cards. At least 1,200 pixels wide; shown 16 wide to 9 high.",
                verbose_name="picture",
            ),
        ),
        migrations.AddField(
            "Author",
            "picture",
            to_picture(
                help_text="A photo, at least 480 pixels wide, shown square. Without one the page shows initials.",
                related_name="portrait_of",
                verbose_name="portrait",
            ),
        ),
        migrations.AddField("FigureBlock", "picture", to_picture(help_text="At least 1,200 pixels wide.")),
        migrations.AlterField(
            "Article", "hero_alt", models.TextField(blank=True, help_text=ALT, verbose_name="alternative text")
        ),
        migrations.AlterField(
            "Article", "hero_credit", models.TextField(blank=True, help_text=CREDIT, verbose_name="credit")
        ),
        migrations.AlterField(
            "FigureBlock", "alt", models.TextField(blank=True, help_text=ALT, verbose_name="alternative text")
        ),
        migrations.AlterField("FigureBlock", "credit", models.TextField(blank=True, help_text=CREDIT)),
        migrations.AlterField(
            "Mention",
            "kind",
            models.CharField(
                choices=[
                    ("speaker", "quotes"),
                    ("job_role", "shows the salaries of"),
                    ("link", "links to"),
                    ("picture", "shows the picture"),
                ],
                max_length=10,
            ),
        ),
    ]

import django.core.validators
from django.db import migrations, models


class Migration(migrations.Migration):
    """What a company shows of itself on its website; until it is filled in, nothing more is shown than before."""

    dependencies = [
        ("agency", "0006_cache_entry"),
    ]

    operations = [
        migrations.AddField(
            model_name="identity",
            name="company_name",
            field=models.CharField(
                blank=True,
                db_default="",
                default="",
                help_text="Such as “Example Recruitment Limited”.",
                max_length=160,
                verbose_name="registered name",
            ),
        ),
        migrations.AddField(
            model_name="identity",
            name="company_number",
            field=models.CharField(
                blank=True,
                db_default="",
                default="",
                help_text="The eight signs that Companies House gave, such as 01234567 or SC123456.",
                max_length=8,
                validators=[
                    django.core.validators.RegexValidator(
                        "^[A-Za-z0-9]{8}$", "A company number has eight letters and digits, and nothing else."
                    )
                ],
            ),
        ),
        migrations.AddField(
            model_name="identity",
            name="complaints",
            field=models.URLField(
                blank=True,
                db_default="",
                default="",
                help_text="The address of the page or document.",
                verbose_name="complaints procedure",
            ),
        ),
        migrations.AddField(
            model_name="identity",
            name="ico_number",
            field=models.CharField(
                blank=True,
                db_default="",
                default="",
                help_text="Of the data protection fee, such as “ZA123456”.",
                max_length=20,
                verbose_name="ICO registration",
            ),
        ),
        migrations.AddField(
            model_name="identity",
            name="memberships",
            field=models.CharField(
                blank=True,
                db_default="",
                default="",
                help_text="A sentence, such as “We are a member of the REC.” Only what is so now.",
                max_length=160,
            ),
        ),
        migrations.AddField(
            model_name="identity",
            name="modern_slavery",
            field=models.URLField(
                blank=True,
                db_default="",
                default="",
                help_text="The address of the page or document, if you publish one.",
                verbose_name="modern slavery statement",
            ),
        ),
        migrations.AddField(
            model_name="identity",
            name="registered_in",
            field=models.CharField(
                blank=True,
                choices=[
                    ("England and Wales", "England and Wales"),
                    ("Wales", "Wales"),
                    ("Scotland", "Scotland"),
                    ("Northern Ireland", "Northern Ireland"),
                ],
                db_default="",
                default="",
                max_length=20,
            ),
        ),
        migrations.AddField(
            model_name="identity",
            name="registered_office",
            field=models.CharField(
                blank=True, db_default="", default="", help_text="The address, on one line.", max_length=200
            ),
        ),
        migrations.AddField(
            model_name="identity",
            name="vat_number",
            field=models.CharField(
                blank=True,
                db_default="",
                default="",
                help_text="Such as “GB 123 4567 89”.",
                max_length=20,
                verbose_name="VAT number",
            ),
        ),
        migrations.AlterField(
            model_name="identity",
            name="introduction",
            field=models.TextField(blank=True, help_text="One short paragraph on the home page.", max_length=600),
        ),
        migrations.AlterField(
            model_name="identity",
            name="legal",
            field=models.TextField(
                blank=True,
                help_text="Anything else that the law or a body asks you to show, as it should stand there.",
                max_length=400,
                verbose_name="further legal details",
            ),
        ),
    ]

from django.conf import settings
from django.db import migrations, models

# What the settings name on a machine of one's own while nothing else is set.
FIRST_START = "enquiries@localhost"


def follow(apps, schema_editor):
    """The address of the first start was copied into the default team; where it still is that one, it follows the setting.

    The code before this one takes an empty inbox for an address: its web and worker must have stopped, as
    docs/operations.md asks for this version.
    """
    teams = apps.get_model("enquiries", "Team").objects.filter(is_default=True)
    teams.filter(email__in=[settings.ENQUIRIES_EMAIL, FIRST_START]).update(email="")


def fill_in(apps, schema_editor):
    apps.get_model("enquiries", "Team").objects.filter(email="").update(email=settings.ENQUIRIES_EMAIL)


class Migration(migrations.Migration):

    dependencies = [
        ('enquiries', '0004_plain_words'),
    ]

    operations = [
        migrations.AlterField(
            model_name='team',
            name='email',
            field=models.EmailField(blank=True, help_text="We announce new enquiries to this address. Leave it empty to use the mailbox that the site's settings name (ENQUIRIES_EMAIL), also when that changes.", max_length=254, verbose_name='inbox'),
        ),
        migrations.RunPython(follow, fill_in),
    ]

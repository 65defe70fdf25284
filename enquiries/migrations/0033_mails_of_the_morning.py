import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

CHOICES = [
    ("each", "An e-mail for each, as it comes"),
    ("digest", "One e-mail each morning"),
    ("both", "Both"),
]


def mails() -> models.CharField:
    return models.CharField(
        choices=CHOICES,
        db_default="each",
        default="each",
        help_text="The e-mail of the morning comes when you open, on working days. It says what is late, due today, new and "
        "waiting. What is passed on to you and reminders come at once all the same.",
        max_length=10,
        verbose_name="e-mails about new enquiries",
    )


def digested_on() -> models.DateField:
    return models.DateField(editable=False, help_text="The day of the last e-mail of the morning.", null=True)


class Migration(migrations.Migration):
    """Who wants an e-mail in the morning. Everybody goes on to get one for each enquiry until they choose otherwise."""

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ("enquiries", "0032_turns"),
    ]

    operations = [
        migrations.AddField("team", "mails", mails()),
        migrations.AddField("team", "digested_on", digested_on()),
        migrations.CreateModel(
            "MailPreference",
            [
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("mails", mails()),
                ("digested_on", digested_on()),
                (
                    "person",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="mail_preference",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={"default_permissions": ()},
        ),
    ]

from django.conf import settings
from django.db import models


class MailChoice(models.TextChoices):
    """How somebody hears of new enquiries."""

    EACH = "each", "An e-mail for each, as it comes"
    DIGEST = "digest", "One e-mail each morning"
    BOTH = "both", "Both"


WITH_DIGEST = (MailChoice.DIGEST, MailChoice.BOTH)


class HearsOfEnquiries(models.Model):
    """Somebody who hears of new enquiries at once, in the morning, or both."""

    mails = models.CharField(
        "e-mails about new enquiries",
        max_length=10,
        choices=MailChoice,
        default=MailChoice.EACH,
        db_default=MailChoice.EACH.value,
        help_text="The e-mail of the morning comes when you open, on working days. It says what is late, due today, new and "
        "waiting. What is passed on to you and reminders come at once all the same.",
    )
    digested_on = models.DateField(null=True, editable=False, help_text="The day of the last e-mail of the morning.")

    class Meta:
        abstract = True


class MailPreference(HearsOfEnquiries):
    """What a person chose; who has chosen nothing gets an e-mail for each."""

    person = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="mail_preference")

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.person}: {self.get_mails_display()}"

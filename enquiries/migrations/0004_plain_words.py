import django.core.validators
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0001_initial"),
        ("enquiries", "0003_notices_in_the_outbox"),
    ]

    operations = [
        migrations.AlterField(
            model_name="cv",
            name="name",
            field=models.CharField(
                help_text="A name of ours, safe to save under. The visitor's own name for the file is not kept.",
                max_length=120,
            ),
        ),
        migrations.AlterField(
            model_name="enquiry",
            name="erase_on",
            field=models.DateField(
                help_text="When the personal data will be erased; set when the enquiry is closed.", null=True
            ),
        ),
        migrations.AlterField(
            model_name="enquiry",
            name="is_synthetic",
            field=models.BooleanField(default=False, help_text="A test that we sent ourselves; in no report."),
        ),
        migrations.AlterField(
            model_name="enquiry",
            name="marketing_wording",
            field=models.ForeignKey(
                help_text="The words they agreed to. Empty without their consent.",
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="enquiries.wording",
            ),
        ),
        migrations.AlterField(
            model_name="event",
            name="kind",
            field=models.CharField(
                choices=[
                    ("received", "received"),
                    ("quarantined", "held as suspected spam"),
                    ("taken", "taken"),
                    ("assigned", "passed on to somebody"),
                    ("noted", "note"),
                    ("replied", "replied"),
                    ("notified", "notice sent"),
                    ("bounced", "notice bounced"),
                    ("reminded", "reminder sent"),
                    ("escalated", "escalated"),
                    ("closed", "closed"),
                    ("reopened", "reopened"),
                    ("marked_spam", "marked as spam"),
                    ("released", "released from spam"),
                    ("corrected", "corrected by the enquirer"),
                    ("withdrawn", "withdrawn by the enquirer"),
                    ("requested", "privacy request"),
                    ("request_done", "privacy request dealt with"),
                    ("downloaded", "CV downloaded"),
                    ("held", "put on hold"),
                    ("unheld", "hold lifted"),
                    ("erased", "personal data erased"),
                ],
                max_length=20,
            ),
        ),
        migrations.AlterField(
            model_name="pendingcv",
            name="name",
            field=models.CharField(
                help_text="A name of ours, safe to save under. The visitor's own name for the file is not kept.",
                max_length=120,
            ),
        ),
        migrations.AlterField(
            model_name="privacyrequest",
            name="due_on",
            field=models.DateField(
                help_text="Acknowledge a complaint within 30 days, and answer a request within one month."
            ),
        ),
        migrations.AlterField(
            model_name="replypromise",
            name="escalation_email",
            field=models.EmailField(
                blank=True,
                help_text="Gets an e-mail when a promise is broken. If empty, the default team's inbox gets it.",
                max_length=254,
                verbose_name="escalate to",
            ),
        ),
        migrations.AlterField(
            model_name="replypromise",
            name="hours",
            field=models.PositiveSmallIntegerField(
                default=8,
                help_text="Enquirers see the resulting day and time. Only your opening hours count.",
                validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(80)],
                verbose_name="working hours to reply",
            ),
        ),
        migrations.AlterField(
            model_name="replytemplate",
            name="body",
            field=models.TextField(
                help_text="You can use {name}, {reference}, {guide} and {consultant}. They are filled in for you."
            ),
        ),
        migrations.AlterField(
            model_name="replytemplate",
            name="role",
            field=models.CharField(
                blank=True,
                choices=[("candidate", "looking for work"), ("client", "hiring"), ("other", "something else")],
                help_text="Offered for this role. Leave empty for every role.",
                max_length=20,
            ),
        ),
        migrations.AlterField(
            model_name="retention",
            name="days",
            field=models.PositiveIntegerField(help_text="Days after closing. Enquirers see the resulting date."),
        ),
        migrations.AlterField(
            model_name="retention",
            name="outcome",
            field=models.CharField(
                blank=True,
                choices=[
                    ("placed", "led to a placement"),
                    ("registered", "joined our candidates or clients"),
                    ("answered", "answered, nothing further"),
                    ("no_reply", "the enquirer did not answer"),
                    ("unsuitable", "we could not help"),
                    ("withdrawn", "withdrawn by the enquirer"),
                ],
                help_text="Leave empty for every outcome.",
                max_length=20,
            ),
        ),
        migrations.AlterField(
            model_name="retention",
            name="role",
            field=models.CharField(
                blank=True,
                choices=[("candidate", "looking for work"), ("client", "hiring"), ("other", "something else")],
                help_text="Leave empty for every role.",
                max_length=20,
            ),
        ),
        migrations.AlterField(
            model_name="routingrule",
            name="guide",
            field=models.ForeignKey(
                blank=True,
                help_text="Leave empty for every guide.",
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                to="articles.article",
            ),
        ),
        migrations.AlterField(
            model_name="routingrule",
            name="role",
            field=models.CharField(
                blank=True,
                choices=[("candidate", "looking for work"), ("client", "hiring"), ("other", "something else")],
                help_text="Leave empty for every role.",
                max_length=20,
            ),
        ),
        migrations.AlterField(
            model_name="routingrule",
            name="to_voice",
            field=models.BooleanField(
                default=False,
                help_text="The person quoted in the guide’s recruiter insight takes it, if that author has an account.",
                verbose_name="the person quoted",
            ),
        ),
        migrations.AlterField(
            model_name="routingrule",
            name="topic",
            field=models.ForeignKey(
                blank=True,
                help_text="Leave empty for every topic.",
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                to="articles.topic",
            ),
        ),
        migrations.AlterField(
            model_name="team",
            name="email",
            field=models.EmailField(
                help_text="We announce new enquiries to this address.", max_length=254, verbose_name="inbox"
            ),
        ),
        migrations.AlterField(
            model_name="team",
            name="is_default",
            field=models.BooleanField(
                default=False,
                help_text="Gets what no rule sends elsewhere. There is exactly one default team.",
                verbose_name="default",
            ),
        ),
        migrations.AlterField(
            model_name="team",
            name="name",
            field=models.CharField(help_text="Enquirers see this name.", max_length=80, unique=True),
        ),
        migrations.AlterField(
            model_name="wording",
            name="kind",
            field=models.CharField(
                choices=[("privacy", "privacy notice shown with the form"), ("marketing", "consent to hear from us")],
                max_length=20,
            ),
        ),
    ]

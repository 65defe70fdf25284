import django.db.models.deletion
import django.db.models.functions.datetime
from django.conf import settings
from django.db import migrations, models
from django.db.models import F, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone

from enquiries.consents import marks

GIVEN, WITHDRAWN, OBJECTED = "given", "withdrawn", "objected"
# What the history said of consent until now; it says more once these migrations were taken back.
SAID_YES, SAID_NO = "consent given: ", "consent to hear from us withdrawn"
AT_A_TIME = 1000


def take_over(apps, schema_editor):
    """What was agreed to, withdrawn and objected to before there were tables for it."""
    database = schema_editor.connection.alias
    enquiries = apps.get_model("enquiries", "Enquiry").objects.using(database).exclude(state="erased")
    said = apps.get_model("enquiries", "Event").objects.using(database).filter(enquiry=OuterRef("pk"))
    said = said.order_by("-at", "-id").values("at")
    yes = Q(kind="corrected", words__startswith=SAID_YES) | Q(kind="consented")
    no = Q(kind="corrected", words=SAID_NO) | Q(kind="unconsented")
    given_at = Coalesce(Subquery(said.filter(yes)[:1]), F("received_at"))
    consents = apps.get_model("enquiries", "Consent").objects.using(database)
    agreed = enquiries.filter(marketing_wording__isnull=False).annotate(given_at=given_at)
    rows = agreed.values_list("pk", "marketing_wording", "given_at")
    consents.bulk_create(
        (consents.model(enquiry_id=enquiry, wording_id=wording, given_at=at) for enquiry, wording, at in rows),
        batch_size=AT_A_TIME,
    )

    withdrawn = enquiries.filter(marketing_wording=None).annotate(at=Subquery(said.filter(no)[:1]))
    lines = {email: (WITHDRAWN, at) for email, at in withdrawn.exclude(at=None).values_list("email", "at")}
    objected = enquiries.annotate(at=Subquery(said.filter(kind="objected")[:1])).exclude(at=None)
    lines |= {email: (OBJECTED, at) for email, at in objected.values_list("email", "at")}
    objections = apps.get_model("enquiries", "PrivacyRequest").objects.using(database).filter(kind="objection")
    for own, held, at in objections.order_by("received_at").values_list("email", "enquiry__email", "received_at"):
        if address := held or own:
            lines[address] = (OBJECTED, at)
    suppressions = apps.get_model("enquiries", "Suppression").objects.using(database)
    suppressions.bulk_create(
        (
            suppressions.model(
                mark=marks.mark(address), made_with=marks.key_in_use(), reason=reason, since=timezone.localdate(at)
            )
            for address, (reason, at) in lines.items()
        ),
        batch_size=AT_A_TIME,
        ignore_conflicts=True,  # two spellings of one address
    )


class Migration(migrations.Migration):
    """Who agreed to hear from us, and who gets nothing. Only adds tables, and fills them from what was recorded."""

    dependencies = [
        ("enquiries", "0025_tallies_of_groups"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            "Suppression",
            [
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("mark", models.CharField(editable=False, max_length=64, unique=True)),
                (
                    "made_with",
                    models.CharField(
                        editable=False, help_text="What tells by which SECRET_KEY the hash was made.", max_length=8
                    ),
                ),
                (
                    "reason",
                    models.CharField(
                        choices=[(WITHDRAWN, "consent withdrawn"), (OBJECTED, "objected (UK GDPR, article 21)")],
                        max_length=10,
                    ),
                ),
                ("since", models.DateField()),
                (
                    "added_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={"ordering": ["-since", "-id"], "default_permissions": ("view", "add")},
        ),
        migrations.CreateModel(
            "Consent",
            [
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "given_at",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(), verbose_name="agreed"
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[(GIVEN, "given"), (WITHDRAWN, "withdrawn"), (OBJECTED, "ended by an objection")],
                        default=GIVEN,
                        max_length=10,
                    ),
                ),
                ("ended_at", models.DateTimeField(null=True, verbose_name="ended")),
                (
                    "enquiry",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="consents", to="enquiries.enquiry"
                    ),
                ),
                (
                    "wording",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="enquiries.wording"
                    ),
                ),
            ],
            options={
                "ordering": ["-given_at", "-id"],
                "default_permissions": ("view",),
                "permissions": [("export_consent", "Can export who agreed to hear from us")],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(state=GIVEN), fields=("enquiry",), name="one_consent_of_an_enquiry"
                    )
                ],
                "indexes": [models.Index(fields=["-given_at", "-id"], name="consent_newest")],
            },
        ),
        migrations.RunPython(take_over, migrations.RunPython.noop),
    ]

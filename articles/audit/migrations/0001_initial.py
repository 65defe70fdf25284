import django.db.models.functions.datetime
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Entry",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), verbose_name="when")),
                ("who", models.CharField(blank=True, help_text="The user name. Empty: the site itself, or unknown.", max_length=150)),
                ("action", models.CharField(choices=[("signed_in", "signed in"), ("sign_in_failed", "sign-in failed"), ("signed_out", "signed out"), ("session_ended", "session ended"), ("password_changed", "password changed"), ("factor_added", "second factor added"), ("factor_removed", "second factor removed"), ("account_added", "account added"), ("account_deleted", "account deleted"), ("role_changed", "role changed"), ("group_changed", "permissions of a group changed"), ("cv_downloaded", "CV downloaded"), ("exported", "data exported"), ("erased", "personal data erased")], max_length=20, verbose_name="what")),
                ("about", models.CharField(blank=True, max_length=300, verbose_name="of what or whom")),
                ("address", models.CharField(blank=True, help_text="An IPv6 visitor's is their network.", max_length=43, verbose_name="from")),
            ],
            options={
                "verbose_name": "line of the audit trail",
                "verbose_name_plural": "lines of the audit trail",
                "ordering": ["-id"],
                "default_permissions": ("view",),
                "indexes": [models.Index(fields=["at"], name="audit_at"), models.Index(fields=["who", "-id"], name="audit_who"), models.Index(fields=["action", "-id"], name="audit_action"), models.Index(fields=["about", "-id"], name="audit_about")],
            },
        ),
    ]

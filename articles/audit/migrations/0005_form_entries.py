from django.db import migrations, models


class Migration(migrations.Migration):
    """Taking in data is an action of its own. Changes no column."""

    dependencies = [("audit", "0004_levels_of_checks")]

    operations = [
        migrations.AlterField(
            "entry",
            "action",
            models.CharField(
                "what",
                choices=[
                    ("signed_in", "signed in"),
                    ("sign_in_failed", "sign-in failed"),
                    ("signed_out", "signed out"),
                    ("session_ended", "session ended"),
                    ("password_changed", "password changed"),
                    ("factor_added", "second factor added"),
                    ("factor_removed", "second factor removed"),
                    ("invited", "invited by e-mail"),
                    ("account_added", "account added"),
                    ("account_deleted", "account deleted"),
                    ("role_changed", "role changed"),
                    ("group_changed", "permissions of a group changed"),
                    ("cv_downloaded", "CV downloaded"),
                    ("exported", "data exported"),
                    ("imported", "data imported"),
                    ("erased", "personal data erased"),
                    ("check_set", "level of a check set"),
                ],
                max_length=20,
            ),
        ),
    ]

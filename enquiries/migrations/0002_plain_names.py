import django.db.models.functions.datetime
from django.db import migrations, models


def rename_permissions(apps, old, new):
    """By hand and not by Django after all migrations: by then our groups have been given the new ones already.

    What was made under the new name before a way back and forth gives way.
    """
    types = apps.get_model("contenttypes", "ContentType").objects.filter(app_label="enquiries")
    permissions = apps.get_model("auth", "Permission").objects
    if types.filter(model=old).exists():
        permissions.filter(content_type__in=types.filter(model=new)).delete()
        types.filter(model=new).delete()
    for permission in permissions.filter(content_type__in=types.filter(model=old)):
        permission.codename = permission.codename.replace(old, new)
        permission.save(update_fields=["codename"])
    types.filter(model=old).update(model=new)


def forwards(apps, schema_editor):
    rename_permissions(apps, "heldcv", "pendingcv")


def backwards(apps, schema_editor):
    rename_permissions(apps, "pendingcv", "heldcv")


class Migration(migrations.Migration):
    """Names that the code uses now. Table and column stay as they are, so the site that is running meanwhile is not
    disturbed."""

    dependencies = [
        ("enquiries", "0001_initial"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [
        migrations.SeparateDatabaseAndState(
            state_operations=[
                migrations.AlterField(
                    "heldcv",
                    "held_at",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(), db_index=True, db_column="held_at"
                    ),
                ),
                migrations.RenameField("heldcv", "held_at", "kept_at"),
                migrations.AlterModelTable("heldcv", "enquiries_heldcv"),
                migrations.RenameModel("HeldCV", "PendingCV"),
            ],
        ),
        migrations.RunPython(forwards, backwards),
        migrations.AlterModelOptions("pendingcv", {"verbose_name": "pending CV"}),
    ]

from django.db import migrations


def let_managers_erase(apps, schema_editor):
    """The groups of a site are made once and then left alone, so one that is there already must be told."""
    database = schema_editor.connection.alias
    group = apps.get_model("auth", "Group").objects.using(database).filter(name="Managers").first()
    permissions = apps.get_model("auth", "Permission").objects.using(database)
    may = permissions.filter(content_type__app_label="enquiries", codename="erase_enquiry").first()
    if group and may:
        group.permissions.add(may)


class Migration(migrations.Migration):
    dependencies = [
        ("enquiries", "0008_answered_requests"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [migrations.RunPython(let_managers_erase, migrations.RunPython.noop)]

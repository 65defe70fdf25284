from django.db import migrations

SAYING = "A line of the audit trail cannot be changed."
INSTALL = {
    "sqlite": (
        f"CREATE TRIGGER audit_written_once BEFORE UPDATE ON audit_entry BEGIN SELECT RAISE(ABORT, '{SAYING}'); END",
    ),
    "postgresql": (
        "CREATE FUNCTION audit_written_once() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN RAISE EXCEPTION '{SAYING}'; END $$",
        "CREATE TRIGGER audit_written_once BEFORE UPDATE ON audit_entry "
        "FOR EACH ROW EXECUTE FUNCTION audit_written_once()",
    ),
}
REMOVE = {
    "sqlite": ("DROP TRIGGER audit_written_once",),
    "postgresql": ("DROP TRIGGER audit_written_once ON audit_entry", "DROP FUNCTION audit_written_once()"),
}


def install(apps, schema_editor):
    for statement in INSTALL[schema_editor.connection.vendor]:
        schema_editor.execute(statement)


def remove(apps, schema_editor):
    for statement in REMOVE[schema_editor.connection.vendor]:
        schema_editor.execute(statement)


class Migration(migrations.Migration):
    """The database refuses to change a line, whoever asks. SQLite drops this with a table that a later migration remakes."""

    dependencies = [("audit", "0001_initial")]

    operations = [migrations.RunPython(install, remove)]

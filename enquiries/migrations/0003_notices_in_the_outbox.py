from django.core.management.color import no_style
from django.db import migrations, models
from django.db.models.deletion import CASCADE

# What the mail server said against one message; whatever else failed, the server was away.
REFUSED = ("SMTPDataError", "SMTPNotSupportedError", "SMTPRecipientsRefused", "SMTPSenderRefused", "ValidationError")
MESSAGE = (
    "id, kind, recipient, subject, text, html, message_id, is_held, due_at, sent_at, bounced_at, created_at"
)


def lock(apps, schema_editor):
    """Whoever stores an enquiry meanwhile waits, and is then told that it could not be stored: nothing is stored in a
    table that is about to go."""
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute("LOCK TABLE enquiries_notice, enquiries_attempt IN ACCESS EXCLUSIVE MODE")


def move_to_outbox(apps, schema_editor):
    """In two statements, however many there are. What waited for the mail server's sake is due now."""
    nothing = "CAST('{}' AS jsonb)" if schema_editor.connection.vendor == "postgresql" else "'{}'"
    refused = " AND ".join(f"error NOT LIKE '{kind}%%'" for kind in REFUSED)
    newest = "SELECT MAX(id) FROM enquiries_formerattempt WHERE notice_id = former.id"
    away = (
        "(sent_at IS NULL AND EXISTS (SELECT 1 FROM enquiries_formerattempt WHERE finished_at IS NOT NULL"
        f" AND error <> '' AND {refused} AND id = ({newest})))"
    )
    with schema_editor.connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO outbox_message ({MESSAGE}, channel, reply_to, payload, is_automatic, waits_for_server)"
            f" SELECT id, kind, recipient, subject, text, html, message_id, is_held,"
            f" CASE WHEN {away} THEN CURRENT_TIMESTAMP ELSE due_at END, sent_at, bounced_at, created_at,"
            f" 'mail', '', {nothing}, kind <> 'reply', {away} FROM enquiries_formernotice AS former",
            [],
        )
        cursor.execute(
            "INSERT INTO enquiries_notice (message_ptr_id, enquiry_id) SELECT id, enquiry_id FROM enquiries_formernotice"
        )
        cursor.execute(
            "INSERT INTO outbox_attempt (id, message_id, started_at, finished_at, error)"
            " SELECT id, notice_id, started_at, finished_at, error FROM enquiries_formerattempt"
        )
    number_on(apps, schema_editor, ("outbox", "message"), ("outbox", "attempt"))


def move_back(apps, schema_editor):
    with schema_editor.connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO enquiries_formernotice ({MESSAGE}, enquiry_id) SELECT {MESSAGE}, enquiry_id"
            " FROM outbox_message JOIN enquiries_notice ON message_ptr_id = id"
        )
        cursor.execute(
            "INSERT INTO enquiries_formerattempt (id, notice_id, started_at, finished_at, error)"
            " SELECT outbox_attempt.id, message_id, started_at, finished_at, error FROM outbox_attempt"
            " JOIN enquiries_notice ON message_ptr_id = message_id"
        )
        cursor.execute(
            "DELETE FROM outbox_attempt WHERE message_id IN (SELECT message_ptr_id FROM enquiries_notice)"
        )
        cursor.execute("CREATE TEMPORARY TABLE moved AS SELECT message_ptr_id AS id FROM enquiries_notice")
        cursor.execute("DELETE FROM enquiries_notice")
        cursor.execute("DELETE FROM outbox_message WHERE id IN (SELECT id FROM moved)")
        cursor.execute("DROP TABLE moved")
    number_on(apps, schema_editor, ("enquiries", "formernotice"), ("enquiries", "formerattempt"))


def number_on(apps, schema_editor, *names):
    """New rows are numbered after those that were copied; foreign keys are checked before tables change again."""
    tables = [apps.get_model(*name) for name in names]
    for statement in schema_editor.connection.ops.sequence_reset_sql(no_style(), tables):
        schema_editor.execute(statement)
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        schema_editor.execute("SET CONSTRAINTS ALL DEFERRED")


RENAMED = [migrations.RenameModel("Notice", "FormerNotice"), migrations.RenameModel("Attempt", "FormerAttempt")]


class Migration(migrations.Migration):
    """A notice is a message of the outbox that belongs to an enquiry. Every row moves, under the same number and
    Message-ID."""

    dependencies = [("enquiries", "0002_plain_names"), ("outbox", "0001_initial")]

    operations = [
        migrations.RunPython(lock, migrations.RunPython.noop),
        # Apart, so that Django does not take the content type and the permissions of notices along.
        migrations.SeparateDatabaseAndState(RENAMED, RENAMED),
        migrations.CreateModel(
            "Notice",
            fields=[
                (
                    "message_ptr",
                    models.OneToOneField(
                        "outbox.message",
                        CASCADE,
                        auto_created=True,
                        parent_link=True,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("enquiry", models.ForeignKey("enquiries.enquiry", CASCADE, related_name="notices")),
            ],
            bases=("outbox.message",),
        ),
        migrations.RunPython(move_to_outbox, move_back),
        migrations.DeleteModel("FormerAttempt"),
        migrations.DeleteModel("FormerNotice"),
    ]

"""Whether the last backup is young enough, in words that may be shown to anybody."""

from django.conf import settings

from agency.models import BACKUP_TOO_OLD, Backup

TOO_OLD = f"No backup was made for more than {BACKUP_TOO_OLD.total_seconds() / 3600:.0f} hours."


def reason() -> str:
    """Empty while all is well, and where backups are made in some other way."""
    return TOO_OLD if settings.BACKUP_STORAGE_URL and not Backup.objects.recent().exists() else ""

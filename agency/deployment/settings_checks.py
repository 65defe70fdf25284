"""What the settings alone show."""

from collections.abc import Iterator
from email.utils import parseaddr
from typing import Any
from urllib.parse import unquote, urlsplit

from django.conf import settings
from django.core import checks

from agency.deployment.advice import setting, warning

DIFFERENT_CHARACTERS = 12  # fewer in 50 are no accident
EXAMPLES = ("example", "change", "secret", "only-for-")
LOCAL = "localhost"
# SQLite's locks do not hold on these (https://sqlite.org/useovernet.html).
NETWORK = ("nfs", "nfs4", "cifs", "smb3", "smbfs", "fuse.sshfs", "fuse.glusterfs", "ceph", "9p")
NEW_KEY = "SECRET_KEY=…, with what \"python -c 'import secrets; print(secrets.token_urlsafe(60))'\" prints"


@checks.register(deploy=True)
def check(**_kwargs: Any) -> list[checks.CheckMessage]:
    """All of them, in the order of their numbers."""
    return [*_proxies(), *_sender(), *_backups(), *_secrets(), *_hosts(), *_network_folder(), *_mail_that_comes_in()]


def _proxies() -> Iterator[checks.CheckMessage]:
    if settings.HTTPS and not settings.TRUSTED_PROXIES:
        yield warning(
            1,
            "TRUSTED_PROXIES is 0: behind a web server all visitors look like one, so that limits stop all of them or nobody.",
            setting("TRUSTED_PROXIES", "TRUSTED_PROXIES=1, or how many of your own stand in front"),
            "the-web-server-in-front",
        )


def _sender() -> Iterator[checks.CheckMessage]:
    if parseaddr(settings.DEFAULT_FROM_EMAIL)[1].endswith(f"@{LOCAL}"):
        yield warning(
            2,
            "DEFAULT_FROM_EMAIL is not set: mail leaves as website@localhost, which servers refuse.",
            setting("DEFAULT_FROM_EMAIL", f"DEFAULT_FROM_EMAIL=Your name <website@{settings.SITE.hostname}>"),
            "environment-variables",
        )
    if "file_path" in settings.MAILERS["default"].get("OPTIONS", {}):
        yield warning(
            3,
            "EMAIL_URL is a folder: no mail leaves.",
            setting("EMAIL_URL", "EMAIL_URL=smtp://user:password@mail.example.org:587"),
            "environment-variables",
        )


def _backups() -> Iterator[checks.CheckMessage]:
    if not settings.BACKUP_STORAGE_URL:
        yield warning(
            4,
            "No backups are made: BACKUP_STORAGE_URL is not set.",
            setting("BACKUP_STORAGE_URL", "BACKUP_STORAGE_URL=file:///var/backups/website, or a bucket")
            + " "
            + setting("BACKUP_RECIPIENTS", "BACKUP_RECIPIENTS=age1…"),
            "backups",
        )


def _secrets() -> Iterator[checks.CheckMessage]:
    key = settings.SECRET_KEY
    if len(set(key)) < DIFFERENT_CHARACTERS or key.lower().startswith(EXAMPLES):
        yield warning(5, "SECRET_KEY can be guessed.", setting("SECRET_KEY", NEW_KEY), "another-key")
    if shared := [name for name, value in _other_secrets().items() if value and value == key]:
        yield warning(
            6, f"SECRET_KEY is also the secret of {shared[0]}.", setting("SECRET_KEY", NEW_KEY), "another-key"
        )
    if key in settings.SECRET_KEY_FALLBACKS:
        yield warning(
            7,
            "SECRET_KEY is among SECRET_KEY_FALLBACKS: it was not changed.",
            setting("SECRET_KEY", NEW_KEY),
            "another-key",
        )


def _other_secrets() -> dict[str, str]:
    return {
        "WEBHOOK_SECRET": settings.WEBHOOK_SECRET.rpartition(":")[2],
        "INBOUND_IMAP_URL": unquote((settings.INBOUND_IMAP_URL and settings.INBOUND_IMAP_URL.password) or ""),
        "INDEXNOW_KEY": settings.INDEXNOW_KEY,
        "EMAIL_URL": settings.MAILERS["default"].get("OPTIONS", {}).get("password", ""),
        "DATABASE_URL": settings.DATABASES["default"].get("PASSWORD", ""),
        "MEDIA_STORAGE_URL": settings.STORAGES["default"]["OPTIONS"].get("secret_key", ""),
        "BACKUP_STORAGE_URL": unquote(urlsplit(settings.BACKUP_STORAGE_URL).password or ""),
    }


def _hosts() -> Iterator[checks.CheckMessage]:
    if settings.SITE.hostname not in settings.ALLOWED_HOSTS:
        host = str(settings.SITE.hostname)
        yield warning(
            8,
            f"ALLOWED_HOSTS leaves out {host}: the site refuses its own address.",
            setting("ALLOWED_HOSTS", f"ALLOWED_HOSTS={','.join([host, *settings.ALLOWED_HOSTS])}"),
            "environment-variables",
        )


def _network_folder() -> Iterator[checks.CheckMessage]:
    if settings.DATABASES["default"]["ENGINE"].endswith("sqlite3") and file_system_of(settings.DATA_DIR) in NETWORK:
        yield warning(
            9,
            "SQLite is in a folder of the network: with two machines it is damaged sooner or later.",
            setting("DATABASE_URL", "DATABASE_URL=postgresql://user:password@host:5432/name"),
            "environment-variables",
        )


def _mail_that_comes_in() -> Iterator[checks.CheckMessage]:
    if settings.INBOUND_EMAIL and not (settings.INBOUND_IMAP_URL or settings.MAIL_PROVIDER):
        yield warning(
            14,
            "Enquirers answer to INBOUND_EMAIL, and nothing brings their answers here.",
            setting("INBOUND_IMAP_URL", "INBOUND_IMAP_URL=imaps://user:password@imap.example.org/INBOX")
            + " Or set MAIL_PROVIDER.",
            "mail-that-comes-in",
        )
    if settings.INBOUND_IMAP_URL and not settings.INBOUND_EMAIL:
        yield warning(
            15,
            "A mailbox is read for answers, and no mail asks for answers to go there: INBOUND_EMAIL is not set.",
            setting("INBOUND_EMAIL", "INBOUND_EMAIL=enquiries@reply.example.org"),
            "mail-that-comes-in",
        )


def file_system_of(folder: Any) -> str:
    """Its kind, as Linux says; empty elsewhere."""
    try:
        with open("/proc/mounts") as file:  # noqa: PTH123 - no file of ours
            mounts = [line.split()[1:3] for line in file]
    except OSError:
        return ""
    above = [(len(place), kind) for place, kind in mounts if folder.is_relative_to(place)]
    return max(above, default=(0, ""))[1]

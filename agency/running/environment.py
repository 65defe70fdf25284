"""Readers for the settings that come from the environment; each refuses what it does not understand."""

import re
from email.utils import getaddresses
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from urllib.parse import SplitResult, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured, ValidationError
from pyrage import RecipientError, x25519

from articles.lib.http_client import is_loopback
from articles.lib.mail_addresses import on_the_wire

MIN_SECRET_LENGTH = 50
MIN_SHARED_SECRET_LENGTH = 32
HSTS = ("host", "subdomains", "preload")
# Of an address at which mail comes in, before what each mail adds to it (enquiries/reply_addresses.py).
LONGEST_NAME_OF_INBOX = 30
INDEXNOW_KEY = re.compile(r"[A-Za-z0-9-]{8,128}")
S3_URL = re.compile(
    r"s3://(?P<key>[^:@/?#]+):(?P<secret>[^:@/?#]+)@(?P<host>[\w.-]+)(?P<port>:\d+)?"
    r"/(?P<bucket>[a-z0-9][a-z0-9.-]+[a-z0-9])(?:\?region=(?P<region>[a-z0-9-]+))?",
    re.ASCII,
)
MAIL_BACKENDS = {
    "smtp": "articles.outbox.smtp.EmailBackend",
    "smtps": "articles.outbox.smtp.EmailBackend",
    "file": "django.core.mail.backends.filebased.EmailBackend",
}


def boolean(name: str, value: str) -> bool:
    """`on`, `true`, `yes`, `1` and their opposites; raises on anything else."""
    match value.strip().lower():
        case "on" | "true" | "yes" | "1":
            return True
        case "off" | "false" | "no" | "0":
            return False
    raise ImproperlyConfigured(f"{name} must be on or off, not {value!r}.")


def secret_key(value: str, name: str = "SECRET_KEY") -> str:
    """The key as given; raises when it is missing, short or a known placeholder."""
    if len(value) < MIN_SECRET_LENGTH or value.startswith("django-insecure"):
        raise ImproperlyConfigured(f"{name} must have at least {MIN_SECRET_LENGTH} random characters.")
    return value


def secret_or_none(name: str, value: str) -> str:
    """The secret as given, or none; raises when it is short."""
    if value and len(value) < MIN_SHARED_SECRET_LENGTH:
        raise ImproperlyConfigured(
            f"{name} must have at least {MIN_SHARED_SECRET_LENGTH} random characters, or be empty."
        )
    return value


def sentry_dsn(value: str) -> str:
    """The address as given, or none; raises without what is needed to tell faults."""
    if value and find_spec("sentry_sdk") is None:
        raise ImproperlyConfigured("SENTRY_DSN needs the packages of “uv sync --extra sentry”.")
    return value


def earlier_keys(value: list[str]) -> list[str]:
    """The keys that were in use before; raises on one that could be guessed."""
    return [secret_key(key.strip(), "Each key in SECRET_KEY_FALLBACKS") for key in value if key.strip()]


def hsts(value: str) -> tuple[bool, bool]:
    """Whether HTTPS is promised for all subdomains too, and for the lists that browsers come with (RFC 6797, hstspreload.org).

    Raises on anything but `host`, `subdomains` and `preload`.
    """
    if value not in HSTS:
        raise ImproperlyConfigured(f"HSTS must be {', '.join(HSTS)}, not {value!r}; see docs/operations.md.")
    return value != "host", value == "preload"


def site_url(value: str) -> SplitResult:
    """The site's own address, split; raises unless it is https, or http on this machine."""
    url = urlsplit(value.rstrip("/"))
    if not url.hostname or url.path:
        raise ImproperlyConfigured(
            "SITE_URL must be the site's address without a path, such as https://www.example.org."
        )
    if url.scheme != "https" and not (url.scheme == "http" and is_loopback(url.hostname)):
        raise ImproperlyConfigured("SITE_URL must begin with https://; http:// is only for this machine's own address.")
    return url


def allowed_hosts(value: list[str], site: SplitResult) -> list[str]:
    """The named hosts, or the site's own; raises on wildcards."""
    if any("*" in host or host.startswith(".") for host in value):
        raise ImproperlyConfigured("ALLOWED_HOSTS must name each host; * would let anybody choose the links we send.")
    return value or [site.hostname or ""]


def indexnow_key(value: str) -> str:
    """The key as given, or empty; raises when the IndexNow protocol knows no such key."""
    if value and not INDEXNOW_KEY.fullmatch(value):
        raise ImproperlyConfigured("INDEXNOW_KEY must be 8 to 128 letters, digits and hyphens, or empty.")
    return value


def media_storage(value: str, name: str = "MEDIA_STORAGE_URL") -> dict[str, Any]:
    """A Django `STORAGES` entry from `s3://KEY:SECRET@host/bucket?region=…`; the folder of `MEDIA_ROOT` from nothing."""
    if not value:
        return {"BACKEND": "articles.pictures.folder.Folder", "OPTIONS": {"allow_overwrite": True}}
    url = S3_URL.fullmatch(value)
    if url is None:  # not said back, for it may hold the secret
        raise ImproperlyConfigured(
            f"{name} must read s3://KEY:SECRET@host/bucket?region=…, with / in the secret written as %2F, or be empty."
        )
    if find_spec("storages") is None or find_spec("boto3") is None:
        raise ImproperlyConfigured(f"{name} asks for S3, which needs the packages of “uv sync --extra s3”.")
    scheme = "http" if is_loopback(url["host"]) else "https"
    return {
        "BACKEND": "articles.pictures.bucket.Bucket",
        "OPTIONS": {
            "endpoint_url": f"{scheme}://{url['host']}{url['port'] or ''}",
            "region_name": url["region"] or "us-east-1",
            "bucket_name": url["bucket"],
            "access_key": unquote(url["key"]),
            "secret_key": unquote(url["secret"]),
            "max_memory_size": 2**23,  # of a file that is read; the rest of it waits on the disk
        },
    }


def virus_scanner(value: str) -> str | tuple[str, int] | None:
    """The path of `unix:/path`, host and port of `tcp://host:port`, or nothing."""
    url = urlsplit(value)
    if not value:
        return None
    if url.scheme == "unix" and not url.netloc and url.path.startswith("/"):
        return url.path
    try:
        host, port = url.hostname, url.port
    except ValueError:  # a port that is no number
        host = port = None
    if url.scheme == "tcp" and host and port and not url.path:
        return host, port
    raise ImproperlyConfigured("VIRUS_SCANNER_URL must read unix:/path/of/clamd.ctl or tcp://host:3310, or be empty.")


def listening_address(name: str, value: str) -> tuple[str, int] | None:
    """`host:port` of this machine on which something is heard; None for `off`."""
    if value == "off":
        return None
    host, _, port = value.rpartition(":")
    if not host or not port.isdecimal() or not 0 < int(port) < 2**16:
        raise ImproperlyConfigured(f"{name} must be an address of this machine with a port, 127.0.0.1:8514, or off.")
    return host.strip("[]"), int(port)


def backup_storage(value: str, media: str, media_root: Path) -> dict[str, Any]:
    """A Django `STORAGES` entry from `file:///folder` or an address as of `media_storage`.

    Raises when backups would lie among the pictures, and each hold the one before.
    """
    folder = Path(unquote(urlsplit(value).path))
    if value.partition("?")[0] == media.partition("?")[0] or folder.is_relative_to(media_root):
        raise ImproperlyConfigured("BACKUP_STORAGE_URL must not be where the pictures are.")
    if value.startswith("s3://"):
        return media_storage(value, "BACKUP_STORAGE_URL")
    if not value.startswith("file:///"):  # not said back, for it may hold the secret
        raise ImproperlyConfigured(
            "BACKUP_STORAGE_URL must read file:///folder or s3://KEY:SECRET@host/bucket?region=…, or be empty."
        )
    private = {"file_permissions_mode": 0o600, "directory_permissions_mode": 0o700, "allow_overwrite": True}
    return {"BACKEND": "articles.pictures.folder.Folder", "OPTIONS": private | {"location": str(folder)}}


def backup_recipients(value: list[str]) -> list[str]:
    """The public keys as given; raises on what is none, and says which, for they are no secret."""
    for key in value:
        try:
            x25519.Recipient.from_str(key)
        except RecipientError as error:
            raise ImproperlyConfigured(
                f"BACKUP_RECIPIENTS must hold public keys of age, such as age1…, not {key!r}."
            ) from error
    return value


def backup_keep(value: str) -> tuple[int, int, int]:
    """How many daily, weekly and monthly backups are kept; raises on anything but three numbers."""
    numbers = [int(number) for number in value.split(",") if number.strip().isdecimal()]
    if len(numbers) != 3 or value.count(",") != 2:
        raise ImproperlyConfigured("BACKUP_KEEP must be three numbers, of days, weeks and months, such as 7,4,6.")
    return numbers[0], numbers[1], numbers[2]


def mailbox(name: str, value: str) -> str:
    """The address as given; raises when it is not exactly one that mail can be sent to."""
    try:
        on_the_wire(value)
    except ValidationError as error:
        raise ImproperlyConfigured(f"{name} must be one mailbox, such as team@example.org.") from error
    return value


def sender(value: str) -> str:
    """The sender with or without a name, as given; raises unless it is exactly one."""
    mailboxes = getaddresses([value])
    if len(mailboxes) != 1:
        raise ImproperlyConfigured(
            "DEFAULT_FROM_EMAIL must read Name <address>, with quotation marks round a name that has commas in it."
        )
    mailbox("The address in DEFAULT_FROM_EMAIL", mailboxes[0][1])
    return value


def mailer(value: str) -> dict[str, Any]:
    """A Django `MAILERS` entry from `smtp://user:password@host:port`, `smtps://…` or `file:///folder`."""
    url = urlsplit(value)
    if url.scheme not in MAIL_BACKENDS or (url.scheme == "file" and not value.startswith("file:///")):
        raise ImproperlyConfigured("EMAIL_URL must begin with smtp://, smtps:// or file:///.")
    if url.scheme == "file":
        return {"BACKEND": MAIL_BACKENDS["file"], "OPTIONS": {"file_path": str(Path(unquote(url.path)))}}
    return {
        "BACKEND": MAIL_BACKENDS[url.scheme],
        "OPTIONS": {
            "host": url.hostname or "localhost",
            "port": url.port or (465 if url.scheme == "smtps" else 587),
            "username": unquote(url.username or ""),
            "password": unquote(url.password or ""),
            "use_ssl": url.scheme == "smtps",
            "use_tls": url.scheme == "smtp" and not is_loopback(url.hostname),
            "timeout": 20,
        },
    }


def inbound_address(value: str) -> str:
    """The address to which enquirers answer, with `{token}` where the sign of the enquiry stands; empty for nothing.

    An address without `{token}` gets it behind a plus sign (RFC 5233).
    """
    if not value:
        return ""
    user, _at, domain = value.rpartition("@")
    pattern = value if "{token}" in user else f"{user}+{{token}}@{domain}"
    if value.count("{token}") > 1 or len(user) > LONGEST_NAME_OF_INBOX:
        raise ImproperlyConfigured(
            f"INBOUND_EMAIL may hold {{token}} once, and up to {LONGEST_NAME_OF_INBOX} characters before the @."
        )
    mailbox("INBOUND_EMAIL", pattern.replace("{token}", "token"))
    return pattern


def imap_mailbox(value: str) -> SplitResult | None:
    """The address of a folder of a mailbox, split; None for nothing. A password goes over an encrypted line only."""
    if not value:
        return None
    url = urlsplit(value)
    is_encrypted = url.scheme == "imaps" or (url.scheme == "imap" and is_loopback(url.hostname or ""))
    try:
        port_is_fine = url.port is None or url.port > 0
    except ValueError:
        port_is_fine = False
    if not (is_encrypted and port_is_fine and url.hostname and url.username and url.password):
        # Not said back, for it holds the password.
        raise ImproperlyConfigured(
            "INBOUND_IMAP_URL must read imaps://user:password@host/INBOX, with @, / and : in either written as %40, %2F and "
            "%3A, or be empty."
        )
    return url


def mail_provider(value: str, secret: str) -> str:
    """The name of the provider whose webhooks are heard, as django-anymail writes it in addresses, or nothing."""
    if not value:
        return ""
    if find_spec("anymail") is None:
        raise ImproperlyConfigured("MAIL_PROVIDER needs the packages of “uv sync --extra mail”.")
    if not re.fullmatch("[a-z_]+", value) or value == "base" or find_spec(f"anymail.webhooks.{value}") is None:
        raise ImproperlyConfigured(
            "MAIL_PROVIDER must be a provider of django-anymail, such as postmark or amazon_ses."
        )
    if not secret:
        raise ImproperlyConfigured("MAIL_PROVIDER needs WEBHOOK_SECRET: otherwise anybody could send us mail.")
    return value


def webhook_secret(value: str) -> str:
    """`name:secret`, with which the provider signs in to our webhooks (HTTP Basic), or nothing."""
    name, _colon, secret = secret_or_none("WEBHOOK_SECRET", value).partition(":")
    if value and not (name and len(secret) >= MIN_SHARED_SECRET_LENGTH):
        raise ImproperlyConfigured(
            f"WEBHOOK_SECRET must read name:secret, the secret with at least {MIN_SHARED_SECRET_LENGTH} random characters."
        )
    return value

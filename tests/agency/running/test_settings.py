"""What the settings refuse: the site does not start half-configured."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from agency.running import environment

ROOT = Path(__file__).parents[3]
PRODUCTION = {
    "SITE_URL": "https://www.agency.example",
    "SECRET_KEY": "k7" * 30,
    "EMAIL_URL": "smtp://mail.agency.example",
    "ENQUIRIES_EMAIL": "team@agency.example",
}


def check(folder: Path, **changes: str) -> subprocess.CompletedProcess[str]:
    """`manage.py check` with the environment of production, changed."""
    surroundings = {"PATH": os.environ["PATH"], "ENV_FILE": os.devnull, "DATA_DIR": str(folder)}
    command = [sys.executable, "manage.py", "check"]
    return subprocess.run(command, cwd=ROOT, env=surroundings | PRODUCTION | changes, capture_output=True, text=True)


def test_a_complete_environment_is_accepted(tmp_path: Path) -> None:
    assert check(tmp_path).returncode == 0


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"SECRET_KEY": ""}, "SECRET_KEY must have at least 50 random characters."),
        ({"SITE_URL": "http://www.agency.example"}, "SITE_URL must begin with https://"),
        ({"SECOND_FACTOR": "off"}, "SECOND_FACTOR may be off only where SITE_URL is this machine."),
        ({"DEBUG": "on"}, "it may be on only where SITE_URL is this machine"),
        ({"EMAIL_URL": ""}, "EMAIL_URL must begin with smtp://"),
        ({"ENQUIRIES_EMAIL": ""}, "ENQUIRIES_EMAIL must be one mailbox"),
        ({"DEFAULT_FROM_EMAIL": "Adria, Ltd <a@adria.example>"}, "DEFAULT_FROM_EMAIL must read Name <address>"),
        ({"SECRET_KEY_FALLBACKS": "k7" * 30 + ",old"}, "Each key in SECRET_KEY_FALLBACKS must have at least 50"),
        ({"BACKUP_STORAGE_URL": "file:///b"}, "BACKUP_STORAGE_URL and BACKUP_RECIPIENTS need each other"),
        ({"HSTS": "on"}, "HSTS must be host, subdomains, preload, not 'on'"),
        ({"MEDIA_STORAGE_URL": "/var/pictures"}, "MEDIA_STORAGE_URL must read s3://KEY:SECRET@host/bucket"),
    ],
)
def test_production_does_not_start_without(tmp_path: Path, changes: dict[str, str], sentence: str) -> None:
    result = check(tmp_path, **changes)
    assert result.returncode != 0
    assert sentence in result.stderr


@pytest.mark.parametrize(
    ("value", "promised"), [("host", (False, False)), ("subdomains", (True, False)), ("preload", (True, True))]
)
def test_https_is_promised_for_no_more_than_was_asked(value: str, promised: tuple[bool, bool]) -> None:
    assert environment.hsts(value) == promised


@pytest.mark.parametrize("value", ["", "team", "Team <team@agency.example>", "a@agency.example, b@agency.example"])
def test_what_is_not_one_mailbox_is_refused(value: str) -> None:
    with pytest.raises(
        ImproperlyConfigured, match=r"^ENQUIRIES_EMAIL must be one mailbox, such as team@example\.org\.$"
    ):
        environment.mailbox("ENQUIRIES_EMAIL", value)


@pytest.mark.parametrize("value", ["", "Adria", "Adria <adria>", "Adria, Ltd <a@adria.example>", "<a@☃.example>"])
def test_a_sender_that_is_not_exactly_one_is_refused(value: str) -> None:
    with pytest.raises(ImproperlyConfigured, match="DEFAULT_FROM_EMAIL must "):
        environment.sender(value)


@pytest.mark.parametrize(
    "value", ["website@localhost", '"Adria, Ltd" <a@adria.example>', "Łukasz & Søn (Straße) <a@straße.example>"]
)
def test_a_sender_with_or_without_a_name_is_taken_as_it_is(value: str) -> None:
    assert environment.sender(value) == value


@pytest.mark.parametrize("value", ["", "short", "k" * 49, "django-insecure-" + "k" * 60])
def test_a_weak_secret_key_is_refused(value: str) -> None:
    with pytest.raises(ImproperlyConfigured, match="at least 50 random characters"):
        environment.secret_key(value)


def test_a_long_secret_key_is_taken_as_it_is() -> None:
    assert environment.secret_key("k" * 50) == "k" * 50


@pytest.mark.parametrize(
    "value", ["", "www.agency.example", "http://www.agency.example", "ftp://localhost", "https://agency.example/path"]
)
def test_a_wrong_site_address_is_refused(value: str) -> None:
    with pytest.raises(ImproperlyConfigured, match="SITE_URL must"):
        environment.site_url(value)


@pytest.mark.parametrize(
    "value", ["https://www.agency.example", "http://localhost:8000", "http://127.0.0.1", "http://[::1]:8000"]
)
def test_https_and_this_machine_are_accepted_as_site_address(value: str) -> None:
    assert environment.site_url(value + "/").geturl() == value


@pytest.mark.parametrize(("value", "result"), [("on", True), (" Yes ", True), ("0", False), ("FALSE", False)])
def test_a_boolean_has_several_spellings(value: str, result: bool) -> None:
    assert environment.boolean("DEBUG", value) is result


@pytest.mark.parametrize("value", ["", "2", "enabled", "tru"])
def test_an_unknown_boolean_is_refused(value: str) -> None:
    with pytest.raises(ImproperlyConfigured, match="DEBUG must be on or off"):
        environment.boolean("DEBUG", value)


@pytest.mark.parametrize("value", [["*"], ["www.agency.example", "*.agency.example"]])
def test_wildcard_hosts_are_refused(value: list[str]) -> None:
    with pytest.raises(ImproperlyConfigured, match="must name each host"):
        environment.allowed_hosts(value, environment.site_url("https://www.agency.example"))


def test_a_host_that_begins_with_a_dot_is_a_wildcard_too() -> None:
    with pytest.raises(ImproperlyConfigured, match="must name each host"):
        environment.allowed_hosts([".agency.example"], environment.site_url("https://www.agency.example"))


def test_the_sites_own_host_is_allowed_unless_others_are_named() -> None:
    site = environment.site_url("https://www.agency.example:8443")
    assert environment.allowed_hosts([], site) == ["www.agency.example"]
    assert environment.allowed_hosts(["agency.example"], site) == ["agency.example"]


@pytest.mark.parametrize(
    "value", ["", "mail.agency.example", "console://", "file://folder", "http://mail.agency.example"]
)
def test_a_wrong_mail_address_is_refused(value: str) -> None:
    with pytest.raises(ImproperlyConfigured, match="EMAIL_URL must begin with"):
        environment.mailer(value)


def test_mail_goes_encrypted_by_starttls() -> None:
    options = environment.mailer("smtp://us%40er:p%2Fw@mail.agency.example")["OPTIONS"]
    assert options["host"] == "mail.agency.example"
    assert (options["port"], options["use_tls"], options["use_ssl"]) == (587, True, False)
    assert (options["username"], options["password"]) == ("us@er", "p/w")


def test_mail_goes_encrypted_from_the_start_by_smtps() -> None:
    options = environment.mailer("smtps://mail.agency.example")["OPTIONS"]
    assert (options["port"], options["use_tls"], options["use_ssl"]) == (465, False, True)


def test_mail_to_this_machine_needs_no_encryption() -> None:
    assert environment.mailer("smtp://localhost:1025")["OPTIONS"]["use_tls"] is False


def test_mail_can_go_to_a_folder(tmp_path: Path) -> None:
    folder = tmp_path / "a folder with #1"
    assert environment.mailer(folder.as_uri())["OPTIONS"] == {"file_path": str(folder)}


def test_pictures_lie_in_a_folder_unless_a_bucket_is_named() -> None:
    assert environment.media_storage("")["BACKEND"] == "articles.pictures.folder.Folder"


def test_pictures_can_lie_in_a_bucket() -> None:
    url = "s3://KEY:se%2Fcr%40et@s3.eu-west-2.amazonaws.com/our.pictures?region=eu-west-2"  # pragma: allowlist secret - made up
    assert environment.media_storage(url) == {
        "BACKEND": "articles.pictures.bucket.Bucket",
        "OPTIONS": {
            "endpoint_url": "https://s3.eu-west-2.amazonaws.com",
            "region_name": "eu-west-2",
            "bucket_name": "our.pictures",
            "access_key": "KEY",
            "secret_key": "se/cr@et",
            "max_memory_size": 2**23,
        },
    }


def test_a_bucket_on_this_machine_needs_no_encryption() -> None:
    options = environment.media_storage("s3://KEY:SECRET@localhost:9000/pictures")["OPTIONS"]
    assert (options["endpoint_url"], options["region_name"]) == ("http://localhost:9000", "us-east-1")


@pytest.mark.parametrize(
    "value",
    [
        "/var/pictures", "s3://", "https://KEY:S3CRET@host/pictures", "s3://host/pictures", "s3://KEY@host/pictures",
        "s3://KEY:S3/CRET@host/pictures", "s3://KEY:S3CRET@host", "s3://KEY:S3CRET@host/", "s3://KEY:S3CRET@host/A",
        "s3://KEY:S3CRET@host/pictures/old", "s3://KEY:S3CRET@host/pictures?acl=public-read",
        "s3://KEY:S3CRET@host/pictures?region=", "s3://KEY:S3CRET@host:port/pictures",
    ],
)  # fmt: skip
def test_another_kind_of_picture_storage_is_refused_and_its_secret_is_not_said(value: str) -> None:
    with pytest.raises(ImproperlyConfigured, match="MEDIA_STORAGE_URL must read s3://") as refusal:
        environment.media_storage(value)
    assert "CRET@host/p" not in str(refusal.value).replace("KEY:SECRET@host/bucket", "")


@pytest.mark.parametrize("missing", ["storages", "boto3"])
def test_a_bucket_needs_its_packages(monkeypatch: pytest.MonkeyPatch, missing: str) -> None:
    monkeypatch.setattr(environment, "find_spec", lambda name: None if name == missing else name)
    with pytest.raises(ImproperlyConfigured, match="needs the packages of “uv sync --extra s3”"):
        environment.media_storage("s3://KEY:SECRET@host/pictures")


@pytest.mark.parametrize(
    ("changes", "shown", "expected"),
    [
        ({"DATA_DIR": "data #1"}, "DATABASES['default']['NAME']", "{folder}/data #1/site.sqlite3"),
        ({"DATA_DIR": "data #1"}, "MAILERS['default']['OPTIONS']['file_path']", "{folder}/data #1/mail"),
        (
            {"DATABASE_URL": "postgresql://db/site?sslmode=require"},
            "DATABASES['default']['OPTIONS']['sslmode']",
            "require",
        ),
    ],
)
def test_what_the_environment_says_is_kept_whole(
    tmp_path: Path, changes: dict[str, str], shown: str, expected: str
) -> None:
    program = f"from agency import settings; print(settings.{shown})"
    environ = {"ENV_FILE": os.devnull, "DATA_DIR": "data", "PYTHONPATH": str(ROOT), "SECRET_KEY": "k7" * 30}
    command = [sys.executable, "-c", program]
    environ |= {"SITE_URL": "http://localhost"} | changes
    result = subprocess.run(command, cwd=tmp_path, env=environ, capture_output=True, text=True)
    assert result.stdout.strip() == expected.format(folder=tmp_path)


def test_backups_go_to_a_folder_that_nobody_else_reads(tmp_path: Path) -> None:
    assert environment.backup_storage("file:///var/back%20ups", "", tmp_path) == {
        "BACKEND": "articles.pictures.folder.Folder",
        "OPTIONS": {
            "location": "/var/back ups",
            "file_permissions_mode": 0o600,
            "directory_permissions_mode": 0o700,
            "allow_overwrite": True,
        },
    }


@pytest.mark.parametrize(
    ("value", "sentence"),
    [
        ("/var/backups", "must read file:///folder or s3://"),
        ("file://var/backups", "must read file:///folder or s3://"),
        ("s3://bucket", "BACKUP_STORAGE_URL must read s3://KEY:SECRET@host/bucket"),
        ("file:///site/media/backups", "must not be where the pictures are"),
        ("s3://K:S@s3.example/pictures?region=x", "must not be where the pictures are"),
    ],
)
def test_a_wrong_place_for_backups_is_refused(value: str, sentence: str) -> None:
    with pytest.raises(ImproperlyConfigured, match=sentence):
        environment.backup_storage(value, "s3://K:S@s3.example/pictures", Path("/site/media"))


@pytest.mark.parametrize("value", ["age1nonsense", "AGE-SECRET-KEY-1", ""])
def test_what_is_no_public_key_is_refused(value: str) -> None:
    with pytest.raises(ImproperlyConfigured, match="BACKUP_RECIPIENTS must hold public keys of age"):
        environment.backup_recipients([value])


@pytest.mark.parametrize("value", ["", "7", "7,4", "7,4,x", "7,4,6,1", "7,-4,6"])
def test_what_is_kept_is_three_numbers(value: str) -> None:
    assert environment.backup_keep("7, 4,0") == (7, 4, 0)
    with pytest.raises(ImproperlyConfigured, match="BACKUP_KEEP must be three numbers"):
        environment.backup_keep(value)


@pytest.mark.parametrize(
    ("value", "pattern"),
    [
        ("", ""),
        ("inbox@reply.example.org", "inbox+{token}@reply.example.org"),
        ("{token}@reply.example.org", "{token}@reply.example.org"),
        ("a-{token}@example.org", "a-{token}@example.org"),
    ],
)
def test_where_answers_go_gets_a_place_for_the_token(value: str, pattern: str) -> None:
    assert environment.inbound_address(value) == pattern


@pytest.mark.parametrize(
    "value", ["inbox", "a@b@c", "{token}{token}@example.org", "x" * 31 + "@example.org", "Name <inbox@example.org>"]
)
def test_what_is_no_address_for_answers_is_refused(value: str) -> None:
    with pytest.raises(ImproperlyConfigured, match="INBOUND_EMAIL"):
        environment.inbound_address(value)


@pytest.mark.parametrize(
    "value",
    ["imap://u:p@imap.example.org/INBOX", "imaps://imap.example.org", "imaps://u@imap.example.org", "imaps://u:p@h:x/"],
)
def test_a_mailbox_without_encryption_or_password_is_refused_without_saying_it_back(value: str) -> None:
    with pytest.raises(ImproperlyConfigured, match="INBOUND_IMAP_URL must read imaps://") as refused:
        environment.imap_mailbox(value)
    assert value not in str(refused.value)


def test_a_mailbox_is_read_from_its_address() -> None:
    url = environment.imap_mailbox("imaps://u%40a:p%2Fw@imap.example.org:994/INBOX")

    assert url
    assert (url.scheme, url.hostname, url.port, url.path) == ("imaps", "imap.example.org", 994, "/INBOX")
    assert environment.imap_mailbox("") is None
    assert environment.imap_mailbox("imap://u:p@127.0.0.1/INBOX")


@pytest.mark.parametrize("value", ["x" * 40, ":" + "x" * 40, "name:short", "name:"])
def test_a_secret_for_webhooks_has_a_name_and_is_long(value: str) -> None:
    with pytest.raises(ImproperlyConfigured, match="WEBHOOK_SECRET"):
        environment.webhook_secret(value)


@pytest.mark.parametrize("value", ["base", "nobody", "../x", "Postmark"])
def test_a_provider_that_nobody_knows_is_refused(value: str) -> None:
    with pytest.raises(ImproperlyConfigured, match="MAIL_PROVIDER must be a provider of django-anymail"):
        environment.mail_provider(value, "name:" + "x" * 40)


def test_a_provider_needs_a_secret() -> None:
    assert environment.mail_provider("amazon_ses", "name:" + "x" * 40) == "amazon_ses"
    with pytest.raises(ImproperlyConfigured, match="MAIL_PROVIDER needs WEBHOOK_SECRET"):
        environment.mail_provider("postmark", "")

"""What a run on this machine needs before it can serve: settings, database, content, static files and a login."""

import hashlib
import os
import secrets
import sys
from pathlib import Path

import django
from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.staticfiles import finders
from django.core.exceptions import ImproperlyConfigured
from django.core.management import call_command
from django.db import connections, transaction

BASE_DIR = Path(__file__).resolve().parents[2]
EDITOR = "editor"


def configure(site_url: str, *, hosts: str, debug: bool) -> None:
    """Sets the environment of this run, writes `.env` where there is none, and loads Django."""
    os.chdir(BASE_DIR)
    os.environ |= {
        "DJANGO_SETTINGS_MODULE": "agency.settings",
        "SITE_URL": site_url,
        "ALLOWED_HOSTS": hosts,
        "DEBUG": "on" if debug else "off",
    }
    os.environ.setdefault("SECOND_FACTOR", "off")  # so that the printed password opens the admin straight away
    file = Path(os.environ.get("ENV_FILE", BASE_DIR / ".env"))
    if not file.exists():
        write_private(file, f"SITE_URL={site_url}\nSECRET_KEY={secrets.token_urlsafe(60)}\n")
    try:
        django.setup()
    except ImproperlyConfigured as error:
        sys.exit(f"The settings in {file} or the environment are incomplete: {error}")


def prepare(*, static: bool) -> str:
    """Brings everything to where it must be; returns the login and where mail goes, for people to read."""
    from articles.models import Article  # needs the settings

    call_command("migrate", verbosity=0)
    if not Article.objects.exists():
        with transaction.atomic():
            call_command("seed_demo")
    if static:
        collect_static()
    password = ensure_editor()
    connections.close_all()
    mail = settings.MAILERS["default"]["OPTIONS"].get("file_path", "is really sent, see EMAIL_URL")
    return f"Login   {EDITOR}  {password}\nMail    {mail}"


def collect_static() -> None:
    """Collects the static files, unless they are the ones that were collected last."""
    files = sorted(storage.path(name) for finder in finders.get_finders() for name, storage in finder.list([]))
    states = [(path, Path(path).stat().st_mtime_ns, Path(path).stat().st_size) for path in files]
    state, stamp = hashlib.sha256(repr(states).encode()).hexdigest(), Path(settings.STATIC_ROOT) / ".collected"
    if not stamp.exists() or stamp.read_text() != state:
        call_command("collectstatic", interactive=False, verbosity=0)
        stamp.write_text(state)


def ensure_editor() -> str:
    """Makes the staff login on the first run; returns its password, which a private file keeps for later runs."""
    file = settings.DATA_DIR / "editor-password"
    if not file.exists():
        write_private(file, secrets.token_urlsafe(12))
    password = file.read_text()
    users = get_user_model()._default_manager
    editor = users.filter(username=EDITOR).first() or users.create_superuser(EDITOR, password=password)
    return password if editor.check_password(password) else "(the password you chose)"


def write_private(path: Path, text: str) -> None:
    """Writes a new file that only its owner can read."""
    path.touch(mode=0o600, exist_ok=False)
    path.write_text(text)

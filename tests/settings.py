"""The production settings, with what a test run needs: an environment of its own, and speed."""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

# The first process of a run makes the folder and removes it; the others find it in their environment.
if "TESTS_FOLDER" not in os.environ:
    os.environ["TESTS_FOLDER"] = tempfile.mkdtemp(prefix="tests-")
    atexit.register(shutil.rmtree, os.environ["TESTS_FOLDER"], ignore_errors=True)
FOLDER = Path(os.environ["TESTS_FOLDER"])

os.environ.update(
    ENV_FILE=os.devnull,
    SITE_URL="http://localhost",
    ALLOWED_HOSTS="localhost,127.0.0.1,testserver",
    SECRET_KEY="tests-" + "0123456789" * 6,
    SECRET_KEY_FALLBACKS="",
    HSTS="host",
    DEBUG="off",
    SECOND_FACTOR="off",  # the tests of accounts switch it on
    DATA_DIR=str(FOLDER / "data"),
    STATIC_ROOT=str(FOLDER / "static"),
    MEDIA_STORAGE_URL="",
    BACKUP_STORAGE_URL="",
    BACKUP_RECIPIENTS="",
    BACKUP_KEEP="7,4,6",
    EMAIL_URL="smtp://localhost",
    ENQUIRIES_EMAIL="team@agency.example",
    DEFAULT_FROM_EMAIL="Agency <website@agency.example>",
    LOG_LEVEL="WARNING",
)

from agency.settings import *  # noqa: E402, F403

# In a file, as in production: SQLite in memory knows no waiting for another connection's lock.
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":  # noqa: F405
    DATABASES["default"]["TEST"] = {"NAME": FOLDER / "test.sqlite3"}  # noqa: F405
    # A database that ends with the run need not outlive a power cut.
    DATABASES["default"]["OPTIONS"]["init_command"] += " PRAGMA synchronous=OFF;"  # noqa: F405
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
# Names and manifest as in production; compressing takes ten seconds and changes nothing that a test looks at.
WHITENOISE_SKIP_COMPRESS_EXTENSIONS = ("css", "js", "map", "svg", "txt", "png", "gif", "woff2")

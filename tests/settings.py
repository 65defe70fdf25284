"""The production settings, with what a test run needs: an environment of its own and a fast password hasher."""

import os
import tempfile
from pathlib import Path

DATA_DIR = Path(tempfile.gettempdir()) / f"adria-tests-{os.getuid()}"

os.environ.update(
    ENV_FILE=os.devnull,
    SITE_URL="http://localhost",
    SECRET_KEY="tests-" + "0123456789" * 6,
    DEBUG="off",
    DATA_DIR=str(DATA_DIR),
    STATIC_ROOT=str(DATA_DIR / "static"),
    ENQUIRIES_EMAIL="team@agency.example",
    DEFAULT_FROM_EMAIL="Agency <website@agency.example>",
    LOG_LEVEL="WARNING",
)

from agency.settings import *  # noqa: E402, F403

ALLOWED_HOSTS = ["localhost", "testserver", "127.0.0.1"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]

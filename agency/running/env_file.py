"""The file of settings, `.env` beside `manage.py` or the one that `ENV_FILE` names."""

import os
from pathlib import Path

import environ

BASE_DIR = Path(__file__).resolve().parents[2]


def load() -> Path:
    """Into the environment, where what is there already stays; returns which file it is."""
    file = Path(os.environ.get("ENV_FILE", BASE_DIR / ".env"))
    environ.Env.read_env(file)
    return file

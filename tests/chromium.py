"""Finds the browser that the browser tests use."""

import os
import shutil

# The first is the same engine without a desktop, and takes half the time.
NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
MISSING = (
    "The browser tests were left out: no Chromium was found on PATH. "
    "Install chromium or name one with CHROMIUM=/path/to/chromium."
)

PATH = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)

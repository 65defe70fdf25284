"""Finds the browser that the browser tests use, and opens it for somebody."""

import os
import shutil
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:  # half the tests do without, and it takes its time to load
    from playwright.sync_api import Browser, BrowserContext

# The first is the same engine without a desktop, and takes half the time.
NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
MISSING = (
    "The browser tests were left out: no Chromium was found on PATH. "
    "Install chromium or name one with CHROMIUM=/path/to/chromium."
)
OPTIONS = ["--no-sandbox", "--disable-gpu"]
PATH = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)


def new_visitor(browser: "Browser", base_url: str, **options: Any) -> "BrowserContext":
    """Somebody who was never here. Nothing moves for them: what is still fading has colours that it does not keep."""
    return browser.new_context(base_url=base_url, locale="en-GB", reduced_motion="reduce", **options)

"""Writes what each page of the corpus becomes now: read the difference before it is committed."""

import os

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
django.setup()

from tests.articles.importing.corpus import PAGES, became  # noqa: E402 - models load after the settings

for page in PAGES:
    page.with_suffix(".txt").write_text(became(page))

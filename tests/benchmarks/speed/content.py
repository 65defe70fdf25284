"""Fills one site, in that site's own environment: `python -m tests.benchmarks.speed.content GUIDES ENQUIRIES FILE`.

Writes what the bench has to know of it into the file: the addresses of pages, and the cookie of somebody who may see all.
"""

import json
import sys
from pathlib import Path

import django


def main() -> None:
    django.setup()
    guides, enquiries, file = sys.argv[1:]
    fill(int(guides), int(enquiries))
    Path(file).write_text(json.dumps(facts()))


def fill(guides: int, enquiries: int) -> None:
    """The demo content, so many made-up guides beside it and so many made-up enquiries; goes on where it was stopped."""
    from django.core.management import call_command
    from django.db import connection

    from agency.running import bootstrap

    call_command("migrate", verbosity=0)
    bootstrap.collect_static()
    call_command("seed_demo", articles=guides)
    if enquiries:
        call_command("make_enquiries", str(enquiries))
        call_command("tally_enquiries")
    if connection.vendor == "postgresql":  # which does so by itself, but later
        with connection.cursor() as cursor:
            cursor.execute("VACUUM ANALYZE")


def facts() -> dict[str, object]:
    """The addresses by the names of the pages, and the cookie."""
    from django.urls import reverse

    from articles.models import Revision
    from enquiries.reports.tables import REPORTS

    # The richest of the demo: whoever is fast with it is fast with the others.
    written = Revision.objects.published().exclude(slug__startswith="sample-guide-")
    guide = max(written, key=lambda revision: len(json.dumps(revision.stored)))
    reports = {
        f"report {slug}, 52 weeks": reverse("admin:enquiries_report", args=[slug]) + "?weeks=52" for slug in REPORTS
    }
    return {
        "public": {
            "guide": guide.get_absolute_url(),
            "index": reverse("articles:index"),
            "salaries": reverse("articles:salaries"),
            "search": reverse("articles:search") + "?q=engineer",
            "form": reverse("enquiries:new"),
            "home": reverse("home"),
            "topic": reverse("articles:topic", args=[guide.topic.slug]),
            "search for a rare word": reverse("articles:search") + "?q=jupyter",
            "sitemap": reverse("sitemap"),
            "sitemap, part of the guides": reverse("sitemap_section", args=["guides"]),
        },
        "staff": {
            "work list": reverse("admin:enquiries_enquiry_changelist"),
            "reports, 52 weeks": reverse("admin:enquiries_reports") + "?weeks=52",
            **reports,
        },
        "cookie": cookie(),
    }


def cookie() -> str:
    """Signs somebody in who may see everything."""
    from django.conf import settings
    from django.contrib.auth import get_user_model
    from django.test import Client

    users = get_user_model()._default_manager
    user = users.filter(username="bench").first() or users.create_superuser("bench")
    client = Client()
    client.force_login(user)
    return f"{settings.SESSION_COOKIE_NAME}={client.cookies[settings.SESSION_COOKIE_NAME].value}"


if __name__ == "__main__":
    main()

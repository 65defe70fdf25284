from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand
from django.http import HttpRequest
from django.template.loader import render_to_string

from agency.models import Identity


class Command(BaseCommand):
    help = (
        "Writes the page that the web server in front shows while the site does not answer: to the file AWAY_PAGE, or to "
        "standard output without one. It names the agency's phone number, so run it again when that changes."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        page = away_page()
        if settings.AWAY_PAGE:
            replace(Path(settings.AWAY_PAGE), page)
        else:
            self.stdout.write(page)


def away_page() -> str:
    """The page by itself, with a policy that lets in its own styles alone. Raises `DatabaseError` without a database."""
    # Asked here and not through agency.identity, which answers with a blank one while the database is away.
    identity = Identity.objects.order_by("pk").first() or Identity()
    values: dict[str, Any] = {"request": HttpRequest(), "identity": identity}
    render_to_string("away.html", values)  # leaves the hash of its styles on the request
    styles = " ".join(values["request"].style_sources)
    values["policy"] = f"default-src 'none'; style-src {styles}; font-src 'self'; base-uri 'none'; form-action 'none'"
    return render_to_string("away.html", values)


def replace(file: Path, text: str) -> None:
    """Puts the text in the file's place at once, for the web server's user to read."""
    new = file.with_suffix(".new")
    new.write_text(text)
    new.chmod(0o644)
    new.replace(file)

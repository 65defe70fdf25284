"""What the pictures show beside the demo guides: a second page of guides, a withdrawn one, somebody without rights."""

from datetime import timedelta

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.management import call_command
from django.db import connections
from django.test import Client
from django.utils import timezone

from articles.models import Revision
from articles.publishing import publication
from tests.screenshots.site import WITHDRAWN

MORE_GUIDES = 4
LONG_AGO = timedelta(days=2000)


def load() -> dict[str, str]:
    """Makes the database and the static files, and loads the content; returns the sessions of two members of staff."""
    call_command("migrate", verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)
    call_command("seed_demo", articles=MORE_GUIDES, verbosity=0)
    made_up = Revision.objects.filter(slug__startswith="sample-guide-")
    made_up.update(published_at=timezone.now() - LONG_AGO)  # the pictures are of the real ones
    publication.withdraw(made_up.get(slug=WITHDRAWN).article, by=None)
    sessions = {"without rights": session(is_superuser=False), "with every right": session(is_superuser=True)}
    connections.close_all()
    return sessions


def session(*, is_superuser: bool) -> str:
    """Signs a new member of staff in, who may do everything or nothing."""
    name = f"staff-{is_superuser}"
    user = get_user_model()._default_manager.create(username=name, is_staff=True, is_superuser=is_superuser)
    client = Client()
    client.force_login(user)
    return client.cookies[settings.SESSION_COOKIE_NAME].value

"""What the pictures show beside the demo guides: a second page of guides, a withdrawn one, somebody without rights."""

from datetime import timedelta
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission
from django.core.management import call_command
from django.db import connections, transaction
from django.test import Client
from django.utils import timezone

from articles.models import Revision
from articles.publishing import publication
from enquiries.models import Enquiry
from tests.screenshots import desk_content, mail_content
from tests.screenshots.site import WITHDRAWN

MORE_GUIDES = 4
LONG_AGO = timedelta(days=2000)


def load() -> tuple[dict[str, str], dict[str, int], dict[str, str]]:
    """Makes the database and the static files, and loads the content.

    Returns the sessions of three members of staff, the numbers of what the pages of the desk are about, and mails.
    """
    call_command("migrate", verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)
    call_command("seed_demo", articles=MORE_GUIDES, verbosity=0)
    made_up = Revision.objects.filter(slug__startswith="sample-guide-")
    made_up.update(published_at=timezone.now() - LONG_AGO)  # the pictures are of the real ones
    publication.withdraw(made_up.get(slug=WITHDRAWN).article, by=None)
    users = get_user_model()._default_manager
    nobody = users.create(username="sam", first_name="Sam", last_name="Smith", is_staff=True)
    reader = users.create(username="robin.reader", first_name="Robin", last_name="Mensah", is_staff=True)
    reader.user_permissions.set(Permission.objects.filter(codename="view_article"))
    editor = users.create(username="ann", first_name="Ann", last_name="Lee", is_staff=True, is_superuser=True)
    numbers = desk_content.load(editor)
    rights = {"without rights": nobody, "to read guides": reader, "with every right": editor}
    sessions = {name: session(user) for name, user in rights.items()}
    with transaction.atomic():
        written = mail_content.write_all(Enquiry.objects.get(pk=numbers["enquiry"]), editor)
        transaction.set_rollback(True)  # the pictures of the desk show none of this
    connections.close_all()
    return sessions, numbers, written


def session(user: Any) -> str:
    """Signs the member of staff in."""
    client = Client()
    client.force_login(user)
    return client.cookies[settings.SESSION_COOKIE_NAME].value

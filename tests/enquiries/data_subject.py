"""An enquirer whose every answer can be told apart, for the tests of what is held, shown and erased."""

import base64
import json
from datetime import timedelta
from io import StringIO
from typing import Any

from django.contrib.auth import get_user_model
from django.core.management import call_command
from django.db.models.functions import Now
from django.utils import timezone

from enquiries.handling import verbs
from enquiries.intake import receiving
from enquiries.intake.cvs import UploadedCV
from enquiries.models import Enquiry, Notice, Outcome

PERSONAL = ("Siobhán", "siobhan@", "+441614960000", "Tuesdays", "secret wish", "Lead tester", "Didsbury", "%PDF-1.7")
CV = UploadedCV(name="cv.pdf", content_type="application/pdf", content=b"%PDF-1.7 her life")


def answers(**changed: Any) -> dict[str, Any]:
    return {
        "role": "candidate",
        "name": "Siobhán O'Neil",
        "email": "siobhan@example.org",
        "phone": "+441614960000",
        "reply_by": "either",
        "reply_when": "Tuesdays",
        "message": "My secret wish:\na new job.",
        "role_sought": "Lead tester",
        "location": "Didsbury",
        "right_to_work": "yes",
        "from": "/guides/a-guide/",
        "marketing": True,
    } | changed


def enquiry(*, token: str = "a" * 32, cv: UploadedCV | None = CV, **changed: Any) -> Enquiry:
    """A candidate's enquiry with everything filled in, new, its notices unsent."""
    return receiving.receive(answers(**changed), token=token, cv=cv)[0]


def colleague(name: str = "pat") -> Any:
    return get_user_model().objects.get_or_create(username=name, is_staff=True)[0]


def closed(outcome: str = Outcome.ANSWERED, **changed: Any) -> Enquiry:
    """An enquiry whose notices went and whose work is done."""
    made = enquiry(**changed)
    Notice.objects.update(sent_at=Now())
    verbs.close(made, outcome, by=colleague())
    return made


def come_due(enquiry: Enquiry, *, days_left: int = 0) -> None:
    """Moves the erase date to today, or so many days from now."""
    enquiry.erase_on = timezone.localdate() + timedelta(days=days_left)
    enquiry.save(update_fields=["erase_on"])


def stored() -> str:
    """Everything that the database holds on enquiries, as text; with it, the admin's own log."""
    with StringIO() as out:
        call_command("dumpdata", "enquiries", "admin", stdout=out)
        rows = json.loads(out.getvalue())
    for row in rows:
        if "content" in row["fields"]:
            row["fields"]["content"] = base64.b64decode(row["fields"]["content"]).decode()
    return json.dumps(rows, ensure_ascii=False)

from time import monotonic, sleep
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.core.validators import URLValidator
from django.db.models import Exists, OuterRef

from enquiries.models import Enquiry, Notice, Role, State
from enquiries.monitoring import synthetic
from enquiries.monitoring.visitor import Failed, Visitor

PAUSE_SECONDS = 1


class Command(BaseCommand):
    help = (
        "Sends an enquiry through the public form and waits until its notices are sent; says which step failed. "
        "No report and no work list shows it. Run it from cron, about every 15 minutes."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--url", default=settings.SITE_URL, help="the site, if not at SITE_URL")
        parser.add_argument("--to", default=settings.ENQUIRIES_EMAIL, help="the mailbox for its notices")
        parser.add_argument("--deadline", type=float, default=120, help="how many seconds its notices may take")

    def handle(self, *args: Any, url: str, to: str, deadline: float, **options: Any) -> None:
        URLValidator(schemes=["http", "https"])(url)
        try:
            reference = Visitor(url.rstrip("/")).send(answers(to))
            wait_for_notices(stored(reference), deadline)
        except Failed as failure:
            raise CommandError(f"Failed at {failure}") from failure
        tidy_up(to)
        self.stdout.write(f"Enquiry {reference} was stored and its notices were sent.")


def answers(to: str) -> dict[str, str]:
    """The answers to fill the form in with."""
    return {
        "role": Role.OTHER,
        "name": "Synthetic enquiry",
        "email": to,
        "message": "The site sent this enquiry to itself as a test. There is nothing to do.",
        "synthetic": synthetic.mark(),
    }


def stored(reference: str) -> Enquiry:
    """The enquiry as stored, with the notices that must be there."""
    enquiry = Enquiry.objects.filter(reference=reference).first()
    if enquiry is None:
        raise Failed(f"storing it: there is no enquiry {reference}. Does this command use the site’s database?")
    if not enquiry.is_synthetic:
        raise Failed("marking it: it was treated as a visitor’s. Does this command use the site’s SECRET_KEY?")
    if enquiry.state == State.SPAM:
        raise Failed("filtering: it was treated as spam.")
    kinds = set(enquiry.notices.values_list("kind", flat=True))
    if kinds != {Notice.Kind.ACKNOWLEDGEMENT, Notice.Kind.ALERT}:
        raise Failed("writing its notices: not all of them are there.")
    return enquiry


def wait_for_notices(enquiry: Enquiry, deadline: float) -> None:
    """Returns once every notice is sent; does not wait for one that was refused for good."""
    end = monotonic() + deadline
    while waiting := list(enquiry.notices.filter(sent_at=None)):
        refused = next((notice for notice in waiting if notice.undeliverable_at), None)
        if refused or monotonic() >= end:
            notice = refused or waiting[0]
            raise Failed(f"sending the {notice}: {last_failure(notice)}.")
        sleep(PAUSE_SECONDS)


def last_failure(notice: Notice) -> str:
    """Why it was not sent, as far as we know."""
    attempt = notice.attempts.last()
    if attempt is None:
        return "no worker took it up"
    return attempt.error or "a worker took it up and did not finish"


def tidy_up(to: str) -> None:
    """Deletes the finished synthetic enquiries; those that failed stay until nothing of them waits to be sent."""
    waiting = Notice.objects.filter(enquiry=OuterRef("pk"), sent_at=None, undeliverable_at=None)
    Enquiry.objects.filter(~Exists(waiting), email=to, is_synthetic=True).delete()

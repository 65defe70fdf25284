"""The world around the inbox: who writes to the agency, and their mail programs."""

from datetime import timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage
from itertools import count
from pathlib import Path
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from time_machine import Traveller

from enquiries.intake import spam
from enquiries.models import Enquiry
from tests.enquiries import files, inbound

CORPUS = Path(inbound.__file__).parent / "corpus"
GUIDE = "/guides/notice-periods/"
ENQUIRERS = (
    *("Ada", "Ben", "Cora", "Dan", "Ela", "Finn", "Gwen", "Hal", "Ida", "Jack", "Kate", "Liam", "Mona", "Ned", "Olga"),
    *("Paul", "Quin", "Rosa", "Seb", "Tara", "Uma", "Vic", "Wren", "Xena", "Yves", "Zara", "Amir", "Bea"),
)
TOWNS = ("Leeds", "York", "Bath", "Hull", "Derby", "Cardiff", "Belfast")
numbers = count()


def address(name: str) -> str:
    return f"{name.lower()}@example.org"


def enquire(clock: Traveller) -> None:
    """Each fills in the form at home, in a minute: every third is hiring, the others look for work."""
    for number, name in enumerate(ENQUIRERS):
        answers = candidate(number) if number % 3 else client(number)
        visitor = Client(REMOTE_ADDR=f"192.0.2.{number}")
        form = {"token": f"{name:t<32}", "stamp": spam.stamp(), "from": GUIDE, "reply_by": "either"}
        clock.shift(timedelta(minutes=1))
        sent = visitor.post("/enquiries/new/", form | {"name": f"{name} Reader", "email": address(name)} | answers)
        assert sent.status_code == 302, name


def candidate(number: int) -> dict[str, Any]:
    words = f"I have tested software in {TOWNS[number % 7]} for {number} years and look for a new role.\nWhat do you advise?"
    answers = {"role": "candidate", "role_sought": "Tester", "message": words, "marketing": "on"}
    return answers | ({"cv": SimpleUploadedFile("cv.pdf", files.PDF)} if number == 1 else {})


def client(number: int) -> dict[str, Any]:
    words = f"We need {number + 2} engineers for our team in {TOWNS[number % 7]}."
    return {"role": "client", "organisation": f"Works {number} Ltd", "role_to_fill": "Engineer", "message": words}


def of(name: str) -> Enquiry:
    return Enquiry.objects.get(email=address(name))


def written_by(program: str, sender: str, answered: EmailMessage) -> bytes:
    """A mail of the corpus, as this person's answer to a mail that they got."""
    mail = message_from_bytes((CORPUS / f"{program}.eml").read_bytes(), policy=policy.SMTP)
    for name, value in {
        "From": sender,
        "To": str(answered["Reply-To"]),
        "In-Reply-To": str(answered["Message-ID"]),
        "References": str(answered["Message-ID"]),
        "Message-ID": f"<{next(numbers)}@{program}.example>",
    }.items():
        del mail[name]
        mail[name] = value
    return mail.as_bytes()

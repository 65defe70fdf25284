"""What the tests of replies share: a consultant at the form."""

from email.message import EmailMessage
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from enquiries.models import Enquiry
from tests.enquiries import files


def page(enquiry: Enquiry, name: str = "reply") -> str:
    return f"/admin/enquiries/enquiry/{enquiry.pk}/{name}/"


def written(button: str = "send", **fields: Any) -> dict[str, Any]:
    """What the form sends when that button is pressed."""
    return {"subject": "About your enquiry", "body": "Words", "replies_seen": 0, "when": "now", button: "1"} | fields


def post(client: Client, enquiry: Enquiry, button: str = "send", **fields: Any) -> Any:
    return client.post(page(enquiry), written(button, **fields))


def said(response: Any) -> list[str]:
    """The last message of the page to which the answer leads."""
    shown = response.client.get(response.url) if response.status_code == 302 else response
    return [str(message) for message in shown.context["messages"]][-1:]


def upload(name: str = "terms.pdf", content: bytes = files.PDF) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content, "text/html")  # what the sender says it is does not matter


def body_of(mail: EmailMessage, kind: str = "plain") -> str:
    part = mail.get_body((kind,))
    assert part is not None
    return part.get_content().replace("\r\n", "\n")

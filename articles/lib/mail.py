"""Mails about guides, each made of three templates: its subject, its text and the same as HTML."""

import logging
from typing import Any

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string

log = logging.getLogger(__name__)


def write(name: str, to: str, *, reply_to: str = "", **context: Any) -> EmailMultiAlternatives:
    """The mail in the folder `name` of the templates, to one address; answers go to `reply_to`."""
    folder = f"articles/mail/{name}"
    context |= {"site_url": settings.SITE_URL}
    mail = EmailMultiAlternatives(
        " ".join(render_to_string(f"{folder}/subject.txt", context).split()),
        render_to_string(f"{folder}/body.txt", context).strip() + "\n",
        settings.DEFAULT_FROM_EMAIL,
        [to],
        reply_to=[reply_to] if reply_to else None,
        headers={"Auto-Submitted": "auto-generated"},
    )
    mail.attach_alternative(render_to_string(f"{folder}/body.html", context), "text/html")
    return mail


def try_to_send(mail: EmailMultiAlternatives, about: str) -> bool:
    """Whether the mail server took it. The log learns what it was `about`, which must name nobody."""
    try:
        mail.send()
    except Exception as error:  # what the mail tells of is stored, and must not fail because of it
        log.warning("%s: the mail was not sent: %s", about, type(error).__name__)
        return False
    return True


def name_of(user: Any) -> str:
    """How a mail or page calls a user."""
    return user.get_full_name() or user.get_username() if user else "an editor"

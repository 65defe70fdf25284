"""Inviting somebody to have an account: a link by mail with which they set up how they sign in. Nobody else sees a secret.

The account has no password until then. The link names the one that it has instead, which is random: it ends when somebody
signs in, when a password is chosen, and when another link is sent. Like a forgotten password's, it is made by the worker
when the mail leaves, and stands nowhere.
"""

import re
from datetime import timedelta
from hashlib import sha256
from typing import Any

from django.contrib.auth.hashers import UNUSABLE_PASSWORD_PREFIX, make_password
from django.contrib.auth.models import User
from django.core import signing
from django.db import transaction
from django.db.models import QuerySet
from django.urls import reverse

from agency import identity
from agency.accounts import events, forgotten
from articles.audit import recording as audit
from articles.language.letters import plain
from articles.lib.people import name_of
from articles.lib.urls import absolute
from articles.outbox import mail
from articles.outbox.channels import envelope
from articles.outbox.models import Message

KIND = "invitation"
FOLDER = "accounts/mail/invitation"
SALT = "agency.accounts.invitations"
GOOD_FOR = timedelta(days=7)
LONGEST = 140  # of a user name, with room for a number


def open_ones() -> QuerySet[User]:
    """Accounts of those who were invited and have not come yet."""
    return User.objects.filter(is_active=True, last_login=None, password__startswith=UNUSABLE_PASSWORD_PREFIX)


@transaction.atomic
def invite(user: Any, *, by: Any) -> None:
    """Has a link mailed to the user, whose account nobody has used; links that were sent before end."""
    User.objects.filter(pk=user.pk).update(password=make_password(None))
    payload = {"users": [user.pk], "by": by.pk}
    Message.objects.create(kind=KIND, payload=payload, **envelope(forgotten.NAME, KIND))
    audit.record(audit.Action.INVITED, user.get_username())
    events.note("invited", user)


def withdraw(user: Any) -> None:
    """Ends the invitation: the account is switched off, and with it every link that leads into it."""
    user.is_active = False
    user.save(update_fields=["is_active"])
    events.note("invitation withdrawn", user)


def link(user: Any) -> str:
    """Where the user comes in."""
    token = signing.dumps([user.pk, _fingerprint(user)], salt=SALT)
    return absolute(reverse("account_invitation", args=[token]))


def invited_by(token: str) -> Any:
    """The user whose link it is; None when it has ended."""
    try:
        pk, fingerprint = signing.loads(token, salt=SALT, max_age=GOOD_FOR)
    except signing.BadSignature:
        return None
    user = open_ones().filter(pk=pk).first()
    return user if user and fingerprint == _fingerprint(user) else None


def user_name(email: str) -> str:
    """A user name that nobody has, after the address."""
    wanted = re.sub(r"[^\w.+-]", "", plain(email.partition("@")[0]))[:LONGEST] or "staff"
    number, name = 1, wanted
    while User.objects.filter(username__iexact=name).exists():
        number += 1
        name = f"{wanted}-{number}"
    return name


def _fingerprint(user: Any) -> str:
    return sha256(f"{user.password} {user.email}".encode()).hexdigest()[:32]


def _mail(user: Any, message: Message) -> Message | None:
    """None for somebody who came in meanwhile."""
    if not open_ones().filter(pk=user.pk).exists():
        return None
    inviting = User.objects.filter(pk=message.payload["by"]).first()
    context = {
        "name": name_of(user),
        "user_name": user.get_username(),
        "by": name_of(inviting) if inviting else "An administrator",
        "link": link(user),
        "agency": identity.current().name,
        "days": GOOD_FOR.days,
    }
    return Message(recipient=user.email, message_id=message.message_id, **mail.words(FOLDER, context))


forgotten.MAILS[KIND] = _mail

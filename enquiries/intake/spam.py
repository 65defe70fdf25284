"""Does an enquiry look like spam? Reasons that a consultant understands; docs/spam.md lists them.

A strong sign is enough by itself. The others happen to honest people too, so it takes two of them.
What looks like spam is kept and quarantined, never dropped: every one of these signs can be wrong.
"""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any, NamedTuple

from django.core import signing
from django.db.models.functions import Now

from enquiries.intake import spam_phrases, throttle
from enquiries.models import Enquiry

FASTEST = timedelta(seconds=3)
OLDEST = timedelta(hours=24)
MANY_FROM_ADDRESS = 5
FAR_TOO_MANY_FROM_ADDRESS = 20
MANY_FROM_EMAIL = 3
LOOK_BACK = timedelta(days=7)
MANY_SENDERS = 3
SHORT = 40  # characters; "Please call me" is written by many

_signer = signing.TimestampSigner(salt="enquiries.form")


class Sign(NamedTuple):
    """Something that spam has more often than honest enquiries."""

    reason: str
    is_strong: bool = False


def stamp() -> str:
    """The signed time for a form's hidden field. A form that is shown again keeps the one it came with."""
    return _signer.sign("form")


def reasons(answers: dict[str, Any], *, address: str, honeypot: str, stamp: str) -> list[str]:
    """Why an enquiry is suspected, in sentences; empty when nothing, or one weak sign only, speaks against it."""
    signs = [
        *_form_signs(honeypot, stamp),
        *_rate_signs(address, answers["email"]),
        *_repeat_signs(answers["message"], answers["email"]),
        *_name_signs(answers["name"]),
        *_message_signs(answers["message"]),
        *_wording_signs(answers),
    ]
    is_suspected = len(signs) > 1 or any(sign.is_strong for sign in signs)
    return [sign.reason for sign in signs] if is_suspected else []


def _form_signs(honeypot: str, stamp: str) -> Iterator[Sign]:
    if honeypot:
        yield Sign("A field that people cannot see was filled in.", is_strong=True)
    try:
        _signer.unsign(stamp, max_age=OLDEST)
    except signing.SignatureExpired:
        yield Sign("The form was opened more than 24 hours before it was sent.")
        return
    except signing.BadSignature:
        missing = "The form’s time stamp was missing: it was not sent from our page."
        forged = "The form’s time stamp was forged."
        yield Sign(forged if stamp else missing, is_strong=True)
        return
    if _is_younger(stamp, FASTEST):
        yield Sign("The form was sent less than 3 seconds after it was opened.")


def _is_younger(stamp: str, age: timedelta) -> bool:
    try:
        _signer.unsign(stamp, max_age=age)
    except signing.SignatureExpired:
        return False
    return True


def _rate_signs(address: str, email: str) -> Iterator[Sign]:
    if (count := throttle.from_address(address)) >= MANY_FROM_ADDRESS:
        yield Sign(
            f"{count} other enquiries came from the same network address within an hour.",
            is_strong=count >= FAR_TOO_MANY_FROM_ADDRESS,
        )
    if (count := throttle.from_email(email)) >= MANY_FROM_EMAIL:
        # Strong, because each one would send an acknowledgement to somebody who may not have asked for any.
        yield Sign(f"{count} other enquiries gave the same e-mail address within 24 hours.", is_strong=True)


def _repeat_signs(message: str, email: str) -> Iterator[Sign]:
    """One other address may be the sender's own, mistyped at first."""
    if len(message) < SHORT:
        return
    same = Enquiry.objects.filter(received_at__gt=Now() - LOOK_BACK, message=message, is_synthetic=False)
    count = same.exclude(email__iexact=email).values("email").distinct().count()
    if count:
        addresses = "another e-mail address" if count == 1 else f"{count} other e-mail addresses"
        yield Sign(f"The same message came from {addresses} within a week.", is_strong=count >= MANY_SENDERS)


def _name_signs(name: str) -> Iterator[Sign]:
    if spam_phrases.has_link(name):
        yield Sign("The name contains a link.", is_strong=True)
    if spam_phrases.mixes_scripts(name):
        yield Sign("A word of the name mixes alphabets that look alike.")
    if spam_phrases.is_gibberish(name):
        yield Sign("The name is a jumble of letters.")


def _message_signs(message: str) -> Iterator[Sign]:
    if len(spam_phrases.links(message)) > spam_phrases.MANY_LINKS:
        yield Sign("The message contains several links.")
    if spam_phrases.is_only_links(message):
        yield Sign("The message is nothing but a link.")
    if spam_phrases.has_disguised_link(message):
        yield Sign("The message contains a shortened link, or one to a chat.")
    if spam_phrases.is_gibberish(message):
        yield Sign("The message is a jumble of letters.")


def _wording_signs(answers: dict[str, Any]) -> Iterator[Sign]:
    texts = "\n".join(value for value in answers.values() if isinstance(value, str))
    if spam_phrases.has_markup_link(texts):
        yield Sign("It contains a link written in code, as for forums or web pages.", is_strong=True)
    if found := spam_phrases.phrases(texts):
        quoted = ", ".join(f"“{phrase}”" for phrase in found)
        yield Sign(f"It uses words that are common in spam: {quoted}.", is_strong=len(found) > 1)

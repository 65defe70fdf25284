"""Everything that speaks for or against an enquiry, from what it says and how it came."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from enquiries.intake import throttle
from enquiries.intake.suspicion import offers, texts
from enquiries.intake.suspicion.signs import Found, Sign
from enquiries.models import Enquiry

MANY_SENDERS = 3
NAMES_OF_POSTS = ("role_sought", "role_to_fill")


class Circumstances(NamedTuple):
    """How an enquiry came. The counts are of others: by network address in an hour, by e-mail in a day, by words."""

    is_trapped: bool = False
    stamp: Sign | None = None  # what is wrong with it
    from_address: int = 0
    from_email: int = 0
    same_message: int = 0


def signs(answers: dict[str, Any], circumstances: Circumstances) -> Iterator[Found]:
    """Each sign that an enquiry has, however little it weighs."""
    yield from _form_signs(circumstances)
    yield from _count_signs(circumstances)
    yield from _name_signs(answers["name"])
    yield from _message_signs(answers["message"])
    yield from _code_and_lure_signs("\n\n".join(str(answers.get(name) or "") for name in Enquiry.ANSWERS))
    yield from _sales_signs(answers)


def _form_signs(circumstances: Circumstances) -> Iterator[Found]:
    if circumstances.is_trapped:
        yield Found(Sign.TRAP)
    if circumstances.stamp:
        yield Found(circumstances.stamp)


def _count_signs(circumstances: Circumstances) -> Iterator[Found]:
    if (count := circumstances.from_address) >= throttle.BURST_PER_HOUR:
        yield Found(Sign.BURST, str(count))
    if (count := circumstances.from_email) >= throttle.MANY_OF_EMAIL:
        yield Found(Sign.MANY_OF_EMAIL, str(count))
    if (count := circumstances.same_message) >= MANY_SENDERS:
        yield Found(Sign.OFTEN_REPEATED, str(count))
    elif count:
        yield Found(Sign.REPEATED)


def _name_signs(name: str) -> Iterator[Found]:
    if texts.has_link(name):
        yield Found(Sign.NAME_LINK)
    if words := texts.enticements(name):
        yield Found(Sign.NAME_LURE, offers.quoted(words))
    if texts.mixed_words(name):
        yield Found(Sign.NAME_ALPHABETS)
    if texts.is_jumble(name):
        yield Found(Sign.NAME_JUMBLE)


def _message_signs(message: str) -> Iterator[Found]:
    if texts.is_jumble(message):
        yield Found(Sign.JUMBLE)
    if texts.mixed_words(message) >= texts.SEVERAL:
        yield Found(Sign.ALPHABETS)
    links = texts.links(message)
    if texts.has_disguised_link(message):
        yield Found(Sign.DISGUISED_LINK)
    elif links:
        yield Found(Sign.LINK)
    if len(links) > texts.MANY_LINKS:
        yield Found(Sign.MANY_LINKS)
    if texts.is_only_links(message):
        yield Found(Sign.ONLY_LINKS)


def _code_and_lure_signs(everything: str) -> Iterator[Found]:
    if texts.has_html_link(everything):
        yield Found(Sign.HTML_LINK)
    if texts.has_forum_link(everything):
        yield Found(Sign.FORUM_LINK)
    if lures := offers.lures(everything):
        yield Found(Sign.LURES if len(lures) > 1 else Sign.LURE, offers.quoted(lures))


def _sales_signs(answers: dict[str, Any]) -> Iterator[Found]:
    message = answers["message"]
    is_about_work = _is_about_work(answers)
    is_off_topic = not is_about_work and offers.is_off_topic(message)
    if is_about_work:
        yield Found(Sign.WORK)
    if is_off_topic:
        yield Found(Sign.OFF_TOPIC)
    if is_off_topic and offers.turns_to_reader(message):
        yield Found(Sign.TO_READER)
    yield from offers.signs(message, is_about_work=is_about_work, is_off_topic=is_off_topic)


def _is_about_work(answers: dict[str, Any]) -> bool:
    posts = [str(answers.get(name) or "") for name in NAMES_OF_POSTS]
    is_told = bool(answers.get("cv")) or any(map(offers.names_a_post, posts))
    return is_told or offers.is_about_work(answers["message"])

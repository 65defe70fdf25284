"""What speaks for spam, and how strongly: every number that suspicion is made of. docs/spam.md explains them.

Whatever happens to honest people weighs less than `HELD_FROM`, so that it never holds an enquiry by itself. The two heavier
ones happen to nobody else: a link in the code of a forum, and an advertisement for a name.
"""

from enum import Enum
from typing import NamedTuple

HELD_FROM = 10


class Sign(Enum):
    """Its weight, and the sentence that a consultant reads; {} is what was counted or found."""

    TRAP = 5, "A field that people cannot see was filled in."
    HASTE = 5, "The form was sent less than 3 seconds after it was opened."
    DELAY = 2, "The form was opened more than 24 hours before it was sent."
    NO_STAMP = 5, "The form’s time stamp was missing: it was not sent from our page."
    FORGED_STAMP = 5, "The form’s time stamp was not ours, or was changed."

    BURST = 2, "{} other enquiries came from the same network address within an hour."
    MANY_OF_EMAIL = 2, "{} other enquiries gave the same e-mail address within 24 hours."
    REPEATED = 3, "The same message came from another e-mail address within a week."
    OFTEN_REPEATED = 6, "The same message came from {} other e-mail addresses within a week."

    NAME_LINK = 4, "The name contains a link."
    NAME_LURE = 15, "The name is an advertisement: {}."
    NAME_ALPHABETS = 4, "A word of the name mixes alphabets that look alike."
    NAME_JUMBLE = 5, "The name is a jumble of letters."
    JUMBLE = 6, "The message is a jumble of letters."
    ALPHABETS = 7, "Several words of the message mix alphabets that look alike."

    LINK = 4, "The message links elsewhere than to a profile."
    MANY_LINKS = 3, "The message contains several links."
    ONLY_LINKS = 5, "The message is nothing but a link."
    DISGUISED_LINK = 5, "The message contains a shortened link, or one to a chat."
    HTML_LINK = 6, "It contains a link written in code, as for web pages."
    FORUM_LINK = 15, "It contains a link written in code, as for forums."

    WORK = -5, "It speaks of a post, or of its writer’s own work."
    OFF_TOPIC = 4, "It is about neither work nor our agency."
    TO_READER = 2, "It turns to us with something else."
    SALE = 6, "It offers what is often sold by spam: {}."
    TRADE = 3, "It names what is often sold by spam: {}."
    OFFER = 4, "It speaks like an offer: {}."
    PRICE = 4, "It names a price, or something for free: {}."
    ORDER = 4, "It tells the reader what to do next: {}."
    APPROACH = 3, "It asks whether the reader wants something: {}."
    PITCH = 6, "It finds fault with our website or business, or has plans for it: {}."
    LURE = 6, "It uses words that are common in spam: {}."
    LURES = 10, "It uses several words that are common in spam: {}."

    def __init__(self, weight: int, words: str) -> None:
        self.weight = weight
        self.words = words


class Found(NamedTuple):
    """A sign that an enquiry has, and what was counted or found."""

    sign: Sign
    detail: str = ""

    @property
    def reason(self) -> str:
        return self.sign.words.format(self.detail)

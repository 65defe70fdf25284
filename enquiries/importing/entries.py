"""A row of a file as the enquiry that it would be, by the mapping; or why it is none."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from django.utils import timezone

from articles.lib import typed_text
from enquiries.importing import dates, identity, message
from enquiries.importing.dates import Order
from enquiries.importing.kinds import As
from enquiries.importing.mapping import Mapping, folded
from enquiries.importing.marked import mark_of
from enquiries.intake import email_addresses
from enquiries.models import Enquiry, ReplyBy, Role, phone_numbers

ONE_LINE = {
    As.ORGANISATION: "organisation",
    As.ROLE_SOUGHT: "role_sought",
    As.ROLE_TO_FILL: "role_to_fill",
    As.LOCATION: "location",
}
LONGEST_MESSAGE = 100_000
FIRST_YEAR = 1995  # before which there was no form on a page
CLOCKS_DIFFER = timedelta(days=1)
AS_TYPED = "E-mail address as it was typed"


class Fate(StrEnum):
    """What becomes of a row."""

    NEW = "new"
    HERE = "here"
    TWICE = "twice"
    PAST = "past"
    MARKED = "marked"
    UNANSWERABLE = "unanswerable"
    FAULTY = "faulty"


class Refused(ValueError):
    """The row is no enquiry: its `fate`, and a sentence that quotes nothing of it."""

    def __init__(self, fate: Fate, sentence: str) -> None:
        super().__init__(sentence)
        self.fate = fate


@dataclass(frozen=True)
class Entry:
    """An enquiry as it would be: its answers, when it came, from which page, and by what it is known again."""

    answers: dict[str, str]
    at: datetime
    page: str
    number: str
    marks: identity.Marks


class Reader:
    """Reads the rows under these headings."""

    def __init__(self, headings: Sequence[str], mapping: Mapping) -> None:
        self.headings, self.mapping = headings, mapping
        self.zone, self.latest = ZoneInfo(mapping.zone), timezone.now() + CLOCKS_DIFFER

    def read(self, cells: Sequence[str]) -> Entry:
        """The entry in a row. Raises `Refused`."""
        for place in self.mapping.of(As.STATUS):
            if word := mark_of(self.headings[place], cells[place]):
                raise Refused(Fate.MARKED, word)
        at = self._moment(cells)
        answers = self._answers(cells)
        number = self._line(cells, As.ENTRY)[:100]
        person = (answers["email"] or answers["phone"]).casefold()
        marks = identity.Marks(
            row=identity.of_row(self.headings, cells),
            words=identity.of_words(person, at, self._said(cells)),
            number=identity.of_number(person, number, self.headings) if number else (),
        )
        return Entry(answers, at, self._page(cells), number, marks)

    def _answers(self, cells: Sequence[str]) -> dict[str, str]:
        email, lines = self._email(cells)
        phone = phone_numbers.kept(self._line(cells, As.PHONE))
        if not email and not phone_numbers.link(phone):
            raise Refused(Fate.UNANSWERABLE, "There is neither an e-mail address nor a phone number in it.")
        answers = dict.fromkeys(Enquiry.ANSWERS, "") | {
            "role": self._role(cells),
            "email": email,
            "phone": phone,
            "reply_by": ReplyBy.EMAIL if email else ReplyBy.PHONE,
            "name": self._name(cells) or email or phone,
        }
        answers |= {name: self._line(cells, kind) for kind, name in ONE_LINE.items()}
        lines += message.too_long(answers)
        lines += [(self.headings[place], cells[place]) for place in self.mapping.of(As.LINE)]
        answers["message"] = message.with_lines(self._said(cells), lines)
        if len(answers["message"]) > LONGEST_MESSAGE:
            raise Refused(Fate.FAULTY, f"Its message has more than {LONGEST_MESSAGE:,} characters.")
        return answers

    def _moment(self, cells: Sequence[str]) -> datetime:
        written = " ".join(filter(None, (self._line(cells, As.DATE), self._line(cells, As.TIME))))
        if not written:
            raise Refused(Fate.FAULTY, "It has no date.")
        at = dates.read(written, Order(self.mapping.order), self.zone)
        if at is None or at.year < FIRST_YEAR:
            raise Refused(Fate.FAULTY, "Its date cannot be read.")
        if at > self.latest:
            raise Refused(Fate.FAULTY, "Its date is still to come.")
        return at

    def _email(self, cells: Sequence[str]) -> tuple[str, list[tuple[str, str]]]:
        """The address; one that nobody can write to becomes a line."""
        typed = self._line(cells, As.EMAIL)
        address = email_addresses.mended(typed)
        is_usable = bool(typed) and not email_addresses.fault(address) and len(address) <= message.LONGEST_ADDRESS
        return (address, []) if is_usable else ("", [(AS_TYPED, typed)])

    def _name(self, cells: Sequence[str]) -> str:
        parts = (self._line(cells, kind) for kind in (As.NAME, As.FIRST_NAME, As.SURNAME))
        return " ".join(filter(None, parts))

    def _role(self, cells: Sequence[str]) -> str:
        answer = self._line(cells, As.ROLE)
        return Role(self.mapping.roles.get(folded(answer), self.mapping.everybody))

    def _said(self, cells: Sequence[str]) -> str:
        places = self.mapping.of(As.MESSAGE)
        return message.joined([(self.headings[place], cells[place]) for place in places])

    def _page(self, cells: Sequence[str]) -> str:
        return urlsplit(self._line(cells, As.PAGE)).path[:500]

    def _line(self, cells: Sequence[str], kind: As) -> str:
        place = self.mapping.only(kind)
        return "" if place is None else " ".join(typed_text.printable(typed_text.line(cells[place])).split())

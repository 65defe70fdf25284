"""One export of each form plug-in, as it writes it, from the file to the enquiries, by nothing but the guesses."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
import time_machine

from enquiries.importing.entries import Fate
from enquiries.models import Enquiry, Event
from tests.enquiries.importing import files

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _on_the_day() -> Iterator[None]:
    with time_machine.travel(files.TODAY, tick=False):
        yield


def came_in(name: str) -> tuple[dict[str, int], list[tuple[Any, ...]]]:
    """What became of the rows, and the enquiries in the order of the file."""
    run = files.taken(files.sample(name))
    shown = Enquiry.objects.order_by("pk").values_list("name", "email", "phone", "role", "received_at", "message")
    return run.report["counts"], list(shown)


def at(*moment: int) -> datetime:
    return datetime(*moment, tzinfo=UTC)  # type: ignore[arg-type, misc]


def test_flamingo() -> None:
    counts, enquiries = came_in("flamingo")

    assert counts == {Fate.NEW: 2, Fate.PAST: 1}
    assert enquiries == [
        (
            "Ada Field",
            "ada.field@example.org",
            "+441614960001",
            "other",
            at(2026, 4, 2, 9, 15),
            "Hello,\nis three months usual?\n\nAda\n\nyour-subject: Notice period",
        ),
        (
            "Ben Moor",
            "ben.moor@example.com",
            "",
            "other",
            at(2026, 4, 3, 16, 40, 12),
            'We look for "somebody senior", soon.\n\nyour-subject: A vacancy',
        ),
    ]


def test_cfdb7() -> None:
    counts, enquiries = came_in("cfdb7")

    assert counts == {Fate.NEW: 2, Fate.UNANSWERABLE: 1}
    assert enquiries == [
        (
            "Dora Fell",
            "dora.fell@example.org",
            "+441614960002",
            "other",
            at(2026, 3, 30, 22, 50),
            "I am a tester, looking for remote work.\n\nResumecfdb7 File: "
            "http://old.example.com/wp-content/uploads/cfdb7_uploads/1711839000-dora-cv.pdf",
        ),
        ("Eli Crag", "", "+441614960003", "other", at(2026, 4, 1, 7), "Please ring."),
    ]
    assert Enquiry.objects.get(name="Eli Crag").reply_by == "phone"


def test_the_table_of_cfdb7_with_each_entry_in_one_serialised_cell() -> None:
    counts, enquiries = came_in("cfdb7_table")

    assert counts == {Fate.NEW: 2}
    assert enquiries == [
        (
            "Zoë Tarn",
            "zoe.tarn@example.org",
            "",
            "client",
            at(2026, 2, 1, 12),
            'Two data engineers; by "June".\nThanks',
        ),
        ("Finn Beck", "finn@example.com", "", "candidate", at(2026, 2, 2, 12, 30), "Hello"),
    ]


def test_wpforms() -> None:
    counts, enquiries = came_in("wpforms")

    assert counts == {Fate.NEW: 3, Fate.MARKED: 1}
    assert enquiries == [
        (
            "Gus Dale",
            "gus.dale@example.org",
            "+441614960004",
            "candidate",
            at(2026, 3, 3, 14, 15),
            "What does a platform engineer earn?",
        ),
        ("Hana Wold", "hana@example.com", "", "client", at(2026, 3, 4, 9, 5), "We need a lead & two seniors."),
        ("Ida Scar", "ida@example.org", "", "other", at(2026, 3, 6), "Is your office open?"),
    ]
    assert Event.objects.order_by("pk").values_list("kind", "words").first() == (
        "received",
        "From the form “Contact form” of an earlier site, entry 101.",
    )


def test_gravity_forms() -> None:
    counts, enquiries = came_in("gravity_forms")

    assert counts == {Fate.NEW: 2}
    assert enquiries == [
        (
            "Jon Cairn",
            "jon.cairn@example.com",
            "+441614960005",
            "client",
            at(2026, 5, 4, 10, 12, 13),
            "We hire for Leeds.",
        ),
        ("Kit Garth", "kit@example.org", "", "candidate", at(2026, 5, 5, 0, 30), "Any Go roles?"),
    ]
    assert list(Enquiry.objects.order_by("pk").values_list("organisation", "source_path")) == [
        ("Cairn & Sons", "/hire-talent/"),
        ("", "/jobs/"),
    ]


def test_ninja_forms_with_days_first() -> None:
    counts, enquiries = came_in("ninja_forms")

    assert counts == {Fate.NEW: 2}
    assert enquiries == [
        ("Lena Howe", "lena@example.org", "", "candidate", at(2026, 4, 12, 23), "Do you cover Wales?"),
        ("Milo Rigg", "milo@example.com", "", "client", at(2026, 4, 4, 23), "A contractor for three months"),
    ]


def test_formidable_without_its_drafts() -> None:
    counts, enquiries = came_in("formidable")

    assert counts == {Fate.NEW: 1, Fate.MARKED: 1}
    assert enquiries == [("Nia Pike", "nia@example.org", "", "other", at(2026, 1, 10, 10), "What is IR35?")]


def test_forminator_with_an_address_that_nobody_can_write_to() -> None:
    counts, enquiries = came_in("forminator")

    assert counts == {Fate.NEW: 2}
    assert enquiries == [
        (
            "Prue Stell",
            "prue@example.org",
            "+441614960006",
            "other",
            at(2026, 3, 3, 14, 15),
            "Can I talk to somebody?",
        ),
        (
            "Quin Barrow",
            "",
            "+441614960007",
            "other",
            at(2026, 3, 4, 0, 5),
            "My address may be wrong\n\nE-mail address as it was typed: quin@example",
        ),
    ]


def test_fluent_forms() -> None:
    counts, enquiries = came_in("fluent_forms")

    assert counts == {Fate.NEW: 1, Fate.MARKED: 1}
    assert enquiries == [
        (
            "Rhea Thwaite",
            "rhea@example.org",
            "",
            "other",
            at(2026, 2, 10, 10, 10, 10),
            "Both are fine\n\nServices: Permanent, Contract",
        )
    ]


def test_elementor_with_a_row_twice() -> None:
    counts, enquiries = came_in("elementor")

    assert counts == {Fate.NEW: 1, Fate.TWICE: 1}
    assert enquiries == [("Tess Clough", "tess@example.org", "", "other", at(2026, 5, 20, 16), "One line\nand another")]


def test_jetpack() -> None:
    counts, enquiries = came_in("jetpack")

    assert counts == {Fate.NEW: 2}
    assert enquiries == [
        (
            "Uma Hay",
            "uma@example.org",
            "",
            "other",
            at(2026, 3, 9, 9, 30),
            "I saw your guide.\n\n3_Website: https://uma.example.org",
        ),
        ("Val Syke", "val@example.org", "", "other", at(2026, 3, 10, 9, 30), 'Two rows of "quotes".'),
    ]


def test_hubspot() -> None:
    counts, enquiries = came_in("hubspot")

    assert counts == {Fate.NEW: 2}
    assert enquiries == [
        (
            "Wes Ghyll",
            "wes@example.com",
            "+441614960008",
            "other",
            at(2026, 4, 20, 12, 45),
            "We need help hiring.\n\nConversion Title: Hire with us",
        ),
        (
            "Xena Lund",
            "xena@example.org",
            "",
            "other",
            at(2026, 4, 21, 12, 45),
            "Just a question\n\nConversion Title: Contact us",
        ),
    ]


def test_typeform_without_what_was_only_started() -> None:
    counts, enquiries = came_in("typeform")

    assert counts == {Fate.NEW: 1, Fate.MARKED: 1}
    assert enquiries == [
        ("Yan Moss", "yan@example.org", "", "candidate", at(2026, 5, 1, 23, 10), "A CV check"),
    ]


def test_google_forms() -> None:
    counts, enquiries = came_in("google_forms")

    assert counts == {Fate.NEW: 2}
    assert enquiries == [
        (
            "Zara Holm",
            "zara@example.org",
            "+441614960009",
            "candidate",
            at(2026, 5, 6, 13, 15, 22),
            "What are you looking for?: A first job in QA",
        ),
        ("Abel Rakes", "abel@example.com", "", "client", at(2026, 5, 7, 8), "What are you looking for?: A tester"),
    ]

"""A whole old site of a thousand addresses, each asked as visitors and robots write it."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client

from articles.models import OldAddress
from articles.moved.recording import record_all
from tests import cast

pytestmark = pytest.mark.django_db
GONE = (410, "")


def moved(number: int, guides: list[Any]) -> Iterator[tuple[str, str, str, tuple[int, str]]]:
    """Old address, target, how it is asked for, and the answer: twenty for each number."""
    guide = guides[number % len(guides)]
    target, there = f"ref:guide:{guide.pk}", (301, f"/guides/{guide.slug}/")
    day = f"/20{10 + number % 15}/{1 + number % 12:02}"
    yield f"{day}/post-{number}/", target, f"{day}/post-{number}/", there
    yield f"{day}/31/day-{number}/", target, f"{day}/31/day-{number}", there
    yield f"{day}/CaSe-{number}/", target, f"{day}/cAsE-{number}/", there
    yield f"{day}/phone-{number}/", target, f"{day}/phone-{number}/amp/", there
    yield f"{day}/frame-{number}/", target, f"{day}/frame-{number}/embed/", there
    yield f"/seen-{number}/", target, f"/seen-{number}/?utm_source=mail", (301, f"{there[1]}?utm_source=mail")
    yield f"/said-{number}/", target, f"/said-{number}/?replytocom={number}", there
    yield f"/Ünïcode-{number}/", target, f"/%C3%9Cn%C3%AFcode-{number}/", there
    yield f"/twice-é-{number}/", target, f"/twice-%25C3%25A9-{number}/", there
    yield f"/?p={number + 1}", target, f"/?p={number + 1}", there
    yield f"/?page_id={number + 1}", target, f"/?page_id={number + 1}&utm_x=1", (301, f"{there[1]}?utm_x=1")
    yield f"/?attachment_id={number + 1}", "gone", f"/?attachment_id={number + 1}", GONE
    yield f"/?cat={number + 1}", "/people/", f"/?cat={number + 1}", (301, "/people/")
    yield (
        f"/jobs.asp?id={number}",
        "https://jobs.example/",
        f"/jobs.asp?x=1&id={number}",
        (301, "https://jobs.example/"),
    )
    yield f"/static-{number}.html", "/feed.xml", f"/static-{number}.html", (301, "/feed.xml")
    yield f"/deep/{'a/' * (number % 9)}{number}/", target, f"/deep/{'a/' * (number % 9)}{number}", there
    yield f"/wp-content/uploads/{number}.jpg", target, f"/wp-content/uploads/{number}-300x200.jpg", there
    yield f"/chain-{number}/", f"/end-{number}/", f"/chain-{number}/", (301, "/people/")
    yield f"/end-{number}/", "/people/", f"/index.php/end-{number}/", (301, "/people/")
    yield f"/gone-{number}/", "gone", f"/gone-{number}/", GONE


def test_each_of_a_thousand_old_addresses_is_answered_as_said_in_one_step() -> None:
    guides = [cast.live_guide(slug) for slug in ("tech-lead", "data-engineer", "first-hire")]
    rows = [row for number in range(50) for row in moved(number, guides)]
    done = record_all((address, target) for address, target, _, _ in rows)
    client = Client()
    said = {asked: answer for _, _, asked, answer in rows}

    found = {asked: (answer.status_code, answer.get("Location", "")) for asked in said if (answer := client.get(asked))}

    assert (done.new, done.refused, OldAddress.objects.count(), len(said)) == (1000, [], 1000, 1000)
    assert {asked: (found[asked], said[asked]) for asked in said if found[asked] != said[asked]} == {}
    own = {location for _, location in said.values() if location.startswith("/")}
    assert Counter(client.get(location).status_code for location in own) == {200: len(own)}

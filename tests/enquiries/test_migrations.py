"""What migrations do to enquiries that are stored already."""

from importlib import import_module
from types import SimpleNamespace

import pytest
from django.apps import apps
from django.db import connection

from enquiries import search
from enquiries.models import Enquiry, SearchWord
from tests.enquiries import people

pytestmark = pytest.mark.django_db
EDITOR = SimpleNamespace(connection=connection)


def migration(name: str) -> object:
    return import_module(f"enquiries.migrations.{name}")


def test_stored_enquiries_are_found_by_plain_letters() -> None:
    enquiry = people.enquiry(name="Łukasz Đorđe", organisation="Ægir")
    enquiry.search_words.all().delete()
    SearchWord.objects.bulk_create(
        SearchWord(enquiry=enquiry, word=word) for word in ("łukasz", "đorđe", "ægir", "pat")
    )

    for _ in range(2):
        migration("0011_search_words_in_plain_letters").fold_words(apps, EDITOR)  # type: ignore[attr-defined]

    words = {"łukasz", "đorđe", "ægir", "pat", "lukasz", "dorde", "aegir"}
    assert set(enquiry.search_words.values_list("word", flat=True)) == words
    assert list(search.find(Enquiry.objects.all(), "łukasz aegir")) == [enquiry]


def test_on_the_way_back_a_long_phone_number_is_cut() -> None:
    for phone in ("+441614960000;ext=123", "0161 496 0000 or 0161 496 0001", "+441614960000"):
        people.enquiry(phone=phone)

    migration("0010_answers_as_typed").shorten(apps, EDITOR)  # type: ignore[attr-defined]

    phones = Enquiry.objects.order_by("pk").values_list("phone", flat=True)
    assert list(phones) == ["+441614960000", "0161 496 0000 or 016", "+441614960000"]

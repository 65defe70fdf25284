"""An address that an editor leaves empty is made from the name, the same in every browser and in none."""

import pytest
from django.forms import modelform_factory

from articles.admin.where_used import AddressForm
from articles.models import Topic

pytestmark = pytest.mark.django_db


def form(name, slug="", **fields):
    made = modelform_factory(Topic, form=AddressForm, fields=["name", "slug", "description", "position"])
    return made({"name": name, "slug": slug, "description": "What it is.", "position": 0}, **fields)


@pytest.mark.parametrize(
    ("name", "address"),
    [
        ("C++ / C#", "c-plus-plus-c-sharp"),
        ("エンジニア", "enjinia"),
        ("—", "topic"),
        ("a " * 29 + "a", ("a-" * 28)[:56].strip("-")),
    ],
)
def test_an_empty_address_is_made_from_the_name(name, address):
    assert form(name).save().slug == address


def test_an_address_that_is_taken_gets_a_number():
    assert [form(name).save().slug for name in ("R&D", "R & D.", "R—and—D")] == ["r-and-d", "r-d", "randd"]
    assert form("r&d!").save().slug == "r-and-d-2"


def test_an_address_that_was_written_stays():
    assert form("C++", "cpp").save().slug == "cpp"


def test_emptying_the_address_keeps_the_one_there_is():
    topic = form("C++", "cpp").save()
    assert form("C plus plus", instance=topic).save().slug == "cpp"


def test_without_a_name_there_is_nothing_to_make_it_from():
    assert set(form("\u200b").errors) == {"name"}

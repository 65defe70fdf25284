"""No answer is asked for and then forgotten on the way; erasing and the copy take theirs from the same list."""

import pytest
from django.test import Client
from django.urls import reverse

from enquiries import answers
from enquiries.models import Enquiry, Role
from enquiries.privacy import rights


@pytest.mark.django_db
def test_the_form_asks_for_every_one(client: Client) -> None:
    form = client.get(reverse("enquiries:new")).content.decode()
    assert [name for name in Enquiry.ANSWERS if f'name="{name}"' not in form] == []


def test_staff_see_every_one_on_its_page_and_in_their_mail() -> None:
    at_the_top = {"role", "name", "email", "phone", "message"}
    assert set(answers.WANTED) == set(Enquiry.ANSWERS) - at_the_top


def test_enquirers_may_correct_every_one_but_what_they_are_and_wrote() -> None:
    correctable = {name for role in Role.values for name in rights.correctable(role)}
    assert correctable == set(Enquiry.ANSWERS) - {"role", "message"}

"""What the lists of the desk have in common."""

import pytest
from django.test import Client
from django.urls import reverse

from articles.models import Topic

pytestmark = pytest.mark.django_db


def test_a_list_says_how_many_it_holds(admin_client: Client) -> None:
    Topic.objects.all().delete()
    Topic.objects.create(name="Pay", slug="pay")
    page = admin_client.get(reverse("admin:articles_topic_changelist"))
    assert "1 in this list" in page.content.decode()

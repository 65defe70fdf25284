"""Pages of long lists."""

from typing import Any

import pytest
from django.contrib.auth.models import User

from articles.lib import paging

pytestmark = pytest.mark.django_db


def test_a_long_list_is_counted_up_to_a_bound(monkeypatch: Any) -> None:
    monkeypatch.setattr(paging, "MOST_COUNTED", 3)
    users = [User.objects.create(username=f"user{number}") for number in range(5)]
    pages = paging.BoundedPaginator(User.objects.order_by("-id"), 2)

    assert (pages.count, pages.num_pages) == (3, 2)
    assert list(pages.page(1)) == [users[4], users[3]]
    assert list(pages.page(2)) == [users[2]]


def test_a_short_list_is_counted_exactly() -> None:
    User.objects.create(username="user")

    assert paging.BoundedPaginator(User.objects.order_by("-id"), 2).count == 1

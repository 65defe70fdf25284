"""What people are called."""

from typing import Any

from django.contrib.auth import get_user_model
from django.db.models import QuerySet


def name_of(user: Any) -> str:
    """How a mail or page calls a user; a user who no longer exists is “an editor”."""
    return user.get_full_name() or user.get_username() if user else "an editor"


def staff_by_name() -> QuerySet[Any]:
    """Those who work or worked here, in the order of their names."""
    staff = get_user_model()._default_manager.filter(is_staff=True)
    return staff.order_by("first_name", "last_name", "username")

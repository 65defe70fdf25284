"""What people are called."""

from typing import Any


def name_of(user: Any) -> str:
    """How a mail or page calls a user; a user who no longer exists is “an editor”."""
    return user.get_full_name() or user.get_username() if user else "an editor"

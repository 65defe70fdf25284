"""What people are called."""

from typing import Any


def name_of(user: Any) -> str:
    """How a mail or page calls a user; somebody who is gone was an editor."""
    return user.get_full_name() or user.get_username() if user else "an editor"

"""Whether backups are made, for those who look after them."""

from typing import Any

from django import template

from agency.backups import state

register = template.Library()


@register.simple_tag
def backup_warning(user: Any) -> str:
    """Empty when there is nothing to see to, or the user cannot."""
    return state.reason() if user.has_perm("agency.view_backup") else ""

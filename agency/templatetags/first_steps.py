"""The first steps, on the admin's front page until they are done."""

from typing import Any

from django import template

from agency.first_steps import progress
from agency.first_steps.progress import Progress

register = template.Library()


@register.simple_tag
def first_steps(user: Any) -> Progress | None:
    """How far they are, for who may do any of them; once all are done for the last time, and then nothing."""
    if progress.is_over() or not progress.may_see(user):
        return None
    found = progress.of(user)
    if found.is_complete:
        progress.end()
    return found


@register.simple_tag
def may_see_first_steps(user: Any) -> bool:
    return progress.may_see(user)

"""Parts of pages that show nothing but what they are given: rendered once for the same values, not once a page."""

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import Any

from django.conf import settings
from django.core.signals import setting_changed
from django.db.models import Model
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

KEPT = 2000  # of each kind, about a kilobyte each; the ones that were not asked for the longest go


def once[**Given](render: Callable[Given, SafeString]) -> Callable[Given, SafeString]:
    """Keeps what the function makes of plain values, which must be all that it looks at beside the settings.

    Text that is safe and text that is not are two values, however equal. Under DEBUG nothing is kept: templates change.
    """
    kept = lru_cache(maxsize=KEPT, typed=True)(render)

    @wraps(render)
    def rendered(*args: Given.args, **kwargs: Given.kwargs) -> SafeString:
        return render(*args, **kwargs) if settings.DEBUG else kept(*args, **kwargs)  # type: ignore[arg-type]

    setting_changed.connect(lambda **_signal: kept.cache_clear(), weak=False)  # only tests change settings under way
    return rendered


def component(template: str, **given: Any) -> SafeString:
    """The template with these values and no others. TypeError for a row of the database or anything without a hash.

    Rows are equal when their keys are, whatever they say: give what is shown of them.
    """
    if rows := [name for name, value in given.items() if isinstance(value, Model)]:
        raise TypeError(f"Give values, not rows: {', '.join(rows)}")
    return _component(template, **given)


@once
def _component(template: str, **given: Any) -> SafeString:
    return render_to_string(template, given)

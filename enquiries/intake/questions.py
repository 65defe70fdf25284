"""The questions of the enquiry form, of which nothing is worked out twice until somebody answers them."""

from functools import lru_cache
from typing import Any

from crispy_forms.layout import Layout, LayoutObject
from django import forms
from django.template import Context
from django.utils.html import format_html_join
from django.utils.safestring import SafeString

KEPT = 32  # of each role, before and after our words are changed


class Questions(Layout):
    """The questions of a form class that is made of `role` and `marketing_words`.

    Before anybody has answered them they are the same for all who come with one role, so that their HTML is kept. It is
    made of a form of its own, which knows nothing of the visitor: what a form carries along stands outside of them.
    """

    def render(self, form: forms.Form, context: Context, **kwargs: Any) -> SafeString:
        if form.is_bound:
            return super().render(form, context, **kwargs)
        return _unanswered(type(form), form.initial.get("role", ""), form.fields["marketing"].label)


class Unseen(LayoutObject):
    """Hidden fields, which need nothing around them."""

    def __init__(self, *fields: str) -> None:
        self.fields = list(fields)

    def render(self, form: forms.Form, context: Context, **kwargs: Any) -> SafeString:
        return format_html_join("", "{}", ((form[name],) for name in self.fields))


@lru_cache(KEPT)
def _unanswered(form_class: type[Any], role: str, marketing_words: str) -> SafeString:
    form = form_class(initial={"role": role}, marketing_words=marketing_words)
    form.helper.layout = Layout(*_questions(form.helper.layout).fields)
    return form.helper.render_layout(form, Context())


def _questions(layout: Layout) -> Questions:
    return next(part for part in layout.fields if isinstance(part, Questions))

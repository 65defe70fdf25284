"""`{% component "components/icons.html" %}`: like `{% include … only %}`, for what is the same on many pages."""

from django import template

from articles.lib import fragments

register = template.Library()
register.simple_tag(fragments.component, name="component")

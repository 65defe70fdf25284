"""What templates say of uploaded files: `{{ file|kind_and_size }}`."""

from django import template
from django.template.defaultfilters import filesizeformat

from articles.document import File
from articles.files.kinds import KINDS

register = template.Library()


@register.filter
def kind_and_size(file: File) -> str:
    """`PDF, 1.2 MB`."""
    return f"{KINDS[file.ending].name if file.ending in KINDS else 'file'}, {filesizeformat(file.size)}"

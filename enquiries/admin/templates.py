"""The words that replies begin with."""

from django import forms
from django.contrib import admin

from enquiries.handling import placeholders
from enquiries.models import ReplyTemplate


class TemplateForm(forms.ModelForm):
    """Refuses a placeholder that would not be filled in."""

    def clean_subject(self) -> str:
        return self._known("subject")

    def clean_body(self) -> str:
        return self._known("body")

    def _known(self, name: str) -> str:
        text = self.cleaned_data[name]
        if refusal := placeholders.refusal(text):
            raise forms.ValidationError(refusal)
        return text


@admin.register(ReplyTemplate)
class ReplyTemplateAdmin(admin.ModelAdmin):
    form = TemplateForm
    list_display = ("name", "role", "subject")
    list_filter = ("role",)
    fields = ("name", "role", "subject", "body")

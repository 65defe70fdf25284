"""Writing a reply: begin with a template, edit, look at it, send it."""

from typing import Any

from django import forms

from articles.lib import typed_text
from articles.lib.form_fields import Carried, WordsInput
from enquiries.handling import placeholders, verbs
from enquiries.models import Enquiry, ReplyTemplate


class ReplyForm(forms.Form):
    subject = forms.CharField(
        max_length=200,
        widget=forms.TextInput(attrs={"class": "vTextField"}),
        error_messages={"required": "Write a subject."},
    )
    body = WordsInput(
        label="Reply",
        max_length=20_000,
        widget=forms.Textarea(attrs={"rows": 14, "class": "vLargeTextField"}),
        error_messages={"required": "Write the reply first."},
    )
    # How many replies the writer knew of, so that pressing “Send” twice sends one.
    replies_seen = Carried(max_length=9)

    def clean_subject(self) -> str:
        """One line, whatever was sent: it becomes a header."""
        return typed_text.visible(" ".join(self.cleaned_data["subject"].split()))

    def clean_replies_seen(self) -> int:
        """A form that lost its number knew of no state of the enquiry that there ever was."""
        seen = self.cleaned_data["replies_seen"]
        return int(seen) if seen.isdecimal() else -1


def templates_for(enquiry: Enquiry) -> Any:
    return ReplyTemplate.objects.filter(role__in=["", enquiry.role])


def begun(enquiry: Enquiry, chosen: str, by: Any) -> ReplyForm:
    """A form to write in: with the words of the template `chosen` by its number, or nearly empty."""
    filled = placeholders.values(enquiry, by)
    template = templates_for(enquiry).filter(pk=chosen).first() if chosen.isdecimal() else None
    subject, body = (template.subject, template.body) if template else ("Your enquiry {reference}", "Hello {name},\n\n")
    return ReplyForm(
        initial={
            "subject": placeholders.fill(subject, filled),
            "body": placeholders.fill(body, filled),
            "replies_seen": verbs.replies_sent(enquiry),
        }
    )


def shown_again(enquiry: Enquiry, refused: ReplyForm) -> ReplyForm:
    """The words of a reply that came too late, for a writer who has now read what came before it."""
    return ReplyForm(initial=refused.cleaned_data | {"replies_seen": verbs.replies_sent(enquiry)})

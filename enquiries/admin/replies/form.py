"""The form in which a reply is written: its words, who gets a copy, its files, and when it leaves."""

import re
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone

from articles.lib import typed_text
from articles.lib.days import moment_in_words
from articles.lib.form_fields import Carried, WordsInput
from enquiries import working_hours
from enquiries.handling import placeholders, verbs
from enquiries.intake import attachments
from enquiries.intake.attachments import MOST_BYTES, CheckedFile
from enquiries.intake.fields import EmailInput
from enquiries.models import DraftFile, Enquiry, ReplyDraft, ReplyTemplate

MB = 1024 * 1024
MOST_COPIES = 5
MOST_FILES = 10
LONGEST_WAIT = timedelta(days=60)
NOW, OPENING, AT = "now", "opening", "at"
BETWEEN = re.compile(r"[,;\n]")
IN_QUOTES = re.compile(r'"[^"\n]*"')


class FilesInput(forms.FileInput):
    """Takes several files."""

    allow_multiple_selected = True

    def value_from_datadict(self, data: Any, files: Any, name: str) -> list[Any]:
        return files.getlist(name) if hasattr(files, "getlist") else []


class CopiesInput(WordsInput):
    """Addresses with commas, semicolons or line breaks between them, each mended and looked at by itself."""

    def clean(self, value: Any) -> list[str]:
        text = super().clean(value) or ""
        found = [self._address(one.strip()) for one in BETWEEN.split(IN_QUOTES.sub("", text)) if one.strip()]
        different = list({address.casefold(): address for address in found}.values())
        if len(different) > MOST_COPIES:
            raise ValidationError(f"A copy can go to {MOST_COPIES} addresses at most.", code="too_many")
        return different

    def _address(self, text: str) -> str:
        try:
            return EmailInput().clean(text) or ""
        except ValidationError as error:
            raise ValidationError(f"“{text}”: {' '.join(error.messages)}", code="address") from error


class ReplyForm(forms.Form):
    """Its cleaned `cc` are addresses, its `at` is the moment at which the reply leaves, if that is not now.

    What is in its words is filled in by `filled`. `kept` are the files that are with the draft already; those that came
    with the form and are sound are in `sound`, even while something else is wrong.
    """

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
    cc = CopiesInput(
        label="Copy to (optional)",
        help_text=f"Addresses with commas between them, {MOST_COPIES} at most. The enquirer sees them.",
        required=False,
        widget=forms.TextInput(attrs={"class": "vTextField"}),
    )
    uploads = forms.Field(
        label="Attach files (optional)",
        help_text=(
            "Documents, spreadsheets, presentations, PDFs, pictures or plain text: 10 MB each, 15 MB and "
            f"{MOST_FILES} files together."
        ),
        required=False,
        widget=FilesInput(),
    )
    when = forms.ChoiceField(label="Send it", required=False, widget=forms.RadioSelect)
    at = forms.DateTimeField(
        label="Day and time (UK)",
        required=False,
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
        error_messages={"invalid": "Enter a day and a time, such as 2 March 2027, 9:30."},
    )
    # How many replies the writer knew of, so that pressing “Send” twice sends one.
    replies_seen = Carried(max_length=9)

    def __init__(
        self,
        *args: Any,
        filled: dict[str, str] | None = None,
        kept: Sequence[DraftFile] = (),
        removed: Sequence[str] = (),
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self._filled = filled or {}
        self._kept = [file for file in kept if str(file.pk) not in removed]
        self.sound: list[CheckedFile] = []
        self.opening = working_hours.next_opening(timezone.now())
        when: Any = self.fields["when"]
        when.choices = [
            (NOW, "At once"),
            (OPENING, f"When we open next: {self.opening:%A} {moment_in_words(self.opening)}"),
            (AT, "At the day and time below"),
        ]
        when.initial = NOW

    def clean_subject(self) -> str:
        """One line, whatever was sent: it becomes a header."""
        return self._known(typed_text.visible(" ".join(self.cleaned_data["subject"].split())))

    def clean_body(self) -> str:
        return self._known(self.cleaned_data["body"])

    def clean_uploads(self) -> None:
        """Each by itself, so that one that is refused does not cost the others."""
        number, size = len(self._kept), sum(file.size for file in self._kept)
        for upload in self.files.getlist("uploads") if self.files else ():
            more = upload.size or 0
            try:
                if number == MOST_FILES or size + more > MOST_BYTES:
                    raise ValidationError("These are more files than fit: 10 files and 15 MB together.", code="room")
                self.sound.append(attachments.read(upload))
            except ValidationError as error:
                self.add_error("uploads", error)
            else:
                number, size = number + 1, size + more

    def clean_replies_seen(self) -> int:
        """A form that lost its number knew of no state of the enquiry that there ever was."""
        seen = self.cleaned_data["replies_seen"]
        return int(seen) if seen.isdecimal() else -1

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        cleaned.pop("uploads", None)
        if "at" in cleaned:
            cleaned["at"] = self._leaves(cleaned.pop("when", NOW), cleaned["at"])
        return cleaned

    def _leaves(self, when: str, at: datetime | None) -> datetime | None:
        if when == OPENING:
            return self.opening
        if when != AT:
            return None
        if at is None:
            self.add_error("at", "Choose the day and time at which it is to leave.")
        elif at <= timezone.now():
            self.add_error("at", "This time has passed. Choose a later one.")
        elif at > timezone.now() + LONGEST_WAIT:
            self.add_error("at", f"Choose a day within the next {LONGEST_WAIT.days} days.")
        return at

    def _known(self, text: str) -> str:
        if refusal := placeholders.refusal(text):
            raise ValidationError(f"{refusal} Take out the braces if you mean the words themselves.", code="unknown")
        return placeholders.fill(text, self._filled)


def templates_for(enquiry: Enquiry) -> Any:
    return ReplyTemplate.objects.filter(role__in=["", enquiry.role])


def begun(enquiry: Enquiry, chosen: str, by: Any) -> dict[str, Any]:
    """What a form begins with: the words of the template `chosen` by its number, or next to nothing."""
    filled = placeholders.values(enquiry, by)
    template = templates_for(enquiry).filter(pk=chosen).first() if chosen.isdecimal() else None
    subject, body = (template.subject, template.body) if template else ("Your enquiry {reference}", "Hello {name},\n\n")
    if not placeholders.is_signed(body):
        body = f"{body.rstrip()}\n\n\n\n{{signature}}"
    return {
        "subject": placeholders.fill(subject, filled),
        "body": placeholders.fill(body, filled),
        "replies_seen": verbs.replies_sent(enquiry),
    }


def taken_up(enquiry: Enquiry, draft: ReplyDraft) -> dict[str, Any]:
    """A draft, for a writer who has now read what came before it."""
    words = {name: getattr(draft, name) for name in ("subject", "body", "cc")}
    return words | {"replies_seen": verbs.replies_sent(enquiry)}

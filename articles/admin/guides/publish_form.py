"""What an editor fills in to publish a guide."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.forms import BoundField
from django.utils import timezone

from articles.admin.guides.forms import NOTE_LENGTH, NowOrLaterForm, time_field
from articles.admin.guides.places import Located
from articles.document import Document
from articles.gate import overrides
from articles.gate.findings import Finding
from articles.lib.form_fields import WordsInput
from articles.models import Article
from articles.publishing.publication import PublishOptions
from articles.review import upkeep

REASON = "reason-"
SAVED_MEANWHILE = (
    "Somebody saved this guide after you opened this page. You now see the latest draft: check it, then publish."
)


class DayInput(forms.DateInput):
    input_type = "date"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d")


class PublishForm(NowOrLaterForm):
    """How the draft is published: now or at a time, with which note, and overriding which findings.

    Beside its own fields it has one for the reason why each blocking finding is overridden, for those who may.
    """

    version = forms.IntegerField(widget=forms.HiddenInput)
    note = forms.CharField(
        label="What changed, and why",
        max_length=NOTE_LENGTH,
        help_text="One sentence for the history, such as “New salary figures for 2026.”",
    )
    shows_note = forms.BooleanField(
        label="Show this note to readers",
        required=False,
        help_text="It appears at the end of the page, under “What has changed”.",
    )
    is_substantive = forms.BooleanField(
        label="Readers should know: move “updated on”",
        required=False,
        help_text="Tick this when somebody who has read the page should read it again: new facts, figures or advice. "
        "Leave it empty for spelling, wording and links; readers then see the same date as before.",
    )
    review_by = forms.DateField(
        label="Review by",
        widget=DayInput(),
        help_text="When somebody should check that it is still right. We suggest a date from what the guide says.",
    )
    at = time_field("Publish at")

    def __init__(
        self, data: Any, *, guide: Article, document: Document, found: Sequence[Finding], user: Any, **kwargs: Any
    ) -> None:
        super().__init__(data, **kwargs)
        self.guide = guide
        self.initial["review_by"] = upkeep.suggested(document, timezone.localdate())
        if not guide.revisions.exclude(went_live_at=None).exists():
            self._ask_less()
        if overrides.may_override(user) and overrides.can_be_overridden(found):
            self._ask_reasons([finding for finding in found if finding.blocks])

    def _ask_less(self) -> None:
        """Of a guide that nobody has read yet, nothing has changed."""
        self.fields["note"].required = False
        self.fields["note"].label = "A note for the history"
        self.fields["note"].help_text = "Optional the first time. Readers do not see it."
        del self.fields["shows_note"], self.fields["is_substantive"]

    def _ask_reasons(self, blocking: Sequence[Finding]) -> None:
        live = self.guide.revisions.published().first()
        given = {kept["key"]: kept["reason"] for kept in live.overrides} if live else {}
        for finding in blocking:
            self.fields[_name(finding)] = WordsInput(
                label="Publish anyway, because",
                required=False,
                max_length=NOTE_LENGTH,
                initial=given.get(finding.key, ""),
                widget=forms.Textarea(attrs={"rows": 2, "form": "publish"}),
            )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if cleaned.get("version") != self.guide.version:
            self.add_error(None, SAVED_MEANWHILE)
        if cleaned.get("shows_note") and not cleaned.get("note") and "note" not in self.errors:
            self.add_error("note", "Write the note that readers should see.")
        return cleaned

    def clean_review_by(self) -> Any:
        day = self.cleaned_data["review_by"]
        if day <= timezone.localdate():
            raise forms.ValidationError("Choose a day in the future.")
        return day

    def options(self) -> PublishOptions:
        """What the valid form says."""
        cleaned = self.cleaned_data
        reasons = {name.removeprefix(REASON): text for name, text in cleaned.items() if name.startswith(REASON)}
        return PublishOptions(
            note=cleaned["note"],
            shows_note=cleaned.get("shows_note", False),
            is_substantive=cleaned.get("is_substantive", True),
            overrides=reasons,
            review_by=cleaned["review_by"],
        )

    def apply_overrides(self, findings: Sequence[Finding]) -> None:
        """Adds an error for each of these findings that stops the guide from being published."""
        number = len(findings)
        blocks = "1 finding still stops" if number == 1 else f"{number} findings still stop"
        self.add_error(None, f"Nothing was published: {blocks} this guide from going live.")
        for name in {_name(finding) for finding in findings} & self.fields.keys():
            self.add_error(name, "Fix this, or give a reason.")

    def with_reasons(self, blocking: Sequence[Located]) -> list[tuple[Located, BoundField | None]]:
        """Each blocking finding with the field for its reason; the same fault in two places asks for one reason."""
        asked: set[str] = set()
        pairs = []
        for located in blocking:
            name = _name(located.finding)
            pairs.append((located, self[name] if name in self.fields and name not in asked else None))
            asked.add(name)
        return pairs


def _name(finding: Finding) -> str:
    return f"{REASON}{finding.key}"

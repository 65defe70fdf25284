"""The form by which an enquirer uses a right or complains, and its two forms that ask for one thing only."""

from typing import Any

from django import forms

from articles.lib.form_fields import WordsInput
from enquiries.intake.forms import MAX_MESSAGE
from enquiries.models import Enquiry, PrivacyRequest
from enquiries.privacy import applications, rights
from enquiries.views.status_forms import StatusForm, helper


class RightsForm(StatusForm):
    """Any of the rights, chosen by what it does. `chosen` is the one of a form that asks for nothing else."""

    chosen: PrivacyRequest.Kind | None = None
    heading = "Use your rights"
    lead = (
        "A person looks at every request and answers it within one month. It costs you nothing. We send you an e-mail "
        "that says who answers, and by when."
    )
    send = "Send the request"
    done = "We have your request."
    label, hint, rows = "Tell us more", "Needed for a correction, an objection or a complaint.", 6
    ALWAYS_EXPLAINED = {
        PrivacyRequest.Kind.RECTIFICATION: "Tell us what is wrong, and what would be right.",
        PrivacyRequest.Kind.OBJECTION: "Tell us what you object to, and why.",
        PrivacyRequest.Kind.COMPLAINT: "Tell us what went wrong.",
    }
    CHOOSE = "Choose what you want us to do."

    kind = forms.ChoiceField(
        label="What would you like us to do?",
        choices=[
            (PrivacyRequest.Kind.ACCESS, "Send me a copy of everything you hold about me"),
            (PrivacyRequest.Kind.RECTIFICATION, "Correct something that is wrong"),
            (PrivacyRequest.Kind.ERASURE, "Erase my data"),
            (PrivacyRequest.Kind.RESTRICTION, "Keep my data, but stop using it"),
            (PrivacyRequest.Kind.OBJECTION, "Stop using my data in a way that I object to, such as sending me news"),
            (PrivacyRequest.Kind.PORTABILITY, "Give me my data in a form that another service can read"),
            (PrivacyRequest.Kind.COMPLAINT, "Look into a complaint about how you use my data"),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": CHOOSE, "invalid_choice": CHOOSE},
    )
    words = WordsInput(
        required=False,
        max_length=MAX_MESSAGE,
        error_messages={"max_length": "Shorten this to 5,000 characters or fewer."},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        words = self.fields["words"]
        words.label, words.help_text = self.label, self.hint
        words.widget = forms.Textarea(attrs={"rows": self.rows})
        if self.chosen:
            del self.fields["kind"]
            words.required = self.chosen in self.ALWAYS_EXPLAINED
            words.error_messages["required"] = self.ALWAYS_EXPLAINED.get(self.chosen, "")
        self.helper = helper(*self.fields, send=self.send)

    def clean(self) -> None:
        kind = self.cleaned_data.get("kind")
        if kind in self.ALWAYS_EXPLAINED and self.cleaned_data.get("words") == "":
            self.add_error("words", self.ALWAYS_EXPLAINED[kind])

    def act(self) -> None:
        kind = PrivacyRequest.Kind(self.chosen or self.cleaned_data["kind"])
        rights.request(self.enquiry, kind, self.cleaned_data["words"])


class ErasureForm(RightsForm):
    chosen = PrivacyRequest.Kind.ERASURE
    heading = "Ask us to erase your data"
    lead = (
        "A person looks at every request and answers it within one month. Once your data is erased, "
        "the link that brought you here stops working."
    )
    send = "Ask for erasure"
    label, hint, rows = "Is there anything we should know?", "", 4

    def __init__(self, *args: Any, enquiry: Enquiry, **kwargs: Any) -> None:
        super().__init__(*args, enquiry=enquiry, **kwargs)
        if enquiry.is_kept_by_law:
            self.lead = (
                f"Your enquiry became an application. {applications.told(enquiry)} You can ask all the same: "
                "what the law does not ask us to keep is then erased at once."
            )


class ComplaintForm(RightsForm):
    chosen = PrivacyRequest.Kind.COMPLAINT
    heading = "Complain about how we use your data"
    lead = (
        "We confirm by e-mail that we have your complaint, look into it without delay, and tell you the outcome. It goes "
        "to whoever looks after data protection here. You can also complain to the Information Commissioner’s Office."
    )
    send = "Send the complaint"
    done = "We have your complaint."
    label, hint = "What went wrong?", ""

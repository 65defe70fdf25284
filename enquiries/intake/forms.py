"""The enquiry form, "About you"."""

import json
from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Div, Field, Fieldset, Layout, Submit
from django import forms

from articles.lib.form_fields import Carried, WordsInput
from enquiries.intake import cvs, email_typos
from enquiries.intake.fields import EmailInput, LineInput, PhoneInput, StampInput, TokenInput
from enquiries.intake.questions import Questions, Unseen
from enquiries.models import Engagement, ReplyBy, RightToWork, Role, Urgency

MAX_MESSAGE = 5000
CHOOSE_ROLE = "Choose whether you are looking for work, hiring or something else."


class CVField(forms.FileField):
    """A CV; the cleaned value is an `UploadedCV`."""

    default_error_messages = {"empty": "This file is empty. Choose your CV again."}

    def clean(self, data: Any, initial: Any = None) -> cvs.UploadedCV | None:
        upload = super().clean(data, initial)
        return cvs.read(upload) if upload else None


def optional_line(label: str, hint: str = "", **attrs: str) -> LineInput:
    """A line that may stay empty, of up to 200 characters."""
    return LineInput(
        label=label,
        help_text=hint,
        required=False,
        max_length=200,
        widget=forms.TextInput(attrs=attrs),
        error_messages={"max_length": "Use up to 200 characters."},
    )


def optional_choice(label: str, choices: Any) -> forms.ChoiceField:
    """One of some answers, none chosen for the visitor."""
    return forms.ChoiceField(
        label=label,
        choices=choices,
        required=False,
        widget=forms.RadioSelect,
        error_messages={"invalid_choice": "Choose one of the answers."},
    )


class EnquiryForm(forms.Form):
    """Who the visitor is and what they want.

    Every role's questions are in the page; the stylesheet shows those of the chosen role, and the answers to the others
    are dropped. So the form works without a script, without a session, and with the back button.
    """

    role = forms.ChoiceField(
        label="I am…",
        choices=[(role.value, role.label.capitalize()) for role in Role],
        widget=forms.RadioSelect,
        error_messages={"required": CHOOSE_ROLE, "invalid_choice": CHOOSE_ROLE},
    )
    name = LineInput(
        label="Your name",
        max_length=200,
        widget=forms.TextInput(attrs={"autocomplete": "name", "spellcheck": "false"}),
        error_messages={"required": "Enter your name.", "max_length": "Your name can have up to 200 characters."},
    )
    email = EmailInput(
        label="E-mail address",
        help_text="We use it to answer you, and for nothing else.",
        max_length=254,
        widget=forms.EmailInput(
            attrs={
                "autocomplete": "email",
                "spellcheck": "false",
                "autocapitalize": "none",
                "data-typos": json.dumps(email_typos.RULE),
            }
        ),
        error_messages={
            "required": "Enter your e-mail address.",
            "max_length": "An e-mail address can have up to 254 characters.",
        },
    )
    phone = PhoneInput(
        label="Phone number",
        help_text="With the country code if it is not a UK number, such as +353 for Ireland.",
        required=False,
        widget=forms.TextInput(attrs={"type": "tel", "autocomplete": "tel", "inputmode": "tel"}),
    )
    reply_by = optional_choice("How should we reply?", ReplyBy)
    reply_when = optional_line("When is a good time?", "For example: weekdays after 5 pm.")

    role_sought = optional_line("Which role are you looking for?", "A job title or a few words.", autocomplete="off")
    location = optional_line("Where would you like to work?", "A place, remote, or both.", autocomplete="off")
    right_to_work = optional_choice("Do you have the right to work in the UK?", RightToWork)
    cv = CVField(
        label="Your CV",
        help_text="PDF, DOC, DOCX, ODT or RTF, up to 5 MB.",
        required=False,
        # No `accept`: phones hide what they have no type or ending for, and it is the content that decides.
        widget=forms.FileInput,
    )

    organisation = optional_line("Your organisation", autocomplete="organization")
    role_to_fill = optional_line("Which role do you need to fill?", "A job title or a few words.", autocomplete="off")
    engagement = optional_choice("Permanent or contract?", Engagement)
    urgency = optional_choice("How soon should somebody start?", Urgency)

    message = WordsInput(
        label="How can we help?",
        help_text="A few sentences are enough.",
        max_length=MAX_MESSAGE,
        widget=forms.Textarea(attrs={"rows": 6}),
        error_messages={
            "required": "Tell us in a few words how we can help.",
            "max_length": "Shorten your message to 5,000 characters or fewer.",
        },
    )
    marketing = forms.BooleanField(required=False)

    # What people do not fill in: a trap for programs, the time of the form, its token, and where the visitor was.
    # No browser or password manager knows the trap by its name, and those that can be told are told to leave it alone.
    subject = Carried(
        label="Leave this empty",
        help_text="This field catches programs that fill in everything.",
        max_length=1000,
        widget=forms.TextInput(
            attrs={
                "autocomplete": "off",
                "tabindex": "-1",
                "data-1p-ignore": True,
                "data-bwignore": True,
                "data-form-type": "other",
                "data-lpignore": "true",
                "data-protonpass-ignore": "true",
            }
        ),
    )
    stamp = StampInput(max_length=200)
    token = TokenInput()
    synthetic = Carried(max_length=200)

    ROLE_FIELDS = {
        Role.CANDIDATE: ("role_sought", "location", "right_to_work", "cv"),
        Role.CLIENT: ("organisation", "role_to_fill", "engagement", "urgency"),
        Role.OTHER: (),
    }

    def __init__(self, *args: Any, marketing_words: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["from"] = Carried(max_length=500)
        self.fields["marketing"].label = marketing_words
        self.helper = FormHelper()
        self.helper.attrs = {"novalidate": True, "class": "form"}
        self.helper.layout = Layout(
            Questions(
                "role",
                "name",
                "email",
                "phone",
                "reply_by",
                "reply_when",
                Fieldset("About the work you want", *self.ROLE_FIELDS[Role.CANDIDATE], css_class="for-candidate"),
                Fieldset("About the role to fill", *self.ROLE_FIELDS[Role.CLIENT], css_class="for-client"),
                "message",
                Field("marketing", template="accessible/checkbox.html"),
                Div("subject", css_class="trap", aria_hidden="true", inert=True),
            ),
            Unseen("from", "token", "stamp"),
            Submit("send", "Send your enquiry"),
        )

    def clean(self) -> dict[str, Any]:
        """Answers to the questions of other roles are dropped, whatever was left in them."""
        cleaned = super().clean() or self.cleaned_data
        for role, names in self.ROLE_FIELDS.items():
            if role != cleaned.get("role"):
                for name in names:
                    cleaned[name] = None if name == "cv" else ""
                    self.errors.pop(name, None)
        self.check_reply(cleaned)
        return cleaned

    def check_reply(self, cleaned: dict[str, Any]) -> None:
        """Whether they can be answered in the way that they chose."""
        if cleaned.get("reply_by") == ReplyBy.PHONE and not cleaned.get("phone") and "phone" not in self.errors:
            self.add_error("phone", "Enter your phone number so that we can call you, or choose another way to reply.")

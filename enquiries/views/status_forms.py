"""The small forms behind the enquirer's own page; each knows its words and the verb that it ends in."""

from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout, Submit
from django import forms
from django.forms.models import model_to_dict

from articles.lib.form_fields import Carried
from enquiries import wordings
from enquiries.consents import verbs as consents
from enquiries.intake.forms import EnquiryForm
from enquiries.models import Enquiry, ReplyBy, Suppression, Wording
from enquiries.privacy import rights


class StatusForm(forms.Form):
    """What all of them share: the enquiry, and one button."""

    heading = lead = send = done = quotation = ""

    def __init__(self, *args: Any, enquiry: Enquiry, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.enquiry = enquiry
        self.helper = helper(*self.fields, send=self.send)

    def act(self) -> None:
        """Does what the valid form asks for. Raises `NotAllowed`."""
        raise NotImplementedError


class CorrectionForm(EnquiryForm):
    """The enquiry form's own questions, held to its own rules, without those that cannot be corrected."""

    heading = "Correct your details"
    lead = (
        "Your message stays as you sent it. If you change your e-mail address, we will write to the new one. The link "
        "that brought you here then stops working, and our e-mail brings you a new one."
    )
    send = "Save the corrections"
    done = "Your details are corrected."
    quotation = ""

    def __init__(self, *args: Any, enquiry: Enquiry, **kwargs: Any) -> None:
        names = rights.correctable(enquiry.role)
        held = model_to_dict(enquiry, ("role", *names)) | {"phone": enquiry.phone_in_words}
        super().__init__(*args, initial=held, **kwargs)
        self.enquiry = enquiry
        # The role stays, whatever is posted; the form's rules need to know it.
        self.fields["role"].disabled = True
        self.fields["role"].widget = forms.HiddenInput()
        self.fields = {name: self.fields[name] for name in ("role", *names)}
        self.helper = helper(*names, send=self.send)

    def answers(self) -> dict[str, str]:
        """What the valid form says, as it is stored."""
        answers = {name: str(self.cleaned_data[name] or "") for name in rights.correctable(self.enquiry.role)}
        return answers | {"reply_by": answers["reply_by"] or ReplyBy.EMAIL}

    def changes_nothing(self) -> bool:
        return all(getattr(self.enquiry, name) == answer for name, answer in self.answers().items())

    def act(self) -> None:
        rights.correct(self.enquiry, self.answers())


class WithdrawalForm(StatusForm):
    heading = "Withdraw your enquiry"
    lead = (
        "We will stop working on it and send you nothing more about it. "
        "We will erase what you sent on the date that we show you."
    )
    send = "Withdraw my enquiry"
    done = "Your enquiry is withdrawn."

    def act(self) -> None:
        rights.withdraw(self.enquiry)


class ConsentForm(StatusForm):
    """Gives consent to the words shown, or withdraws it; `wording` is the version agreed to, empty to withdraw it."""

    wording = Carried(max_length=20)
    heading = "Hearing from us"
    done = "Your choice is recorded."

    def __init__(self, *args: Any, enquiry: Enquiry, **kwargs: Any) -> None:
        self.current = wordings.current(Wording.Kind.MARKETING)
        given = enquiry.marketing_wording if consents.hears_from_us(enquiry) else None
        self.quotation = (given or self.current).text
        self.lead = "You agreed to this:" if given else "If you wish, you can agree to this:"
        self.send = "Withdraw my consent" if given else "I agree"
        super().__init__(
            *args, enquiry=enquiry, initial={"wording": "" if given else str(self.current.version)}, **kwargs
        )

    def clean(self) -> None:
        """Words that were changed since the page was opened, or were lost, are shown again before anybody agrees to them."""
        if self.data.get("wording") not in ("", str(self.current.version)):
            self.data = self.initial
            raise forms.ValidationError("The words have changed since you opened this page. Please read them again.")

    def act(self) -> None:
        if self.cleaned_data["wording"]:
            consents.give(self.enquiry)
        else:
            consents.end(self.enquiry, Suppression.Reason.WITHDRAWN)


def helper(*names: str, send: str) -> FormHelper:
    """The layout: the fields one below the other, and the button."""
    helper = FormHelper()
    helper.attrs = {"novalidate": True, "class": "form"}
    helper.layout = Layout(*names, Submit("send", send))
    return helper

"""The page on which somebody changes what stands below their replies."""

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from articles.lib.form_fields import WordsInput
from enquiries.admin.common import REFUSED, render
from enquiries.handling import placeholders, signatures


class SignatureForm(forms.Form):
    text = WordsInput(
        label="Your signature",
        help_text="Plain text. Leave it empty to have your name, your teams and the agency.",
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 6, "class": "vLargeTextField"}),
    )

    def clean_text(self) -> str:
        """Without placeholders: it is itself put in for one, and these are put in once."""
        text = self.cleaned_data["text"]
        if placeholders.PLACEHOLDER.search(text):
            raise forms.ValidationError("Nothing is filled in here. Write the words themselves, without braces.")
        return text


def page(request: HttpRequest) -> HttpResponse:
    initial = {"text": signatures.of(request.user)}
    form = SignatureForm(request.POST if request.method == "POST" else None, initial=initial)
    if form.is_bound and form.is_valid():
        signatures.change(request.user, form.cleaned_data["text"])
        messages.success(request, "Your signature is saved. Replies that you begin from now on have it.")
        return redirect("admin:enquiries_signature")
    context = {"title": "Your signature", "form": form, "usual": signatures.usual(request.user)}
    return render(request, "signature", context, status=REFUSED if form.errors else 200)

from django import forms

from articles.importing.one_document import ENDINGS

MOST = 60 * 2**20


class WordForm(forms.Form):
    """A Word document."""

    document = forms.FileField(
        label="Word document",
        widget=forms.FileInput(attrs={"accept": ",".join(ENDINGS)}),
        help_text="A .docx of Word, LibreOffice, Google Docs or Pages, up to 60 MB.",
        error_messages={"required": "Choose a document.", "empty": "This file is empty. Choose another."},
    )

    def clean_document(self) -> object:
        document = self.cleaned_data["document"]
        if not document.name.casefold().endswith(ENDINGS):
            raise forms.ValidationError("This is no .docx. Save it as “Word document (.docx)” and choose that.")
        if document.size > MOST:
            raise forms.ValidationError("This document is larger than 60 MB. Make its pictures smaller in Word first.")
        return document

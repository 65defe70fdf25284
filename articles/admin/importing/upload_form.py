from django import forms

from articles.importing.uploads import MOST


class UploadForm(forms.Form):
    """What to move in from."""

    source = forms.FileField(
        label="What you have",
        widget=forms.FileInput(attrs={"accept": ".xml,.zip,.docx,.html,.htm,.md,.markdown,.gz"}),
        help_text="A WordPress export (Tools › Export, all content), or a ZIP file of it with its folder of uploads; Word "
        "documents, saved web pages, Google Docs downloads or Markdown files, one or a ZIP file of many; or an export of this "
        "site. Up to 90 MB; what is larger is moved in with the command import_site.",
        error_messages={"required": "Choose a file.", "empty": "This file is empty. Choose another."},
    )

    def clean_source(self) -> object:
        source = self.cleaned_data["source"]
        if source.size > MOST:
            raise forms.ValidationError(
                "This file is larger than 90 MB. Have it moved in with the command import_site."
            )
        return source

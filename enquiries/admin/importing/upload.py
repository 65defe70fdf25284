"""Uploading a file of form entries."""

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from articles.audit import recording as audit
from enquiries.admin.importing import pages
from enquiries.importing import uploads
from enquiries.importing.decoding import LARGEST, Unreadable
from enquiries.models import EntryImport


class UploadForm(forms.Form):
    file = forms.FileField(
        label="CSV file",
        widget=forms.FileInput(attrs={"accept": ".csv,.tsv,.txt,text/csv", "aria-describedby": "id_file_helptext"}),
        help_text="The export of one form: Contact Form 7 (Flamingo or CFDB7), WPForms, Gravity Forms, Ninja Forms, Formidable, "
        "Forminator, Fluent Forms, Elementor, Jetpack, HubSpot, Typeform, Google Forms, or any other with a row of headings. "
        "Up to 10,000 entries and 20 MB.",
        error_messages={"required": "Choose a file.", "empty": "This file is empty. Choose another."},
    )

    def clean_file(self) -> object:
        """What is too large is not read."""
        file = self.cleaned_data["file"]
        if file.size > LARGEST:
            raise forms.ValidationError("This file is larger than 20 MB. Export the entries in parts.")
        return file


@require_http_methods(["GET", "HEAD", "POST"])
def upload(request: HttpRequest) -> HttpResponse:
    """Takes a file, and leads to its columns."""
    pages.refuse_others(request)
    form = UploadForm(*((request.POST, request.FILES) if request.method == "POST" else ()))
    if form.is_valid():
        file = form.cleaned_data["file"]
        try:
            return pages.to("columns", uploads.receive(file.name, file.read(), by=request.user))
        except Unreadable as reason:
            form.add_error("file", str(reason))
    return pages.page(request, "upload.html", "Import form entries", form=form)


@require_POST
def drop(request: HttpRequest, run: EntryImport) -> HttpResponse:
    """Throws the upload away; nothing of it came in."""
    run.delete()
    messages.success(request, f"“{run}” is thrown away. Nothing of it came in.")
    return HttpResponseRedirect(reverse("admin:enquiries_entryimport_changelist"))


def note(run: EntryImport) -> None:
    """Leaves a line in the audit trail that somebody took the file in."""
    audit.record(audit.Action.IMPORTED, f"form entries of {run.form}: {run.total} rows")

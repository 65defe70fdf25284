"""What each column of the file is, as a person confirms it."""

import re
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from enquiries.admin.importing import pages
from enquiries.admin.importing.columns_form import ColumnsForm
from enquiries.importing import guessing, uploads
from enquiries.importing.mapping import Mapping
from enquiries.importing.tables import Table
from enquiries.models import EntryImport

VALUES = 3
LONGEST_VALUE = 80
A_FILE = re.compile(r"https?://\S+\.(?:pdf|docx?|odt|rtf|txt|zip|jpe?g|png)\b", re.IGNORECASE)
# What an export's name says beside the form: days, long numbers, the word itself.
NOT_THE_FORM = re.compile(
    r"\d{4}[ .]\d{2}[ .]\d{2}|\d{6,}|\b(?:exports?|entries|submissions|responses|csv)\b", re.IGNORECASE
)
NEW_QUESTION = "One more thing: look at what is new on this page, then go on."


@require_http_methods(["GET", "HEAD", "POST"])
def columns(request: HttpRequest, run: EntryImport) -> HttpResponse:
    """Asks what the columns are, and leads to the preview."""
    table = uploads.table_of(run)
    remembered = uploads.remembered(run)
    said = remembered or guessing.mapping(table, form_in(run.name))
    form = ColumnsForm(table, said, request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        if not form.asked_anew:
            _keep(run, form.mapping())
            return pages.to("preview", run)
        messages.warning(request, NEW_QUESTION)
    return pages.page(
        request,
        "columns.html",
        "What the columns are",
        run=run,
        form=form,
        columns=list(_shown(form, table)),
        is_remembered=remembered is not None and not run.mapping,
        repeated=table.repeated_headers,
    )


def form_in(name: str) -> str:
    """The name of the form, as far as that of its file says it."""
    words = NOT_THE_FORM.sub(" ", PurePosixPath(name).stem.replace("_", " ").replace("-", " "))
    return " ".join(words.split()) or "Contact form"


def _keep(run: EntryImport, said: Mapping) -> None:
    EntryImport.objects.filter(pk=run.pk).update(mapping=said.as_json, form=said.form)


def _shown(form: ColumnsForm, table: Table) -> Iterator[tuple[Any, list[str], bool]]:
    """Each column's field, its first different values, and whether they are addresses of files."""
    for place, name in enumerate(form.column_names):
        found: dict[str, None] = {}
        has_files = False
        for _, cells in table.rows:
            value = " ".join(cells[place].split())
            has_files = has_files or bool(A_FILE.search(value))
            if value and len(found) < VALUES:
                found[value if len(value) <= LONGEST_VALUE else f"{value[:LONGEST_VALUE]}…"] = None
        yield form[name], list(found), has_files

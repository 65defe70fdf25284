"""Uploaded files that readers get as they are: films to play, and everything else to save.

A name is never used twice, and holds 16 random digits: nobody comes across the file of a draft.
"""

import re

from django.core.files.storage import default_storage
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_safe

from agency.serving.media import A_YEAR
from articles.files.kinds import DOWNLOADS, KINDS
from articles.files.uploads import FOLDER
from articles.lib.attachments import disposition

# RFC 9110, section 14.2. Players ask for one range; who asks for several gets the whole, as the section allows.
RANGE = re.compile(r"bytes=(?P<start>\d{1,15})?-(?P<end>\d{1,15})?")
# A shorter answer than was asked for is a right one, and players then ask on. It is held in memory.
LONGEST_PIECE = 2 * 2**20


@require_safe
def file(request: HttpRequest, place: str, name: str) -> HttpResponseBase:
    """The file, or the piece of it that was asked for."""
    kind = name.rpartition(".")[2]
    if kind not in KINDS:
        raise Http404("That is not the name of a file.")
    stored = f"{FOLDER}/{place}/{name}"
    try:
        size = default_storage.size(stored)
        response = _piece(request, stored, size) or FileResponse(default_storage.open(stored))
    except FileNotFoundError as error:
        raise Http404("There is no such file.") from error
    response.headers["Content-Type"] = KINDS[kind].media_type
    response.headers["Cache-Control"] = f"public, max-age={A_YEAR}, immutable"
    response.headers["ETag"] = f'"{place}"'
    response.headers["Accept-Ranges"] = "bytes"
    if kind in DOWNLOADS:
        response.headers["Content-Disposition"] = disposition(name)
    else:
        response.headers.pop("Content-Disposition", None)
    return response


def _piece(request: HttpRequest, stored: str, size: int) -> HttpResponse | None:
    """None when the whole is wanted."""
    wanted = RANGE.fullmatch(request.headers.get("Range", ""))
    if request.method != "GET" or wanted is None or wanted[0] == "bytes=-":
        return None
    start, end = _bounds(wanted, size)
    if start > end:
        return HttpResponse(status=416, headers={"Content-Range": f"bytes */{size}"})
    content = default_storage.piece(stored, start, min(end - start + 1, LONGEST_PIECE))  # type: ignore[attr-defined] # both of ours have it
    headers = {"Content-Range": f"bytes {start}-{start + len(content) - 1}/{size}"}
    return HttpResponse(content, status=206, headers=headers)


def _bounds(wanted: re.Match[str], size: int) -> tuple[int, int]:
    """The first and the last byte; without a first one, so many at the end are meant."""
    start, end = wanted["start"], wanted["end"]
    if start is None:
        return max(0, size - int(end)), (size - 1 if int(end) else -1)
    return int(start), min(int(end), size - 1) if end else size - 1

"""Uploaded files as readers get them: to save, or to play piece by piece."""

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from agency.serving import files

PLACE = "files/0123456789abcdef"
CONTENT = bytes(range(256)) * 8


@pytest.fixture(autouse=True)
def stored(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    for name in ("salary-survey-2026.pdf", "film.mp4", "film.vtt"):
        default_storage.save(f"{PLACE}/{name}", ContentFile(CONTENT))


def got(client, name, **headers):
    return client.get(f"/media/{PLACE}/{name}", headers=headers)


def test_a_download_is_saved_and_never_shown(client):
    response = got(client, "salary-survey-2026.pdf", accept_encoding="br, gzip")
    assert response.status_code == 200
    assert response.getvalue() == CONTENT
    shown = {name: response.headers.get(name) for name in ("Content-Type", "Content-Disposition", "X-Content-Type-Options",
             "Content-Length", "Content-Encoding", "Cache-Control")}  # fmt: skip
    assert shown == {
        "Content-Type": "application/pdf",
        "Content-Disposition": 'attachment; filename="salary-survey-2026.pdf"',
        "X-Content-Type-Options": "nosniff",
        "Content-Length": str(len(CONTENT)),
        "Content-Encoding": None,
        "Cache-Control": "public, max-age=31536000, immutable",
    }


def test_a_film_is_played_from_wherever_its_player_likes(client):
    whole = got(client, "film.mp4")
    assert (whole.headers["Content-Type"], whole.headers["Accept-Ranges"]) == ("video/mp4", "bytes")
    assert not whole.has_header("Content-Disposition")
    assert whole.getvalue() == CONTENT
    for asked, start, end in (("0-", 0, 2047), ("100-299", 100, 299), ("2000-9999", 2000, 2047), ("-48", 2000, 2047)):
        piece = got(client, "film.mp4", range=f"bytes={asked}", accept_encoding="br")
        assert (piece.status_code, piece.headers["Content-Range"]) == (206, f"bytes {start}-{end}/2048")
        assert piece.content == CONTENT[start : end + 1]
        assert not piece.has_header("Content-Encoding")


def test_a_long_piece_is_cut(client, monkeypatch):
    monkeypatch.setattr(files, "LONGEST_PIECE", 500)
    piece = got(client, "film.mp4", range="bytes=0-")
    assert (piece.headers["Content-Range"], piece.headers["Content-Length"]) == ("bytes 0-499/2048", "500")


def test_what_is_not_there_cannot_be_asked_for(client):
    for asked in ("2048-", "9-3", "-0"):
        response = got(client, "film.mp4", range=f"bytes={asked}")
        assert (response.status_code, response.headers["Content-Range"]) == (416, "bytes */2048")
    for asked in ("bytes=0-1,5-6", "lines=0-1"):
        assert got(client, "film.mp4", range=asked).getvalue() == CONTENT


def test_captions_are_text(client):
    response = got(client, "film.vtt")
    assert (response.headers["Content-Type"], response.getvalue()) == ("text/vtt; charset=utf-8", CONTENT)


@pytest.mark.django_db
@pytest.mark.parametrize(
    "path",
    [
        f"{PLACE}/gone.pdf",
        f"{PLACE}/film.html",
        "files/0123456789abcdeg/film.mp4",
        "files/film.mp4",
        "files/0123456789abcdef/../film.mp4",
        "pictures/0123456789abcdef.jpg",
    ],
)
def test_nothing_else_is_handed_out(client, path):
    assert client.get(f"/media/{path}").status_code == 404

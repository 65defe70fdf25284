"""Pictures are found in the folder or archive of uploads, whatever size a text shows."""

import stat
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import pytest

from articles.importing.posts import PictureNote, Source, Unreadable
from articles.importing.sources.wordpress import read
from tests.articles.importing.wordpress.wxr import attachment, export, item

UPLOADS = "https://blog.example.com/wp-content/uploads"


def site(folder: Path, media: Path | None = None) -> Source:
    path = folder / "export.xml"
    path.write_text(export(attachment(9, "team.jpg", alt="A table", caption="Lunch"), item()))
    return read(path, media=media)


def filled(root: Path, *names: str) -> Path:
    for name in names:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name)
    return root


def opened(source: Source, address: str) -> str | None:
    stream = source.open(address)
    if stream is None:
        return None
    with stream:
        return stream.read().decode()


@pytest.mark.parametrize(
    ("address", "name"),
    [
        (f"{UPLOADS}/2025/05/team.jpg", "2025/05/team.jpg"),
        (f"{UPLOADS}/2025/05/team-300x200.jpg", "2025/05/team.jpg"),
        (f"{UPLOADS}/2025/05/team-scaled.jpg", "2025/05/team.jpg"),
        (f"{UPLOADS}/2025/05/team.jpg.webp", "2025/05/team.jpg"),
        ("//i0.wp.com/blog.example.com/wp-content/uploads/2025/05/team.jpg?resize=300%2C200", "2025/05/team.jpg"),
        ("https://blog.files.wordpress.com/2025/05/team.jpg?w=300", "2025/05/team.jpg"),
        (f"{UPLOADS}/2025/05/big-1024x768.jpg", "2025/05/big-scaled.jpg"),
        (f"{UPLOADS}/2025/05/only-150x150.png", "2025/05/only-150x150.png"),
        (f"{UPLOADS}/2025/05/cut-e1589000000000-300x200.jpg", "2025/05/cut-e1589000000000.jpg"),
        (f"{UPLOADS}/2025/05/Caf%C3%A9.JPG", "2025/05/Café.jpg"),
        ("/wp-content/uploads/guide.pdf", "guide.pdf"),
        (f"{UPLOADS}/2025/05/none.jpg", None),
        ("https://[", None),
    ],
)
def test_the_file_behind_an_address(tmp_path: Path, address: str, name: str | None) -> None:
    names = (
        "team.jpg",
        "team-300x200.jpg",
        "big-scaled.jpg",
        "only-150x150.png",
        "cut.jpg",
        "cut-e1589000000000.jpg",
        "Café.jpg",
    )
    filled(tmp_path / "wp-content/uploads", "guide.pdf", *(f"2025/05/{one}" for one in names))
    assert opened(site(tmp_path), address) == name


def test_what_the_library_says_of_a_picture(tmp_path: Path) -> None:
    source = site(tmp_path)
    address = f"{UPLOADS}/2025/05/team.jpg"
    assert source.note(f"{UPLOADS}/2025/05/team-300x200.jpg") == PictureNote(
        address=address, alt="A table", caption="Lunch"
    )
    assert source.note("https://elsewhere.example/x.jpg") == PictureNote(address="https://elsewhere.example/x.jpg")


def test_media_as_an_archive(tmp_path: Path) -> None:
    with ZipFile(tmp_path / "backup.zip", "w") as zipped:
        zipped.writestr("public_html/wp-content/uploads/2025/05/team.jpg", "packed")
    assert opened(site(tmp_path, tmp_path / "backup.zip"), f"{UPLOADS}/2025/05/team-1x1.jpg") == "packed"


def test_only_folders_of_uploads_are_looked_into(tmp_path: Path) -> None:
    filled(tmp_path / "private", "2025/05/team.jpg")
    assert opened(site(tmp_path), f"{UPLOADS}/2025/05/team.jpg") is None


def test_links_are_not_followed(tmp_path: Path) -> None:
    secret = filled(tmp_path, "secret.txt") / "secret.txt"
    uploads = tmp_path / "wp-content/uploads"
    uploads.mkdir(parents=True)
    (uploads / "team.jpg").symlink_to(secret)
    (uploads / "loop").symlink_to(tmp_path)
    assert opened(site(tmp_path), f"{UPLOADS}/team.jpg") is None


@pytest.mark.parametrize("name", ["../../etc/passwd", "/etc/passwd", "uploads/../../x.jpg", "C:\\x.jpg", "..\\x.jpg"])
def test_an_archive_that_leads_out_is_refused(tmp_path: Path, name: str) -> None:
    with ZipFile(tmp_path / "media.zip", "w") as zipped:
        zipped.writestr(ZipInfo(name), "x")
    with pytest.raises(Unreadable, match="leads out"):
        site(tmp_path)


def test_a_link_in_an_archive_is_passed_over(tmp_path: Path) -> None:
    link = ZipInfo("uploads/x.jpg")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    with ZipFile(tmp_path / "media.zip", "w") as zipped:
        zipped.writestr(link, "/etc/passwd")
        zipped.writestr("uploads/y.jpg", "picture")
    source = site(tmp_path)
    assert [opened(source, f"{UPLOADS}/{name}.jpg") for name in "xy"] == [None, "picture"]


def test_one_file_that_would_fill_the_memory_keeps_out_no_other(tmp_path: Path) -> None:
    with ZipFile(tmp_path / "media.zip", "w", ZIP_DEFLATED) as zipped:
        zipped.writestr("uploads/x.jpg", bytes(20_000_000))
        zipped.writestr("uploads/y.jpg", "picture")
    source = site(tmp_path)
    assert [opened(source, f"{UPLOADS}/{name}.jpg") for name in "xy"] == [None, "picture"]

"""Folders and ZIPs are read where they lie; what is made to do harm is refused, and what cannot be read is passed over."""

import stat
from collections.abc import Iterable
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import pytest

from articles.importing.posts import Unreadable
from articles.importing.sources import archives
from articles.importing.sources.archives import Archive, Folder, content
from articles.importing.sources.packed import Unpacked
from tests.articles.importing.sources.docx import zipped


def archive(entries: Iterable[tuple[str | ZipInfo, bytes]]) -> Archive:
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as written:
        for name, data in entries:
            written.writestr(name, data)
    packed.seek(0)
    return Archive(packed, "all.zip")


def link(name: str) -> ZipInfo:
    info = ZipInfo(name)
    info.external_attr = (stat.S_IFLNK | 0o777) << 16
    return info


def test_a_zip_is_read_by_its_paths() -> None:
    shelf = archive([("b/two.md", b"Two"), ("one.md", b"One")])
    assert (list(shelf), content(shelf, "b/two.md"), shelf.open("three.md")) == (["b/two.md", "one.md"], b"Two", None)


def test_hidden_files_and_those_of_systems_are_not_there() -> None:
    names = ["__MACOSX/._a.md", ".git/a.md", "~$a.docx", "Thumbs.db", "node_modules/x/readme.md", "a.md"]
    assert list(archive((name, b"") for name in names)) == ["a.md"]


def test_links_and_what_lies_too_deep_are_passed_over() -> None:
    deep = "/".join("d" * 60) + "/a.md"
    shelf = archive([(link("passwd"), b"/etc/passwd"), (deep, b""), ("a.md", b"")])
    assert (list(shelf), shelf.passed_over(), shelf.open("passwd")) == (["a.md"], ("passwd", deep), None)


@pytest.mark.parametrize(("written", "read"), [("ÄÖ__".encode(), "ÄÖ__.md"), ("é_____".encode("cp437"), "é_____.md")])
def test_names_without_a_word_on_their_encoding_are_read_as_they_were_meant(written: bytes, read: str) -> None:
    packed = zipped({"XXXXXX.md": b""}).replace(b"XXXXXX", written)
    assert list(Archive(BytesIO(packed), "x.zip")) == [read]


def test_letters_that_macos_takes_apart_are_whole() -> None:
    assert list(archive([("cafe\u0301.md", b"")])) == ["caf\u00e9.md"]


@pytest.mark.parametrize("name", ["/etc/a.md", "../a.md", "a/../../b.md", "C:/a.md", "..\\a.md"])
def test_a_path_that_leads_out_is_refused(name: str) -> None:
    with pytest.raises(Unreadable, match=r"a path that leads out of it\. Pack it again\."):
        archive([(name, b"")])


def test_what_would_fill_a_disk_stays_packed_and_keeps_out_no_other_file() -> None:
    shelf = archive([("bomb.md", bytes(20 * 2**20)), ("a.md", b"Words")])
    with pytest.raises(
        Unreadable, match=r"bomb\.md in all\.zip would unpack to 20,971,520 bytes, so it stays packed\."
    ):
        content(shelf, "bomb.md")
    assert content(shelf, "a.md") == b"Words"


def test_many_files_that_would_fill_a_disk_together_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archives, "MOST_BYTES", 50_000)
    with pytest.raises(Unreadable, match=r"all\.zip would unpack to more than 0 GB\. Take a part of it at a time\."):
        archive((f"{number}.md", bytes(10_000)) for number in range(10))


def test_more_than_is_said_to_come_out_is_refused() -> None:
    packed = bytearray(zipped({"a.md": bytes(5000)}))
    for size in (packed.rfind(b"PK\x01\x02") + 24, packed.find(b"PK\x03\x04") + 22):
        packed[size : size + 4] = (100).to_bytes(4, "little")
    with pytest.raises(Unreadable, match=r"a\.md is damaged\."):
        content(Archive(BytesIO(bytes(packed)), "x.zip"), "a.md")


def test_a_zip_with_a_password_is_refused() -> None:
    packed = bytearray(zipped({"a.md": b"a"}))
    for flags in (packed.find(b"PK\x03\x04") + 6, packed.find(b"PK\x01\x02") + 8):
        packed[flags] |= 1
    with pytest.raises(Unreadable, match=r"x\.zip is locked with a password\."):
        Archive(BytesIO(bytes(packed)), "x.zip")


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04 no more", b"words" * 100])
def test_what_is_no_zip_is_refused(data: bytes) -> None:
    with pytest.raises(Unreadable, match=r"x\.zip is no ZIP file that can be opened\."):
        Archive(BytesIO(data), "x.zip")


def test_a_file_is_read_as_far_as_is_asked_for() -> None:
    with pytest.raises(Unreadable, match=r"a\.md is larger than 0 MB\."):
        content(archive([("a.md", b"words")]), "a.md", 3)


def test_more_files_than_anybody_writes_are_refused(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(archives, "MOST_FILES", 1)
    for name in ("a.md", "b.md"):
        (tmp_path / name).touch()
    with pytest.raises(Unreadable, match="more than 1 files"):
        archive([("a.md", b""), ("b.md", b"")])
    with pytest.raises(Unreadable, match="more than 1 files"):
        list(Folder(tmp_path))


def test_a_folder_is_read_in_order_without_links_that_lead_out(tmp_path: Path) -> None:
    (tmp_path / "in/b").mkdir(parents=True)
    (tmp_path / "secret.md").write_text("Secret")
    (tmp_path / "in/b/a.md").write_text("A")
    (tmp_path / "in/.hidden.md").touch()
    (tmp_path / "in/out.md").symlink_to(tmp_path / "secret.md")
    shelf = Folder(tmp_path / "in")
    assert (list(shelf), shelf.passed_over()) == (["b/a.md"], ("out.md",))
    assert [shelf.open(path) for path in ("out.md", "../secret.md", "b", "x" * 400)] == [None] * 4


def test_a_zip_in_a_zip_is_a_folder_and_one_in_that_is_not() -> None:
    inner = zipped({"guide.html": b"<p>Words</p>", "deeper.zip": zipped({"a.md": b""})})
    shelf = Unpacked(archive([("docs/Guide.zip", inner), ("broken.zip", b"no"), ("a.md", b"")]))
    assert list(shelf) == ["a.md", "docs/Guide.zip/deeper.zip", "docs/Guide.zip/guide.html"]
    assert (content(shelf, "docs/Guide.zip/guide.html"), shelf.passed_over()) == (b"<p>Words</p>", ("broken.zip",))

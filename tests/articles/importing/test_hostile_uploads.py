"""What is made to do harm is refused or read with a clear sentence, and breaks nothing else."""

import gzip
import zlib
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from articles.drafts.rows import document_of
from articles.importing import running, uploads
from articles.importing.sources import opening
from articles.models import Article, ImportedPost, ImportRun, Picture
from tests import cast
from tests.articles.importing.wordpress.wxr import attachment, export, item

pytestmark = pytest.mark.django_db
UPLOADS = "https://blog.example.com/wp-content/uploads/2025/05"
LAUGHS = '<!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'


def uploaded(name: str, content: bytes) -> ImportRun:
    """The run that the worker made of an upload."""
    run = uploads.receive(SimpleUploadedFile(name, content), by=None)
    assert uploads.work_off(lambda: False) == 1
    run.refresh_from_db()
    return run


def zipped(files: dict[str, bytes]) -> bytes:
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return packed.getvalue()


@pytest.mark.parametrize(
    ("name", "content", "problem"),
    [
        ("a.xml", LAUGHS.encode() + export(item()).encode(), "The file declares entities of its own (a DOCTYPE)."),
        ("a.php", b"<?php system($_GET['x']); ?>", "This is nothing that can be moved in"),
        ("a.svg", b"<svg onload='alert(1)'/>", "This is nothing that can be moved in"),
        ("a.zip", b"PK\x05\x06" + bytes(18), "This is nothing that can be moved in"),
        ("a.zip", zipped({"../../etc/cron.d/a.md": b"x"}), "a.zip holds “../../etc/cron.d/a.md”, a path that leads out of it."),
        ("a.xml.gz", gzip.compress(export(item()).encode() + b" " * 30_000_000), "a.xml.gz unpacks to far more than an export holds"),
        (f"{'n' * 250}.bin", b"x", "This is nothing that can be moved in"),
    ],
    ids=["entities", "php", "svg", "an empty zip", "a way out", "a gzip bomb", "a long name"],
)  # fmt: skip
def test_it_is_refused_with_a_sentence(name: str, content: bytes, problem: str) -> None:
    run = uploaded(name, content)
    assert (run.state, run.problem[: len(problem)], Article.objects.count()) == ("failed", problem, 0)
    assert not run.pieces.exists()


def test_a_bomb_and_a_program_in_a_zip_keep_out_no_document() -> None:
    run = uploaded("docs.zip", zipped({"a.md": b"# Words", "bomb.md": bytes(30_000_000), "shell.php": b"<?php ?>"}))
    assert (run.state, [post.key for post in ImportedPost.objects.all()]) == ("done", ["a.md"])
    assert sorted((line["words"], line["what"]) for line in run.lines) == [
        ("bomb.md", "A file that cannot be read. bomb.md in docs.zip would unpack to 30,000,000 bytes, so it stays packed."),
        ("shell.php", "A file that is no document."),
    ]  # fmt: skip


def test_texts_that_break_out_of_their_place_stay_words() -> None:
    body = "<p>One ]]> two</p><script>alert(1)</script><p onclick='x()'>Three<img src=x onerror='y()'></p>"
    serialised = {"_thumbnail_id": 'O:8:"Evil_One":1:{s:4:"code";s:9:"system();";}', "_elementor_data": "[" * 5_000}
    run = uploaded("a.xml", export(item(7, content=body, meta=serialised), item(8, title="After it")).encode())

    assert (run.state, ImportedPost.objects.filter(state="added").count()) == ("done", 2)
    html = "".join(
        getattr(block, "html", "") for block in document_of(Article.objects.get(title="Hiring slowly")).blocks
    )
    assert "One ]]&gt; two" in html
    assert not [bad for bad in ("script", "onclick", "onerror", "Evil") if bad in html]


def test_bytes_of_no_encoding_are_read_and_named() -> None:
    run = uploaded("a.xml", export(item(content="<p>Caf\xe9 \x00\x0b words</p>")).encode("latin-1", "replace"))
    assert run.state == "done"
    assert "Café" in str(document_of(Article.objects.get()).blocks)
    assert any("bytes of another encoding" in line["what"] for line in run.lines)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("team.svg", b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"),
        ("team.png", b"<?php system($_GET['x']); ?>"),
        ("team.jpg", b"\xff\xd8\xff\xe0" + bytes(200)),
    ],
)
def test_a_picture_that_is_none_is_left_out_by_name(name: str, content: bytes, tmp_path: Path) -> None:
    (tmp_path / "uploads/2025/05").mkdir(parents=True)
    (tmp_path / "uploads/2025/05" / name).write_bytes(content)
    body = f"<p>Words.</p><p><img src='{UPLOADS}/{name}' alt='The team'></p>"
    (tmp_path / "a.xml").write_text(export(attachment(9, name), item(content=body)))
    running.go(opening.open_source(tmp_path / "a.xml"), ImportRun.objects.create(name="a"), by=None)

    [post] = ImportedPost.objects.all()
    assert (post.state, Picture.objects.count()) == ("added", 0)
    [line] = [line for line in post.lines if "nothing without its file" in line["what"]]
    assert line["words"] == f"The team {UPLOADS}/{name}"


def test_a_picture_whose_archive_is_damaged_is_left_out_by_name(tmp_path: Path) -> None:
    packed = bytearray(zipped({"uploads/2025/05/team.png": cast.picture("PNG", (300, 200))}))
    start = packed.find(b"team.png") + 20
    packed[start : start + 20] = zlib.compress(b"other")[:20].ljust(20, b"\xff")
    (tmp_path / "media.zip").write_bytes(packed)
    (tmp_path / "a.xml").write_text(export(item(content=f"<p>Words.</p><img src='{UPLOADS}/team.png' alt='The team'>")))
    running.go(opening.open_source(tmp_path / "a.xml"), ImportRun.objects.create(name="a"), by=None)

    [line] = [line for line in ImportedPost.objects.get().lines if "nothing without its file" in line["what"]]
    assert line["what"].endswith("it is damaged.")

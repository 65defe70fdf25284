"""A folder or ZIP of documents is one source: its files link to each other, and what is no document is said."""

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from articles.document import Figure
from articles.document.markdown import to_markdown
from articles.drafts.rows import document_of
from articles.importing import running
from articles.importing.posts import Post, Unreadable
from articles.importing.sources import opening
from articles.models import Article, ImportedPost, ImportRun, OldAddress
from tests.articles.importing.sources import docx
from tests.articles.importing.sources.docx import p, picture, relation, zipped

LINKING = docx.docx(
    p("Of Word", "Title")
    + '<w:p><w:hyperlink r:id="r1"><w:r><w:t>the other</w:t></w:r></w:hyperlink></w:p>'
    + picture("r2", 'descr="A desk"'),
    rels=relation("r1", "../notes/two.md#part", "hyperlink", outside=True) + relation("r2", "media/desk.png"),
)
PAGE = """<html><head><meta charset="iso-8859-1"><title>Café</title><link rel="canonical" href="https://old.example/cafe/"></head>
<body><main><h1>Café</h1><p>See <a href="word/one.docx">Word</a>.</p><img src="page_files/a.png" alt="A"></main></body></html>"""


@pytest.fixture
def files() -> dict[str, bytes]:
    return {
        "word/one.docx": LINKING,
        "notes/two.md": b"# Two\n\n## Part\n\nBack to [one](../word/one.docx), to [the page](https://old.example/cafe/#x).",
        "page.html": PAGE.encode("iso-8859-1"),
        "page_files/a.png": docx.png(),
        "page_files/frame.html": b"<p>No page</p>",
        "minutes.doc": b"\xd0\xcf\x11\xe0",
        "_layouts/post.html": b"{{ content }}",
        "broken.docx": b"PK no",
    }


def laid(files: dict[str, bytes], root: Path) -> Path:
    for name, data in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(data)
    return root


def read(path: Path) -> list[Post]:
    return list(opening.open_source(path).posts())


def test_a_folder_and_its_zip_are_the_same(files: dict[str, bytes], tmp_path: Path) -> None:
    folder = laid(files, tmp_path / "guides")
    (tmp_path / "guides.zip").write_bytes(zipped(files))
    one, other = (opening.open_source(tmp_path / name) for name in ("guides", "guides.zip"))
    assert (one.name, one.hosts, list(one.posts())) == (other.name, other.hosts, list(other.posts()))
    assert [post.key for post in read(folder)] == ["notes/two.md", "page.html", "word/one.docx"]


def test_what_is_no_document_or_cannot_be_read_is_said(files: dict[str, bytes], tmp_path: Path) -> None:
    source = opening.open_source(laid(files, tmp_path))
    list(source.posts())
    assert [(line.what, line.words) for line in source.leftovers()] == [
        ("A file that cannot be read. broken.docx is no Word document that can be opened.", "broken.docx"),
        ("A file that is no document. Save it as .docx first.", "minutes.doc"),
    ]


@pytest.mark.django_db
def test_files_link_to_each_other_and_show_their_pictures(files: dict[str, bytes], tmp_path: Path) -> None:
    source = opening.open_source(laid(files, tmp_path))
    run = ImportRun.objects.create(name=source.name)
    running.go(source, run, by=None)
    guides = {post.key: post.article for post in ImportedPost.objects.select_related("article")}
    one, two, page = (guides[key] for key in ("word/one.docx", "notes/two.md", "page.html"))
    assert one
    assert two
    assert page
    assert (run.state, Article.objects.count()) == (ImportRun.State.DONE, 3)
    texts = {guide.pk: to_markdown(document_of(guide)) for guide in (one, two, page)}
    assert f"[the other](ref:guide:{two.pk}#part)" in texts[one.pk]
    assert f"[one](ref:guide:{one.pk}), to [the page](ref:guide:{page.pk}#x)." in texts[two.pk]
    assert f"[Word](ref:guide:{one.pk})" in texts[page.pk]
    shown = [block for guide in (one, page) for block in document_of(guide).blocks if isinstance(block, Figure)]
    assert [(block.alt, block.image and block.image.width) for block in shown] == [("A desk", 40), ("A", 40)]


@pytest.mark.django_db
def test_a_second_run_changes_nothing(files: dict[str, bytes], tmp_path: Path) -> None:
    source = opening.open_source(laid(files, tmp_path))
    for _time in range(2):
        running.go(source, ImportRun.objects.create(name=source.name), by=None)
    # Two link to one that came later, so they were saved again once it was in.
    assert list(ImportedPost.objects.values_list("state", "article__version").order_by("article__version")) == [
        ("added", 1),
        ("added", 2),
        ("added", 2),
    ]


@pytest.mark.django_db
def test_addresses_that_files_state_lead_to_their_guides_and_their_paths_do_not(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("---\ntitle: A\npermalink: /2019/a/\naliases: [/old-a/]\n---\nWords.")
    (tmp_path / "b.docx").write_bytes(LINKING)
    source = opening.open_source(tmp_path)
    running.go(source, ImportRun.objects.create(name=source.name), by=None)
    guide = ImportedPost.objects.get(key="a.md").article_id
    assert list(OldAddress.objects.order_by("key").values_list("address", "target")) == [
        ("/2019/a", f"ref:guide:{guide}"),
        ("/old-a", f"ref:guide:{guide}"),
    ]


def test_a_picture_at_the_address_of_the_site_is_the_one_that_was_saved(
    files: dict[str, bytes], tmp_path: Path
) -> None:
    source = opening.open_source(laid(files, tmp_path))
    found = source.open("https://www.old.example/img/2020/a.png")
    assert found is not None
    with found:
        assert found.read() == docx.png()
    assert (source.open("https://cdn.example/a.png"), source.open("https://old.example/b.png")) == (None, None)


@pytest.mark.parametrize(
    ("encoding", "declared"),
    [
        ("utf-8", ""),
        ("utf-8-sig", ""),
        ("utf-16", ""),
        ("windows-1252", ""),
        ("iso-8859-2", "iso-8859-2"),
        ("utf-16-le", ""),
    ],
)
def test_text_is_read_in_its_encoding(encoding: str, declared: str, tmp_path: Path) -> None:
    page = f'<html><head><meta charset="{declared}"><title>Çüé</title></head><body><p>Words</p></body></html>'
    (tmp_path / "a.html").write_bytes(page.encode(encoding))
    assert [post.title for post in read(tmp_path)] == ["Çüé"]


def test_a_google_docs_zip_is_a_source(tmp_path: Path) -> None:
    inner = zipped(
        {
            "Moving.html": b'<p class="title">Moving</p><p><img src="images/image1.png"></p>',
            "images/image1.png": docx.png(),
        }
    )
    (tmp_path / "all.zip").write_bytes(zipped({"Moving.zip": inner}))
    source = opening.open_source(tmp_path / "all.zip")
    assert [post.key for post in source.posts()] == ["Moving.zip/Moving.html"]
    shown = source.open("/Moving.zip/images/image1.png")
    assert shown is not None
    assert shown.read() == docx.png()


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"\xd0\xcf\x11\xe0 old", r"a\.docx is locked with a password, or an old \.doc"),
        (zipped({"a.txt": b""}), r"a\.docx is no Word document\."),
        (zipped({"word/document.xml": b'<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'}), r"a\.docx declares entities"),
        (zipped({"word/document.xml": b"<w:document"}), r"a\.docx is damaged\."),
        (docx.docx("<w:p/>")[:-80], r"a\.docx is no Word document that can be opened\."),
    ],
)
def test_a_word_file_that_cannot_be_read_says_why(data: bytes, why: str, tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(data)
    with pytest.raises(Unreadable, match=why):
        read(tmp_path / "a.docx")


def test_a_folder_without_documents_is_no_source(tmp_path: Path) -> None:
    (tmp_path / "a.txt").touch()
    with pytest.raises(Unreadable, match="This is nothing that can be moved in"):
        opening.open_source(tmp_path)


def test_a_word_file_whose_body_has_another_name_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(renamed(LINKING, "word/document.xml", "word/document2.xml"))
    assert [post.title for post in read(tmp_path)] == ["Of Word"]


def renamed(data: bytes, part: str, name: str) -> bytes:
    """The document with a part that is called otherwise."""
    with ZipFile(BytesIO(data)) as archive:
        files = {path: archive.read(path).replace(part.encode(), name.encode()) for path in archive.namelist()}
    rels = files.pop("word/_rels/document.xml.rels")
    return zipped(
        {name if path == part else path: content for path, content in files.items()}
        | {"word/_rels/document2.xml.rels": rels}
    )

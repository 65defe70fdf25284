"""What would run, fetch or carry something else is refused with what to do; the CVs of ordinary people are taken."""

import time

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from hypothesis import given, settings
from hypothesis import strategies as st

from enquiries.intake import cvs
from enquiries.intake.active_content import inspection, packages
from enquiries.intake.active_content.paths import leads_elsewhere
from enquiries.intake.cv_kinds import archives, pdfs
from enquiries.intake.cv_kinds.kinds import CONTENT_TYPES, SENTENCES, Kind
from enquiries.intake.cv_kinds.recognition import kind_of
from tests.enquiries import active_files, files


@pytest.mark.usefixtures("inspector_here")
@pytest.mark.parametrize("content", active_files.TAKEN.values(), ids=active_files.TAKEN)
def test_the_cv_of_an_ordinary_person_is_taken(content: bytes) -> None:
    assert cvs.read(SimpleUploadedFile("cv", content)).content == content


@pytest.mark.usefixtures("inspector_here")
@pytest.mark.parametrize(
    ("kind", "content"),
    [
        pytest.param(kind, content, id=f"{kind}: {name}")
        for kind, contents in active_files.REFUSED.items()
        for name, content in contents.items()
    ],
)
def test_active_content_is_refused_with_what_to_do(kind: Kind, content: bytes) -> None:
    with pytest.raises(ValidationError) as error:
        cvs.read(SimpleUploadedFile("cv.pdf", content))
    assert (error.value.messages, error.value.code) == ([SENTENCES[kind]], kind.value)


@pytest.mark.parametrize(
    ("path", "elsewhere"),
    [
        ("Normal.dotm", False),
        (r"C:\Templates\CV.dotx", False),
        (r"C:\\Templates\\CV.dotx", False),
        ("file:///C:/Templates/CV.dotx", False),
        ("file://localhost/Users/jane/CV.dotx", False),
        ("/word/media/image1.png", False),
        ("data:image/png;base64,AA", False),
        ("#mark", False),
        ("", False),
        ("HTTP://example.org", True),
        (" \thttps:example.org", True),
        ("//example.org/a", True),
        (r"\\server\a", True),
        (r"\\\\server\\a", True),
        ("file://server/a", True),
        ("file:////server/a", True),
        ("mhtml:http://example.org!x", True),
        ("ms-msdt:/id", True),
    ],
)
def test_a_path_leads_elsewhere_when_another_machine_is_asked(path: str, elsewhere: bool) -> None:
    assert leads_elsewhere(path) is elsewhere


WHOLE = {
    Kind.DOCX: active_files.related("hyperlink", "https://example.org"),
    Kind.ODT: active_files.open_document('<text:a xlink:href="https://example.org"/>'),
    Kind.DOC: active_files.word_97(b"\x13 PAGE \x14\x15", template="Normal.dot"),
    Kind.RTF: active_files.TAKEN["rtf, link"],
}


@settings(max_examples=40)
@given(kind=st.sampled_from(sorted(WHOLE)), at=st.floats(0, 1), put=st.binary(max_size=20), taken=st.integers(0, 40))
def test_no_damage_whatever_raises(kind: Kind, at: float, put: bytes, taken: int) -> None:
    start = int(at * len(WHOLE[kind]))
    damaged = WHOLE[kind][:start] + put + WHOLE[kind][start + taken :]
    if (now := kind_of(damaged)) in CONTENT_TYPES:
        assert inspection.found(damaged, now) in {None, *SENTENCES}


def test_a_file_that_stays_unread_beyond_a_bound_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdfs, "SECONDS", 0.01)
    assert inspection.found(files.PDF, Kind.PDF) is Kind.UNCHECKED


def test_the_program_that_looks_through_a_pdf_says_what_it_found() -> None:
    for kind in (Kind.SCRIPTED, Kind.EMBEDDED):
        content = next(content for content in active_files.REFUSED[kind].values() if content.startswith(b"%PDF"))
        assert pdfs.found(content) is kind


def test_the_parts_of_a_file_may_have_so_many_elements_in_all(monkeypatch: pytest.MonkeyPatch) -> None:
    content = files.docx(**{f"word/{number}.xml": "<a><b/><b/></a>" for number in range(30)})
    assert inspection.found(content, Kind.DOCX) is None
    monkeypatch.setattr(packages, "MOST_ELEMENTS", 80)
    assert inspection.found(content, Kind.DOCX) is Kind.UNCHECKED


def test_what_is_unpacked_is_counted_over_all_documents_in_a_file(monkeypatch: pytest.MonkeyPatch) -> None:
    sheet = files.archive({"a": bytes(1000)})
    content = files.docx(**{f"word/embeddings/{number}.xlsx": sheet for number in range(10)})
    assert inspection.found(content, Kind.DOCX) is None
    monkeypatch.setattr(archives, "MAX_UNPACKED", 9_000)
    assert inspection.found(content, Kind.DOCX) is Kind.UNCHECKED


@pytest.mark.parametrize(
    ("kind", "content"),
    [
        (Kind.RTF, b"{\\rtf1" + b"\\a" * 2_500_000),
        (Kind.DOC, files.DOC[:30] + bytes(2) + files.DOC[32:] + bytes(4_000_000)),
    ],
)
def test_the_largest_file_is_looked_through_in_time(kind: Kind, content: bytes) -> None:
    begun = time.process_time()
    inspection.found(content, kind)
    assert time.process_time() - begun < 3

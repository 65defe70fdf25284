"""A CV or another file looked at in the browser: what is shown, who may, what is noted, and what hostile files get."""

import zlib
from collections.abc import Iterator
from datetime import timedelta
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest
from django.db.models import F
from django.test import Client
from pikepdf import Dictionary, Name, Stream
from PIL import Image
from pytest_django import Settings

from articles.audit.models import Entry
from enquiries.models import CV, Enquiry, Event, Scan
from enquiries.previews import pdfs
from tests.enquiries import files, people
from tests.enquiries.previews import samples
from tests.enquiries.scanner import VIRUS, Scanner

pytestmark = pytest.mark.django_db
TYPES = {"docx": files.DOCX_TYPE, "odt": files.ODT_TYPE, "rtf": "application/rtf", "pdf": "application/pdf"}


@pytest.fixture
def sam(client: Client) -> Any:
    user = people.consultant("sam", people.default_team())
    client.force_login(user)
    return user


@pytest.fixture
def enquiry(sam: Any) -> Enquiry:
    return people.enquiry(name="Zoë Example")


def cv(enquiry: Enquiry, content: bytes, kind: str = "pdf", **fields: Any) -> CV:
    values = {"name": f"cv.{kind}", "content_type": TYPES.get(kind, "application/msword")}
    return people.cv(enquiry, content=content, size=len(content), **values | fields)


def address(enquiry: Enquiry, part: str = "cv/preview/") -> str:
    return f"/admin/enquiries/enquiry/{enquiry.pk}/{part}"


def noted(enquiry: Enquiry) -> list[tuple[str, str]]:
    return list(enquiry.events.values_list("kind", "words"))


def test_a_pdf_is_shown_as_pictures_of_its_pages_and_their_words(client: Client, sam: Any, enquiry: Enquiry) -> None:
    cv(enquiry, samples.pdf("Zoë tests things", ""))
    assert f'href="{address(enquiry)}"' in client.get(address(enquiry, "change/")).text

    page = client.get(address(enquiry))

    assert page.status_code == 200
    assert [(src, text.strip()) for src, _, text in page.context["pages"]] == [
        (address(enquiry, "cv/preview/1.png"), "Zoë tests things"),
        (address(enquiry, "cv/preview/2.png"), ""),
    ]
    assert "There are no words on this page" in page.text
    picture = client.get(address(enquiry, "cv/preview/1.png"))
    with Image.open(BytesIO(picture.content)) as drawn:
        assert (drawn.format, drawn.size, drawn.convert("L").getextrema()) == ("PNG", (1200, 1699), (0, 255))
    for answer in (page, picture):
        assert "no-store" in answer["Cache-Control"]
        assert answer["X-Content-Type-Options"] == "nosniff"
        assert "unsafe" not in answer["Content-Security-Policy"]
    assert picture["Content-Type"] == "image/png"
    assert client.get(address(enquiry, "cv/preview/3.png")).status_code == 404
    assert client.get(address(enquiry, "cv/preview/0.png")).status_code == 404


def test_looking_is_noted_once_an_hour_for_each_person(client: Client, sam: Any, enquiry: Enquiry) -> None:
    cv(enquiry, files.RTF, "rtf")
    for _look in range(2):
        client.get(address(enquiry))
    assert noted(enquiry) == [("downloaded", "preview")]
    assert Entry.objects.filter(action="cv_downloaded", about=enquiry.reference).count() == 1

    Event.objects.update(at=F("at") - timedelta(minutes=61))
    client.get(address(enquiry))
    client.force_login(people.consultant("kim", people.default_team()))
    client.get(address(enquiry))

    assert noted(enquiry) == [("downloaded", "preview")] * 3


@pytest.mark.parametrize(
    ("content", "kind", "said"),
    [
        (samples.docx(samples.paragraph(samples.run("Tests &lt;b&gt;things"))), "docx", "Tests &lt;b&gt;things"),
        (samples.odt("<text:p>Tests things</text:p>"), "odt", '<p class="words">Tests things</p>'),
        (samples.rtf(r"{\listtext *}Tests things\par"), "rtf", '<li class="words">Tests things</li>'),
    ],
)
def test_other_documents_are_shown_as_their_words(
    client: Client, enquiry: Enquiry, content: bytes, kind: str, said: str
) -> None:
    cv(enquiry, content, kind)

    assert said in client.get(address(enquiry)).text
    assert client.get(address(enquiry, "cv/preview/1.png")).status_code == 404


def test_so_are_files_beside_the_cv(client: Client, enquiry: Enquiry) -> None:
    file = people.attachment(enquiry, name="letter.rtf", content=files.RTF, content_type=TYPES["rtf"])
    drawn = people.attachment(enquiry, name="paper.pdf", content=samples.pdf("Paper"))
    preview = address(enquiry, f"files/{file.pk}/preview/")
    assert f'href="{preview}"' in client.get(address(enquiry, "change/")).text

    assert '<p class="words">Hello</p>' in client.get(preview).text
    assert client.get(address(enquiry, f"files/{drawn.pk}/preview/1.png")).content.startswith(b"\x89PNG")

    assert noted(enquiry) == [("downloaded", "preview of letter.rtf"), ("downloaded", "preview of paper.pdf")]
    assert client.get(address(people.enquiry(), f"files/{file.pk}/preview/")).status_code == 404


def test_other_kinds_are_only_downloaded(client: Client, enquiry: Enquiry) -> None:
    cv(enquiry, files.DOC, "doc")
    assert address(enquiry) not in client.get(address(enquiry, "change/")).text

    page = client.get(address(enquiry), follow=True)

    assert [str(message) for message in page.context["messages"]] == ["Files of this kind cannot be shown here."]
    assert noted(enquiry) == []


def test_only_who_may_download_may_look(client: Client) -> None:
    enquiry = people.enquiry()
    cv(enquiry, samples.pdf("Words"))
    reader = people.consultant("reader", people.default_team(), may=("view_enquiry", "handle_enquiry"))
    reader.groups.clear()
    client.force_login(reader)

    assert [client.get(address(enquiry, part)).status_code for part in ("cv/preview/", "cv/preview/1.png")] == [
        403,
        403,
    ]
    client.force_login(people.consultant("elsewhere", people.team("Elsewhere")))
    assert [client.get(address(enquiry, part)).status_code for part in ("cv/preview/", "cv/preview/1.png")] == [
        404,
        404,
    ]


@pytest.fixture
def scanner(tmp_path: Path, settings: Settings) -> Iterator[Scanner]:
    with Scanner(tmp_path) as running:
        settings.VIRUS_SCANNER = running.address
        yield running


@pytest.mark.parametrize(
    ("scan", "sentence"),
    [
        (Scan.INFECTED, "A virus was found in this file. It cannot be shown."),
        (Scan.WAITING, "This file has not been scanned for viruses yet. It is shown once it is."),
    ],
)
def test_what_is_infected_or_waits_for_the_scanner_is_not_opened(
    client: Client, enquiry: Enquiry, scanner: Scanner, scan: Scan, sentence: str
) -> None:
    cv(enquiry, samples.pdf("Words"), scan=scan)
    file = people.attachment(enquiry, content=files.RTF + VIRUS, content_type=TYPES["rtf"], scan=scan)

    for part in ("cv/preview/", f"files/{file.pk}/preview/"):
        page = client.get(address(enquiry, part), follow=True)
        assert [str(message) for message in page.context["messages"]] == [sentence]
    assert client.get(address(enquiry, "cv/preview/1.png")).status_code == 404
    assert noted(enquiry) == []


def test_ten_pages_are_shown_of_many(client: Client, enquiry: Enquiry) -> None:
    cv(enquiry, samples.pdf(*map(str, range(1, 13))))

    page = client.get(address(enquiry))

    assert len(page.context["pages"]) == 10
    assert "It has 12 pages; these are the first 10." in page.text
    assert client.get(address(enquiry, "cv/preview/11.png")).status_code == 404


def broken_tree() -> bytes:
    """A PDF whose pages are in one another for ever."""
    with pikepdf.new() as document:
        document.add_blank_page()
        document.Root.Pages.Kids.append(document.Root.Pages)
        document.Root.Pages.Count = 1_000_000_000
        with BytesIO() as out:
            document.save(out)
            return out.getvalue()


def unfolding() -> bytes:
    """A PDF of which a page unfolds to four gigabytes of spaces."""
    packer = zlib.compressobj(9)
    once = packer.compress(b" " * 1_000_000) + packer.flush(zlib.Z_FULL_FLUSH)
    with pikepdf.new() as document:
        document.add_blank_page()
        stream = Stream(document, once[:2] + once[2:] * 4_000, Filter=Name.FlateDecode)
        document.pages[0].Contents = document.make_indirect(stream)
        with BytesIO() as out:
            document.save(out, stream_decode_level=pikepdf.StreamDecodeLevel.none, compress_streams=False)
            return out.getvalue()


def scripted() -> bytes:
    """A PDF that runs something as it is opened, and has a form and a link."""
    return samples.pdf(
        "Words",
        OpenAction=Dictionary(S=Name.JavaScript, JS="app.alert(1)"),
        AcroForm=Dictionary(Fields=[], XFA="<x/>"),
    )


def test_a_protected_or_broken_pdf_says_so_with_the_way_to_download_it(client: Client, enquiry: Enquiry) -> None:
    for content, sentence in [
        (files.locked_pdf(user="secret"), pdfs.LOCKED),
        (b"%PDF-1.7 nothing of it is right", pdfs.BROKEN),
        (files.saved_pdf()[:200], pdfs.BROKEN),
    ]:
        CV.objects.all().delete()
        cv(enquiry, content)
        page = client.get(address(enquiry))
        assert (page.status_code, sentence in page.text) == (422, True)
        assert f'href="{address(enquiry, "cv/")}"' in page.text
        assert client.get(address(enquiry, "cv/preview/1.png")).status_code == 404


def test_an_owner_s_password_only_forbids(client: Client, enquiry: Enquiry) -> None:
    assert pdfs.pages(files.locked_pdf()).number == 1


def test_pages_in_one_another_for_ever_are_one() -> None:
    assert pdfs.pages(broken_tree()) == (1, [""])


def test_a_page_that_unfolds_to_gigabytes_is_stopped() -> None:
    with pytest.raises(pdfs.NoPreview) as refused:
        pdfs.picture(unfolding(), 1)
    assert str(refused.value) == pdfs.TOO_MUCH


@pytest.mark.parametrize("size", [(14400, 14400), (3, 14400), (14400, 3), (3, 3)])
def test_pages_of_any_size_become_pictures_of_ours(size: tuple[float, float]) -> None:
    with Image.open(BytesIO(pdfs.picture(samples.pdf("Words", size=size), 1))) as drawn:
        assert drawn.width <= 1200
        assert drawn.height <= 3600


def test_nothing_of_a_pdf_runs() -> None:
    assert pdfs.pages(scripted()).texts[0].strip() == "Words"
    assert pdfs.picture(scripted(), 1).startswith(b"\x89PNG")


def test_the_library_has_no_scripts_in_it() -> None:
    assert {"V8", "XFA"} & set(pypdfium2.version.PDFIUM_INFO.flags) == set()

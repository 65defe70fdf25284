"""Writing a reply: copies, files, signatures, placeholders and links, as they reach a mail server."""

from typing import Any

import pytest
from django.test import Client
from pytest_django import Settings

from agency.models import Identity
from articles.outbox.sending import send_due
from enquiries import access_links
from enquiries.admin.replies import form as reply_form
from enquiries.handling import signatures, verbs
from enquiries.models import Attachment, DraftFile, Notice, ReplyTemplate
from enquiries.notices import bounces
from enquiries.privacy import corrections, disclosure, erasure, rights
from tests import cast
from tests.enquiries import files, people
from tests.enquiries.mail_server import MailServer
from tests.enquiries.replies.conversation import body_of, page, post, said, upload

pytestmark = pytest.mark.django_db


@pytest.fixture
def sam(client: Client) -> Any:
    sam = people.consultant("sam", people.default_team(), people.team())
    client.force_login(sam)
    return sam


def test_a_reply_takes_its_files_along(client: Client, sam: Any, mail_server: MailServer) -> None:
    enquiry = people.enquiry()
    names = ["Größen & Preise März.pdf", "a picture.png", "figures.csv", "王小明.txt"]
    contents = [files.PDF, cast.picture(), b"a;b\r\n1;\xe9\n", "Zoë\r\n".encode()]

    preview = post(client, enquiry, "preview", uploads=[upload(*file) for file in zip(names, contents, strict=True)])
    assert [file.name for file in preview.context["files"]] == names
    assert said(post(client, enquiry)) == ["Your reply is on its way."]
    send_due("mail")

    mail = mail_server.mail_to(enquiry.email)
    sent = [
        (part.get_filename(), part.get_content_type(), part.get_payload(decode=True))
        for part in mail.iter_attachments()
    ]
    types = ["application/pdf", "image/png", "text/csv", "text/plain"]
    assert sent == list(zip(names, types, contents, strict=True))
    assert mail_server.contents[0].isascii()
    assert max(map(len, mail_server.contents[0].split(b"\r\n"))) <= 78
    event = enquiry.events.get(kind="replied")
    assert [(file.name, file.added_by) for file in event.attachments.all()] == [(name, sam) for name in names]
    assert (DraftFile.objects.count(), Attachment.objects.count()) == (0, 4)
    assert "Größen &amp; Preise März.pdf" in client.get(page(enquiry, "change")).content.decode()


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("empty.pdf", b"", "“empty.pdf” is empty. It is not attached."),
        ("terms.docx", files.archive({"[Content_Types].xml": files.types(), "word/document.xml": "<w:document/>", "word/vbaProject.bin": b"x"}),
         "“terms.docx” has macros in it. It is not attached."),
        ("archive.zip", files.archive({"a.txt": "x"}), "“archive.zip” is a compressed folder; attach the files in it. It is not attached."),
        ("page.html", b"<html>Hello", f"“page.html” {reply_form.attachments.OTHER}. It is not attached."),
        ("drawing.svg", b"<svg><script/></svg>", f"“drawing.svg” {reply_form.attachments.OTHER}. It is not attached."),
        ("half.png", cast.picture()[:30], f"“half.png” {reply_form.attachments.OTHER}. It is not attached."),
        ("locked.pdf", files.locked_pdf(user="x"), "“locked.pdf” is protected by a password, so that nobody can check it. It is not attached."),
        ("film.mp4", b"\0\0\0\x18ftypisom" + b"x" * 40, f"“film.mp4” {reply_form.attachments.OTHER}. It is not attached."),
        ("large.txt", b"x" * (reply_form.attachments.MAX_BYTES + 1), "“large.txt” is larger than 10 MB. It is not attached."),
    ],
)  # fmt: skip
def test_a_file_that_cannot_go_along_is_named_and_the_sound_one_is_kept(
    client: Client, sam: Any, name: str, content: bytes, why: str
) -> None:
    enquiry = people.enquiry()

    refused = post(client, enquiry, uploads=[upload(name, content), upload("sound.pdf")])

    assert (refused.status_code, refused.context["form"].errors["uploads"]) == (422, [why])
    assert [file.name for file in refused.context["files"]] == ["sound.pdf"]
    assert refused.context["form"]["body"].value() == "Words"
    assert not Notice.objects.exists()


def test_files_have_room_together_and_can_be_taken_out(
    client: Client, sam: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reply_form, "MOST_FILES", 2)
    enquiry = people.enquiry()
    names = ["one.pdf", "two.pdf", "three.pdf"]

    refused = post(client, enquiry, "preview", uploads=[upload(name) for name in names])
    first = DraftFile.objects.earliest("pk")
    shown = post(client, enquiry, "preview", uploads=[upload("four.pdf")], remove=[first.pk])

    assert refused.context["form"].errors["uploads"] == ["These are more files than fit: 10 files and 15 MB together."]
    assert [file.name for file in shown.context["files"]] == ["two.pdf", "four.pdf"]


@pytest.mark.parametrize(
    ("called", "kept"),
    [
        ("../../etc/Terms.PDF", "Terms.pdf"),
        ("C:\\docs\\Terms.docx", "Terms.pdf"),
        ("a\r\nBcc: x@example.org.pdf", "a Bcc x@example.org.pdf"),
        ('"; filename="b.exe', "; filename= b.exe.pdf"),
        (".pdf", "file.pdf"),
    ],
)
def test_a_files_name_is_its_own_and_nothing_more(called: str, kept: str) -> None:
    assert reply_form.attachments.check(called, files.PDF).name == kept


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (files.archive({"[Content_Types].xml": files.types("/xl/workbook.xml", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"), "xl/workbook.xml": "<workbook/>"}), "a.xlsx"),
        (files.archive({"[Content_Types].xml": files.types("/ppt/presentation.xml", "application/vnd.openxmlformats-officedocument.presentationml.presentation"), "ppt/presentation.xml": "<p/>"}), "a.pptx"),
        (files.archive({"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": "<c/>"}), "a.ods"),
        (files.docx(), "a.docx"),
        (files.RTF, "a.rtf"),
        (cast.picture("JPEG"), "a.jpg"),
        (cast.picture("WEBP"), "a.webp"),
        (b"\0\0\0\x18ftypheic" + b"x" * 40, "a.heic"),
    ],
)  # fmt: skip
def test_a_file_is_what_its_content_is(content: bytes, name: str) -> None:
    assert reply_form.attachments.check("a", content).name == name


def test_copies_go_to_each_address_by_themselves(client: Client, sam: Any, mail_server: MailServer) -> None:
    enquiry = people.enquiry()
    mail_server.answer, mail_server.refused = "550 5.1.1 No such user", {"gone@example.org"}
    addresses = '"Doe, Jo" <jo@example.org>; jo@EXAMPLE.org, gone@example.org'

    post(client, enquiry, cc=addresses, uploads=[upload()])
    send_due("mail")

    assert mail_server.recipients == [[enquiry.email], ["jo@EXAMPLE.org"]]
    assert {(mail["To"], mail["Cc"], mail["Bcc"]) for mail in mail_server.mails} == {
        (enquiry.email, "jo@EXAMPLE.org, gone@example.org", None)
    }
    assert len({mail["Message-ID"] for mail in mail_server.mails}) == 2
    assert [part.get_filename() for mail in mail_server.mails for part in mail.iter_attachments()] == ["terms.pdf"] * 2
    assert Attachment.objects.count() == 1
    reply = enquiry.events.get(kind="replied")
    assert reply.words == "About your enquiry\nCopy to: jo@EXAMPLE.org, gone@example.org\n\nWords"
    told = enquiry.events.get(kind="undeliverable").words
    assert told == "copy of a reply to somebody else: 550 5.1.1 No such user"
    assert [mail["cc"] for mail in disclosure.everything(enquiry)["mails_to_you"]] == [
        "jo@EXAMPLE.org, gone@example.org"
    ]


@pytest.mark.parametrize(
    ("cc", "why"),
    [
        (
            "jo@example.org, nobody",
            "“nobody”: There is no @ in this e-mail address. Enter it in the form name@example.com.",
        ),
        (
            "a@b@example.org",
            "“a@b@example.org”: There is more than one @ in this e-mail address. Enter one address only.",
        ),
        (",".join(f"a{n}@example.org" for n in range(6)), "A copy can go to 5 addresses at most."),
        ("jo@example.org\r\nBcc: all@example.org", "“Bcc: all@example.org”: An e-mail address cannot have “ ” in it."),
    ],
)
def test_a_wrong_address_for_a_copy_is_named(client: Client, sam: Any, cc: str, why: str) -> None:
    enquiry = people.enquiry()

    refused = post(client, enquiry, cc=cc)

    [found] = refused.context["form"].errors["cc"]
    assert (refused.status_code, found.split(".")[0]) == (422, why.split(".")[0])
    assert not Notice.objects.exists()


def test_no_header_can_be_added_by_a_subject_a_copy_or_a_file(
    client: Client, sam: Any, mail_server: MailServer
) -> None:
    sam.first_name = 'Sam"\r\nBcc: all@example.org\r\nX: "'
    sam.save()
    enquiry = people.enquiry()

    post(client, enquiry, subject="Hello\r\nBcc: all@example.org", uploads=[upload("a\r\nBcc: all@example.org.pdf")])
    send_due("mail")

    [mail] = mail_server.mails
    assert (mail["Bcc"], mail["X"]) == (None, None)
    assert mail_server.recipients == [[enquiry.email]]
    [sender] = mail["From"].addresses
    assert sender.addr_spec == "website@agency.example"


def test_a_person_writes_for_the_agency_and_the_agency_by_itself(
    client: Client, sam: Any, mail_server: MailServer
) -> None:
    Identity.objects.update(name="Juniper, Ash & Co", legal="Juniper Ash Ltd, No. 123, England")
    Identity.objects.get().save()
    enquiry = people.enquiry()

    post(client, enquiry)
    verbs.assign(enquiry, people.consultant("ada"), sam)
    send_due("mail")

    senders = [mail["From"].addresses[0] for mail in mail_server.mails]
    assert [(sender.display_name, sender.addr_spec) for sender in senders] == [
        ("Sam Example at Juniper, Ash & Co", "website@agency.example"),
        ("Juniper, Ash & Co", "website@agency.example"),
    ]
    reply = mail_server.mail_to(enquiry.email)
    link = access_links.status_link(enquiry)
    assert body_of(reply) == (
        f"Words\n\nYour reference: {enquiry.reference}\nWhat we hold about you: {link}\n\n"
        "-- \nJuniper, Ash & Co\nJuniper Ash Ltd, No. 123, England\n"
    )
    assert "Juniper Ash Ltd, No. 123, England" in body_of(reply, "html")


def test_links_can_be_clicked_and_nothing_else_becomes_html(client: Client, sam: Any, mail_server: MailServer) -> None:
    words = "See https://example.org/a?b=1&c=2, www.example.org or jo@example.org.\n<b>javascript:alert(1)</b>"
    enquiry = people.enquiry()

    preview = post(client, enquiry, "preview", body=words)
    post(client, enquiry, body=words)
    send_due("mail")

    html = body_of(mail_server.mails[0], "html")
    for shown in (html, preview.content.decode()):
        assert (
            '<a href="https://example.org/a?b=1&amp;c=2" rel="nofollow">https://example.org/a?b=1&amp;c=2</a>,' in shown
        )
        assert '<a href="https://www.example.org" rel="nofollow">www.example.org</a>' in shown
        assert '<a href="mailto:jo@example.org">jo@example.org</a>.' in shown
        assert "&lt;b&gt;javascript:alert(1)&lt;/b&gt;" in shown
    assert words in body_of(mail_server.mails[0])


@pytest.mark.parametrize("typed", ["{first name}", "{ nam }", "{{company}}", "{guide.title}", "{Surname}", "{0}"])
@pytest.mark.parametrize("field", ["subject", "body"])
def test_a_placeholder_that_nobody_fills_in_is_named_before_the_preview(
    client: Client, sam: Any, typed: str, field: str
) -> None:
    refused = post(client, people.enquiry(), "preview", **{field: f"Hello {typed}"})

    known = "{name}, {reference}, {guide}, {consultant}, {signature}"
    assert refused.context["form"].errors == {
        field: [
            f"We cannot fill in {typed}. You can use {known}. Take out the braces if you mean the words themselves."
        ]
    }


def test_placeholders_are_filled_in_as_people_type_them_and_what_is_missing_reads_naturally(
    client: Client, sam: Any
) -> None:
    enquiry = people.enquiry(name="", guide=None)

    preview = post(client, enquiry, "preview", body="Hello { Name }, you read {{guide}}.")

    assert preview.context["form"].cleaned_data["body"] == "Hello there, you read our website."


def test_braces_in_a_name_are_no_placeholder(client: Client, sam: Any) -> None:
    enquiry = people.enquiry(name="{guide} {x}")

    begun = client.get(page(enquiry)).context["form"].initial

    assert begun["body"].startswith("Hello (guide) (x),\n")
    assert post(client, enquiry, "preview", body=begun["body"]).status_code == 200


def test_a_signature_is_ones_own_or_made_of_name_teams_and_agency(client: Client, sam: Any) -> None:
    enquiry = people.enquiry()
    signed = ReplyTemplate.objects.create(name="Signed", subject="x", body="Hello {name}\n{consultant}")
    placed = ReplyTemplate.objects.create(name="Placed", subject="x", body="{signature}\nPS")

    def begun(template: Any = "") -> str:
        return client.get(page(enquiry), {"template": template}).context["form"].initial["body"]

    assert begun().endswith("\n\nSam Example\nData desk, Enquiries team\nAgency")
    assert begun(signed.pk) == f"Hello {enquiry.name}\nSam Example"
    path = "/admin/enquiries/enquiry/signature/"
    assert client.post(path, {"text": "Sam {name}"}).status_code == 422
    client.post(path, {"text": "Sam\r\n0161 496 0000\n"})
    assert begun(placed.pk) == "Sam\n0161 496 0000\nPS"
    client.post(path, {"text": ""})
    assert signatures.of(sam) == "Sam Example\nData desk, Enquiries team\nAgency"


def test_a_reply_that_came_back_goes_to_the_new_address_with_its_files(
    client: Client, sam: Any, mail_server: MailServer
) -> None:
    enquiry = people.enquiry()
    post(client, enquiry, uploads=[upload()])
    send_due("mail")
    bounces.record(enquiry.notices.get(kind="reply").message_id, "550")

    corrections.make(enquiry, {"email": "right@example.org"}, "amended", by=sam)
    send_due("mail")

    sent = [mail for mail in mail_server.mails if mail["To"] == "right@example.org"]
    assert [[part.get_filename() for part in mail.iter_attachments()] for mail in sent] == [["terms.pdf"], []]


def test_who_withdraws_is_sent_nothing_and_neither_are_those_with_a_copy(client: Client, sam: Any) -> None:
    enquiry = people.enquiry()
    post(client, enquiry, cc="jo@example.org")

    rights.withdraw(enquiry)

    assert not Notice.objects.filter(sent_at=None).exists()


def test_erasing_takes_files_copies_and_drafts(client: Client, sam: Any, mail_server: MailServer) -> None:
    enquiry = people.enquiry()
    post(client, enquiry, cc="jo@example.org", uploads=[upload()])
    send_due("mail")
    post(client, enquiry, "save", body="More words", replies_seen=1, uploads=[upload()])
    verbs.close(enquiry, "answered", sam)
    client.get(page(enquiry))

    erasure.erase(enquiry)

    left = (enquiry.reply_drafts, enquiry.attachments, enquiry.notices, enquiry.writing_now)
    assert [rows.count() for rows in left] == [0] * 4
    assert not DraftFile.objects.exists()
    assert set(enquiry.events.values_list("words", flat=True)) == {""}


def test_where_a_scanner_runs_a_file_with_a_virus_is_not_attached(
    client: Client, sam: Any, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reply_form.attachments.verdicts, "on", lambda content: ("infected", "Eicar"))

    refused = post(client, people.enquiry(), uploads=[upload()])

    assert refused.context["form"].errors["uploads"] == ["“terms.pdf” is reported as a virus. It is not attached."]

"""Importing form entries as a manager sees it: the upload, its columns, what would come in, the report."""

import json
import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from articles.audit.models import Entry
from enquiries.admin.importing import columns, upload
from enquiries.importing import planning, running, uploads
from enquiries.importing.entries import Fate
from enquiries.models import Enquiry, EntryFile, EntryImport, Retention
from tests.enquiries import people
from tests.enquiries.importing import files

pytestmark = pytest.mark.django_db
MAY = ("import_enquiry", "view_every_enquiry")
State = EntryImport.State


@pytest.fixture(autouse=True)
def _on_the_day() -> Iterator[None]:
    with time_machine.travel(files.TODAY, tick=False):
        yield


@pytest.fixture
def desk(client: Client) -> Client:
    client.force_login(people.consultant("maya", may=MAY))
    return client


def page(name: str, *args: Any) -> str:
    return reverse(f"admin:enquiries_entryimport_{name}", args=args)


def uploaded(desk: Client, content: bytes, name: str = "contact-form-export-2026-05-31.csv") -> EntryImport:
    desk.post(page("add"), {"file": SimpleUploadedFile(name, content)})
    return EntryImport.objects.latest("pk")


def said(desk: Client, run: EntryImport) -> dict[str, Any]:
    """The form of the columns as it stands on the page."""
    form = desk.get(page("columns", run.pk)).context["form"]
    return {
        field.html_name: field.value() for field in form if field.value() is not None and field.html_name in form.fields
    }


def confirmed(desk: Client, run: EntryImport) -> Any:
    """What is answered when what the preview shows is confirmed."""
    return desk.post(page("preview", run.pk), seen(desk, run), follow=True)


def seen(desk: Client, run: EntryImport) -> dict[str, str]:
    """What the form of the preview sends."""
    shown = desk.get(page("preview", run.pk)).text
    return {name: value for name in ("seen", "basis") for value in re.findall(f'name="{name}" value="(.+?)"', shown)}


def test_from_the_upload_to_the_enquiries(desk: Client) -> None:
    answer = desk.post(page("add"), {"file": SimpleUploadedFile("wpforms.csv", files.sample("wpforms"))}, follow=True)
    run = EntryImport.objects.get()
    assert answer.redirect_chain == [(page("columns", run.pk), 302)]
    assert "<q>What does a platform engineer earn?</q>" in answer.text

    answer = desk.post(page("columns", run.pk), said(desk, run), follow=True)
    assert answer.redirect_chain == [(page("preview", run.pk), 302)]
    assert "Take in 3 entries" in answer.text
    assert not Enquiry.objects.exists()

    answer = confirmed(desk, run)
    assert answer.redirect_chain == [(page("change", run.pk), 302)]
    run.refresh_from_db()
    assert (run.state, run.report["counts"]) == (State.DONE, {"new": 3, "marked": 1})
    assert list(Enquiry.objects.order_by("pk").values_list("name", "role")) == [
        ("Gus Dale", "candidate"),
        ("Hana Wold", "client"),
        ("Ida Scar", "other"),
    ]
    assert list(Entry.objects.filter(action="imported").values_list("who", "about")) == [
        ("maya", "form entries of wpforms: 4 rows")
    ]


@pytest.mark.parametrize(
    ("file", "sentence"),
    [
        (None, "Choose a file."),
        (b"", "This file is empty."),
        (b"PK\x03\x04", "This is an Excel workbook or a ZIP file."),
        (b"x" * 201, "This file is larger than 20 MB."),
    ],
)
def test_what_cannot_be_uploaded_is_said(
    desk: Client, monkeypatch: pytest.MonkeyPatch, file: bytes | None, sentence: str
) -> None:
    monkeypatch.setattr(upload, "LARGEST", 200)
    answer = desk.post(page("add"), {} if file is None else {"file": SimpleUploadedFile("entries.csv", file)})

    assert sentence in answer.text
    assert "Error: Import form entries" in answer.text
    assert not EntryImport.objects.exists()


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("contact-form-export-2026-05-31.csv", "contact form"),
        ("Entries_Register a vacancy_1717171717.csv", "Register a vacancy"),
        ("export.csv", "Contact form"),
    ],
)
def test_the_form_is_called_as_far_as_its_file_says(name: str, form: str) -> None:
    assert columns.form_in(name) == form


def test_what_was_said_is_remembered_for_files_with_the_same_headings(desk: Client) -> None:
    first = uploaded(desk, files.sample("ninja_forms"))
    desk.post(page("columns", first.pk), said(desk, first) | {"form": "Register", "role-4-0": "other"})
    second = uploaded(desk, files.sample("ninja_forms"))

    answer = desk.get(page("columns", second.pk))
    assert "as you confirmed them for the last file" in answer.text
    assert said(desk, second)["form"] == "Register"
    assert said(desk, second)["role-4-0"] == "other"


def test_a_choice_that_raises_a_question_is_followed_by_it(desk: Client) -> None:
    run = uploaded(
        desk,
        files.csv(
            "Ada,ada@example.org,Hello,2026-05-01,Tester",
            "Ben,ben@example.org,Hi,2026-05-02,Hiring manager",
            header=f"{files.HEADER},Which",
        ),
    )
    answer = desk.post(page("columns", run.pk), said(desk, run) | {"column-4": "role"})

    assert columns.NEW_QUESTION in answer.text
    assert [field.label for field in answer.context["form"].role_fields] == ["“Tester”", "“Hiring manager”"]
    run.refresh_from_db()
    assert run.mapping == {}
    answers = {"column-4": "role", "role-4-0": "candidate", "role-4-1": "client"}
    desk.post(page("columns", run.pk), said(desk, run) | answers)
    run.refresh_from_db()
    assert run.mapping["roles"] == {"tester": "candidate", "hiring manager": "client"}


def test_dates_that_leave_a_doubt_are_asked_about(desk: Client) -> None:
    run = uploaded(desk, files.csv("Ada,ada@example.org,Hello,03/04/2026", "Ben,ben@example.org,Hi,05/04/2026"))

    answer = desk.post(page("columns", run.pk), said(desk, run))
    assert "Choose what stands first in these dates" in answer.text
    desk.post(page("columns", run.pk), said(desk, run) | {"order": "month"})
    confirmed(desk, run)
    came = [timezone.localdate(enquiry.received_at) for enquiry in Enquiry.objects.order_by("pk")]
    assert came == [date(2026, 3, 4), date(2026, 5, 4)]


def test_dates_that_say_it_themselves_are_not(desk: Client) -> None:
    run = uploaded(desk, files.csv("Ada,ada@example.org,Hello,13/04/2026"))

    assert desk.get(page("columns", run.pk)).context["form"].order_field is None


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"column-3": "leave"}, "Choose the column with the date"),
        ({"column-1": "leave"}, "Choose the column with the e-mail address or the phone number"),
        ({"column-2": "name"}, "“Name” and “Message” are both the name. Choose one of them."),
        ({"column-2": "time", "column-3": "leave"}, "A time of the day needs a date."),
        ({"column-0": "nonsense"}, "Select a valid choice."),
        ({"form": ""}, "Give the form a name."),
    ],
)
def test_columns_that_make_no_enquiries_are_refused(desk: Client, changed: dict[str, str], sentence: str) -> None:
    run = uploaded(desk, files.people(2))
    answer = desk.post(page("columns", run.pk), said(desk, run) | changed)

    assert sentence in answer.text
    assert "Error: What the columns are" in answer.text
    run.refresh_from_db()
    assert run.mapping == {}


def test_a_column_of_names_cannot_say_what_they_are(desk: Client) -> None:
    run = uploaded(desk, files.people(21))
    answer = desk.post(page("columns", run.pk), said(desk, run) | {"column-0": "role"})

    assert "What they are has more than 20 different answers." in answer.text
    assert answer.context["form"].role_fields == []


def test_files_are_said_not_to_be_fetched(desk: Client) -> None:
    run = uploaded(desk, files.sample("cfdb7"))

    assert desk.get(page("columns", run.pk)).text.count("Files are not fetched") == 1


def test_the_preview_counts_what_does_not_come_in_and_says_why(desk: Client) -> None:
    files.taken(files.csv("Here,here@example.org,Hello,2026-05-01"))
    run = uploaded(
        desk,
        files.csv(
            "Here,here@example.org,Hello,2026-05-01,",
            "New,new@example.org,Hello,2026-05-01,",
            "New,new@example.org,Hello,2026-05-01,",
            "Past,past@example.org,Hello,2020-05-01,",
            "Spam,spam@example.org,Hello,2026-05-01,spam",
            "Nobody,,Hello,2026-05-01,",
            "Faulty,faulty@example.org,Hello,never,",
            header=f"{files.HEADER},Status",
        ),
    )
    desk.post(page("columns", run.pk), said(desk, run))
    answer = desk.get(page("preview", run.pk))

    plan = answer.context["plan"]
    assert {row.number: row.fate for row in plan.rows} == {
        2: Fate.HERE,
        3: Fate.NEW,
        4: Fate.TWICE,
        5: Fate.PAST,
        6: Fate.MARKED,
        7: Fate.UNANSWERABLE,
        8: Fate.FAULTY,
    }
    assert "Row 8: Its date cannot be read." in answer.text
    assert "“looking for work” from 2 June 2024 on; “hiring” from 2 June 2025 on" in answer.text
    assert "Take in 1 entry" in answer.text


def test_ten_are_shown_from_the_whole_file(desk: Client) -> None:
    run = uploaded(desk, files.people(40))
    desk.post(page("columns", run.pk), said(desk, run))
    answer = desk.get(page("preview", run.pk))

    assert "10 of them, as they would be" in answer.text
    assert [row.number for row in answer.context["shown"]] == list(range(2, 42, 4))


def test_what_has_changed_since_it_was_shown_is_shown_again(desk: Client) -> None:
    run = uploaded(desk, files.people(2))
    desk.post(page("columns", run.pk), said(desk, run))
    shown = seen(desk, run)
    files.taken(files.people(1))
    answer = desk.post(page("preview", run.pk), shown)

    assert "no longer what you saw" in answer.text
    assert "Take in 1 entry" in answer.text
    run.refresh_from_db()
    assert run.state == State.MAPPING


def test_a_file_is_not_planned_again_to_be_confirmed(desk: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(running, "AT_ONCE", 2)
    run = uploaded(desk, files.people(3))
    desk.post(page("columns", run.pk), said(desk, run))
    shown = seen(desk, run)
    monkeypatch.setattr(planning, "plan", None)

    assert desk.post(page("preview", run.pk), shown).headers["Location"] == page("change", run.pk)
    run.refresh_from_db()
    assert (run.state, sorted(run.report["taken_from"])) == (State.WAITING, ["candidate", "client", "other"])


def test_another_import_meanwhile_that_changes_nothing_keeps_no_file_out(desk: Client) -> None:
    run = uploaded(desk, files.people(2))
    desk.post(page("columns", run.pk), said(desk, run))
    shown = seen(desk, run)
    files.taken(files.sample("wpforms"))

    assert desk.post(page("preview", run.pk), shown).headers["Location"] == page("change", run.pk)


@pytest.mark.parametrize("change", ["mapping", "rules"])
def test_other_columns_or_rules_since_it_was_shown_are_shown_first(desk: Client, change: str) -> None:
    run = uploaded(desk, files.people(2))
    desk.post(page("columns", run.pk), said(desk, run))
    shown = seen(desk, run)
    if change == "mapping":
        desk.post(page("columns", run.pk), said(desk, run) | {"everybody": "client"})
    else:
        Retention.objects.update(days=1)

    assert "no longer what you saw" in desk.post(page("preview", run.pk), shown).text
    run.refresh_from_db()
    assert run.state == State.MAPPING


def test_where_nothing_is_new_nothing_can_be_confirmed(desk: Client) -> None:
    files.taken(files.people(2))
    run = uploaded(desk, files.people(2))
    desk.post(page("columns", run.pk), said(desk, run))

    assert "There is nothing to take in." in desk.get(page("preview", run.pk)).text
    confirmed(desk, run)
    run.refresh_from_db()
    assert run.state == State.MAPPING


def test_many_are_left_to_the_worker_and_its_progress_shown(desk: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(running, "AT_ONCE", 2)
    run = uploaded(desk, files.people(3))
    desk.post(page("columns", run.pk), said(desk, run))
    answer = confirmed(desk, run)

    assert "It waits for the worker" in answer.text
    assert desk.get(page("progress", run.pk)).json() == {
        "done": 0,
        "total": 3,
        "is_over": False,
        "words": "It waits for the worker, which looks every few seconds.",
    }
    assert running.work_off(lambda: False) == 1
    assert desk.get(page("progress", run.pk)).json() == {
        "done": 3,
        "total": 3,
        "is_over": True,
        "words": "3 of 3 rows read.",
    }


def test_a_second_press_begins_nothing_anew(desk: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(running, "AT_ONCE", 2)
    run = uploaded(desk, files.people(3))
    desk.post(page("columns", run.pk), said(desk, run))
    shown = seen(desk, run)
    for _ in range(2):
        assert desk.post(page("preview", run.pk), shown).headers["Location"] == page("change", run.pk)

    assert Entry.objects.filter(action="imported").count() == 1


def test_it_can_be_stopped(desk: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(running, "AT_ONCE", 2)
    run = uploaded(desk, files.people(3))
    desk.post(page("columns", run.pk), said(desk, run))
    confirmed(desk, run)

    assert "Stopped. What came in stays." in desk.post(page("stop", run.pk), follow=True).text
    assert "It was over already." in desk.post(page("stop", run.pk), follow=True).text
    assert not EntryFile.objects.exists()


def test_an_upload_can_be_thrown_away(desk: Client) -> None:
    run = uploaded(desk, files.people(3))
    answer = desk.post(page("drop", run.pk), follow=True)

    assert "is thrown away. Nothing of it came in." in answer.text
    assert not EntryImport.objects.exists()


def test_an_import_that_is_over_cannot_be_thrown_away(desk: Client) -> None:
    run = files.taken(files.people(2))

    assert desk.post(page("drop", run.pk)).headers["Location"] == page("change", run.pk)
    assert EntryImport.objects.exists()


def test_the_report_names_rows_and_nothing_of_what_stands_in_them(desk: Client) -> None:
    content = files.csv("Ada Field,ada@example.org,Private words,2026-05-01", "Ben Moor,ben@example.org,Hello,never")
    run = files.taken(content, name="entries.csv")

    shown = desk.get(page("change", run.pk)).text
    assert "Row 3: Its date cannot be read." in shown
    answer = desk.get(page("json", run.pk))
    assert answer.headers["Content-Disposition"] == 'attachment; filename="form-entries.json"'
    assert json.loads(answer.content) == {
        "file": "entries.csv",
        "form": "Contact form",
        "state": "done",
        "columns": [
            {"heading": "Name", "as": "name"},
            {"heading": "Email", "as": "email"},
            {"heading": "Message", "as": "message"},
            {"heading": "Date", "as": "date"},
        ],
        "taken_from": {},
        "counts": {"new": 1, "faulty": 1},
        "marked": {},
        "rows": {"new": [2], "faulty": [3]},
        "faults": [{"row": 3, "what": "Its date cannot be read."}],
    }
    for text in (shown, answer.text):
        assert not [word for word in ("Ada Field", "ada@example", "Private", "Ben Moor") if word in text]


def test_the_report_says_from_which_day_on_entries_came_in(desk: Client) -> None:
    run = uploaded(desk, files.people(1))
    desk.post(page("columns", run.pk), said(desk, run))
    confirmed(desk, run)

    told = desk.get(page("json", run.pk)).json()["taken_from"]
    assert told == {"candidate": "2024-06-02", "client": "2025-06-02", "other": "2025-06-02"}


def test_the_enquiry_says_where_it_came_from_and_that_nothing_was_promised(desk: Client) -> None:
    files.taken(files.csv("Ada Field,ada@example.org,Hello,2026-05-01 09:00"))
    shown = desk.get(reverse("admin:enquiries_enquiry_change", args=[Enquiry.objects.get().pk])).text

    assert "No reply: an earlier site received it" in shown
    assert "a form of our earlier site" in shown
    assert "Words of the earlier site, which are not kept here" in shown
    assert "From the form “Contact form” of an earlier site." in shown


def test_the_work_list_leads_there_and_filters_by_it(desk: Client) -> None:
    files.taken(files.people(1))
    people.enquiry(state="closed")
    shown = desk.get(reverse("admin:enquiries_enquiry_changelist"), {"tab": "closed", "source": "site"})

    assert [row.enquiry.name for row in shown.context["rows"]] == ["Pat Number0"]
    assert page("changelist") in shown.text
    assert page("add") in desk.get("/admin/").text


@pytest.mark.parametrize("name", ["columns", "preview", "progress", "change", "json"])
def test_whoever_may_not_import_sees_no_page_of_it(client: Client, name: str) -> None:
    run = files.uploaded(files.people(1))
    client.force_login(people.consultant("sam"))

    assert client.get(page(name, run.pk)).status_code == 403
    assert client.get(page("add")).status_code == 403
    assert client.get(page("changelist")).status_code == 403
    assert page("changelist") not in client.get(reverse("admin:enquiries_enquiry_changelist")).text


@pytest.mark.parametrize("name", ["stop", "drop"])
def test_whoever_may_not_import_changes_nothing_of_it(client: Client, name: str) -> None:
    run = files.uploaded(files.people(1))
    client.force_login(people.consultant("sam"))

    assert client.post(page(name, run.pk)).status_code == 403


def test_pages_of_the_file_lead_to_the_report_once_it_is_confirmed(desk: Client) -> None:
    run = files.taken(files.people(1))

    for name in ("columns", "preview"):
        assert desk.get(page(name, run.pk)).headers["Location"] == page("change", run.pk)


def test_the_report_of_what_is_not_confirmed_leads_to_its_columns(desk: Client) -> None:
    run = uploaded(desk, files.people(1))

    for name in ("change", "json", "preview"):
        assert desk.get(page(name, run.pk)).headers["Location"] == page("columns", run.pk)


def test_one_import_and_many_cost_the_list_as_much(desk: Client, django_assert_num_queries: Any) -> None:
    files.taken(files.people(1))
    desk.get(page("changelist"))
    with django_assert_num_queries(8):
        desk.get(page("changelist"))
    for number in range(1, 4):
        files.taken(files.people(1, first=number), by=people.consultant(f"by{number}"))
    with django_assert_num_queries(8):
        desk.get(page("changelist"))


def test_a_preview_of_many_costs_no_more_than_one_of_few(desk: Client, django_assert_num_queries: Any) -> None:
    for count in (1, 150):
        run = uploaded(desk, files.people(count))
        desk.post(page("columns", run.pk), said(desk, run))
        desk.get(page("preview", run.pk))
        with django_assert_num_queries(13):
            desk.get(page("preview", run.pk))


def test_an_upload_is_forgotten_by_its_page_once_the_worker_has_thrown_it_away(desk: Client) -> None:
    run = uploaded(desk, files.people(1))
    EntryImport.objects.filter(pk=run.pk).update(started_at=files.TODAY - timedelta(days=2))
    address = page("columns", run.pk)
    uploads.forget_old()

    assert desk.get(address).status_code == 404

"""Entries that come in: closed enquiries of their day, of which nobody hears; once, however often a file is imported."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from threading import Barrier, Thread
from typing import Any

import pytest
import time_machine
from django.db import connection
from django.utils import timezone

from articles.outbox.models import Message
from enquiries import search
from enquiries.admin.answers import entering
from enquiries.handling import verbs, work_list
from enquiries.importing import running, storing, uploads
from enquiries.models import (
    Consent,
    Enquiry,
    EntryFile,
    EntryImport,
    EntryMark,
    Handoff,
    Notice,
    Retention,
    RoutingRule,
    State,
)
from enquiries.notices import reminders
from enquiries.privacy import disclosure, erasure
from enquiries.reports.statistics import Statistics
from enquiries.tallies import keeping
from tests.enquiries import people
from tests.enquiries.handoff import crm
from tests.enquiries.importing import files

pytestmark = pytest.mark.django_db
ADA = "Ada Field,ada@example.org,What does a tester earn?,2026-05-10 09:30"


@pytest.fixture(autouse=True)
def _on_the_day() -> Iterator[None]:
    with time_machine.travel(files.TODAY, tick=False):
        yield


def counts(run: EntryImport) -> dict[str, int]:
    return dict(run.report["counts"])


def test_an_entry_becomes_a_closed_enquiry_of_the_day_on_which_it_came() -> None:
    by = people.consultant("maya")
    run = files.taken(files.csv(ADA), by=by)

    (enquiry,) = Enquiry.objects.all()
    came = datetime(2026, 5, 10, 8, 30, tzinfo=UTC)
    assert (enquiry.received_at, enquiry.closed_at, enquiry.state, enquiry.outcome) == (came, came, State.CLOSED, "")
    assert (enquiry.team, enquiry.owner, enquiry.source) == (people.default_team(), None, "site")
    assert (enquiry.privacy_wording, enquiry.marketing_wording, enquiry.was_suspected) == (None, None, False)
    assert enquiry.erase_on == date(2026, 5, 10) + timedelta(days=365)
    assert list(enquiry.events.values_list("kind", "by", "words")) == [
        ("received", by.pk, "From the form “Contact form” of an earlier site.")
    ]
    assert (run.state, run.done, counts(run)) == (EntryImport.State.DONE, 1, {"new": 1})
    assert not EntryFile.objects.exists()


def test_nobody_hears_of_it() -> None:
    crm.receiver()
    files.taken(files.csv(ADA))

    assert not Notice.objects.exists()
    assert not Message.objects.exists()
    assert not Handoff.objects.exists()
    assert not Consent.objects.exists()


def test_it_is_found_by_any_word_and_stands_among_what_is_closed() -> None:
    files.taken(files.csv(ADA))
    manager = people.consultant("maya", may=("view_every_enquiry",))

    (enquiry,) = search.find(Enquiry.objects.all(), "tester ada@exam")
    asked = work_list.Asked(manager, Enquiry.objects.all(), work_list.TABS["closed"])
    assert work_list.page(asked).rows == [enquiry]
    assert work_list.counts(Enquiry.objects.all(), manager) == {
        "new": 0,
        "mine": 0,
        "waiting": 0,
        "overdue": 0,
        "followup": 0,
        "spam": 0,
        "closed": 1,
        "all": 1,
    }


def test_it_goes_to_the_team_that_answers_such_enquiries() -> None:
    desk = people.team("Client desk")
    RoutingRule.objects.create(position=1, role="client", team=desk)
    files.taken(files.csv(ADA), everybody="client")

    assert Enquiry.objects.get().team == desk


def test_the_same_file_again_changes_nothing() -> None:
    files.taken(files.people(3))
    again = files.taken(files.people(3))

    assert counts(again) == {"here": 3}
    assert Enquiry.objects.count() == 3


def test_an_overlapping_file_brings_what_is_new() -> None:
    files.taken(files.people(3))
    again = files.taken(files.people(4, first=1))

    assert counts(again) == {"here": 2, "new": 2}
    assert Enquiry.objects.count() == 5


def test_an_entry_is_known_in_an_export_with_other_columns() -> None:
    files.taken(files.csv(ADA))
    header = "Starred,Date,Name,Email,Message"
    again = files.taken(
        files.csv("1,2026-05-10 09:30,Ada Field,ada@example.org,What does a tester earn?", header=header)
    )

    assert counts(again) == {"here": 1}


def test_an_entry_is_known_under_another_mapping() -> None:
    files.taken(files.csv(ADA))
    again = files.taken(files.csv(ADA), columns=["line", "email", "line", "date"], zone="UTC")

    assert counts(again) == {"here": 1}


def test_an_entry_is_known_by_its_number_when_the_old_site_changed_its_words() -> None:
    header = f"{files.HEADER},Entry ID"
    files.taken(files.csv(f"{ADA},41", header=header))
    again = files.taken(files.csv(f"{ADA.replace('tester', 'developer')},41", header=header))

    assert counts(again) == {"here": 1}


def test_the_same_number_of_somebody_else_is_another_entry() -> None:
    header = f"{files.HEADER},Entry ID"
    files.taken(files.csv(f"{ADA},41", header=header))
    other = files.taken(files.csv("Ben,ben@example.org,Hello,2026-05-10 09:30,41", header=header))

    assert counts(other) == {"new": 1}


def test_the_marks_are_known_by_a_key_that_was_in_use_before(settings: Any) -> None:
    files.taken(files.csv(ADA))
    settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = "another key", [settings.SECRET_KEY]

    assert counts(files.taken(files.csv(ADA))) == {"here": 1}


def test_a_mark_says_nothing_of_the_person_without_the_key() -> None:
    files.taken(files.csv(ADA))

    marks = list(EntryMark.objects.values_list("mark", flat=True))
    assert [len(mark) for mark in marks] == [64, 64]
    assert len(set(marks)) == 2


def test_who_was_erased_does_not_come_back_with_the_next_file() -> None:
    files.taken(files.csv(ADA))
    erasure.erase(Enquiry.objects.get(), by=people.consultant())
    again = files.taken(files.csv(ADA))

    assert counts(again) == {"here": 1}
    assert list(Enquiry.objects.values_list("state", "email", "message")) == [(State.ERASED, "", "")]


def test_what_is_past_its_time_does_not_come_in() -> None:
    Retention.objects.filter(role="candidate", outcome="").update(days=30)
    rows = ("A,a@example.org,Old,2026-05-02", "B,b@example.org,In time,2026-05-03")
    run = files.taken(files.csv(*rows), everybody="candidate")

    assert counts(run) == {"past": 1, "new": 1}
    assert run.report["rows"] == {"past": [2], "new": [3]}
    assert list(Enquiry.objects.values_list("name", "erase_on")) == [("B", date(2026, 6, 2))]


def test_it_is_erased_when_it_is_due() -> None:
    files.taken(files.csv(ADA))
    Enquiry.objects.update(erase_on=timezone.localdate() - timedelta(days=1))

    assert erasure.erase_due() == 1
    assert Enquiry.objects.get().state == State.ERASED


def test_rows_that_cannot_be_read_are_named_without_their_words() -> None:
    run = files.taken(
        files.csv(
            ADA,
            "B,b@example.org,No date,",
            "C,c@example.org,Secret words,the day after",
            "D,d@example.org,Early,2027-01-01",
            "E,e@example.org,Ancient,1970-01-01",
            f"F,f@example.org,{'x' * 100_001},2026-05-01",
            "G,g@example.org",
        )
    )

    assert counts(run) == {"new": 1, "faulty": 6}
    assert run.report["faults"] == [
        {"row": 3, "what": "It has no date."},
        {"row": 4, "what": "Its date cannot be read."},
        {"row": 5, "what": "Its date is still to come."},
        {"row": 6, "what": "Its date cannot be read."},
        {"row": 7, "what": "Its message has more than 100,000 characters."},
        {"row": 8, "what": "It has 2 cells, and the header has 4."},
    ]
    assert "Secret" not in str(run.report)


def test_what_a_place_has_no_room_for_stands_whole_below_the_message() -> None:
    name = "Ada " * 60
    files.taken(files.csv(f"{name},ada@example.org,Hello,2026-05-01"))

    enquiry = Enquiry.objects.get()
    assert enquiry.name == name.strip()[:200].strip()
    assert enquiry.message == f"Hello\n\nName: {name.strip()}"


def test_no_promise_is_counted_and_nobody_reminded_when_it_is_taken_up_again() -> None:
    files.taken(files.csv(ADA))
    sam = people.consultant("sam", people.default_team())
    verbs.reopen(Enquiry.objects.get(), by=sam)

    enquiry = Enquiry.objects.get()
    assert (enquiry.state, enquiry.is_unanswered) == (State.NEW, False)
    assert not Enquiry.objects.unanswered().exists()
    assert not Enquiry.objects.overdue().exists()
    reminders.send_out()
    assert not Message.objects.exists()


def test_it_can_be_reopened_and_answered() -> None:
    files.taken(files.csv(ADA))
    sam = people.consultant("sam", people.default_team())
    verbs.reopen(Enquiry.objects.get(), by=sam)
    verbs.reply(Enquiry.objects.get(), "About your question", "About £35,000.", by=sam)

    enquiry = Enquiry.objects.get()
    assert (enquiry.state, enquiry.owner) == (State.WAITING, sam)
    assert [notice.recipient for notice in Notice.objects.all()] == ["ada@example.org"]


def test_no_report_counts_it_whatever_becomes_of_it() -> None:
    people.enquiry(received_at=timezone.now())
    files.taken(files.csv(ADA, ADA.replace("Ada", "Ida").replace("ada@", "ida@")))
    first = Enquiry.objects.get(name="Ada Field")
    verbs.reopen(first, by=people.consultant())
    assert keeping.count_in() == 1

    statistics = Statistics(13)
    assert statistics.count() == 1
    assert statistics.everybody().number == 1
    assert Enquiry.objects.exclude(tallied_in=None).count() == 1
    assert keeping.wrong_weeks() == []


def test_what_a_person_may_see_holds_it_and_names_no_promise_and_no_notice() -> None:
    files.taken(files.csv(ADA))

    held = disclosure.everything(Enquiry.objects.get())
    assert held["answers"]["message"] == "What does a tester earn?"
    assert (held["reply_promised_by"], held["privacy_notice"], held["marketing_consent"]) == (None, None, None)


def test_nobody_enters_one_by_hand_as_if_it_came_from_there() -> None:
    form = entering.EntryForm(by=people.consultant())

    assert "site" not in dict(form.fields["source"].choices)  # type: ignore[attr-defined]


def test_an_import_that_was_cut_off_goes_on_where_it_was(monkeypatch: pytest.MonkeyPatch) -> None:
    run = files.uploaded(files.people(450))
    monkeypatch.setattr(storing, "store", _failing_at(storing.store, 2))
    with pytest.raises(RuntimeError):
        running.work_off(lambda: False)
    run.refresh_from_db()
    assert (run.state, run.done, Enquiry.objects.count()) == (EntryImport.State.RUNNING, 200, 200)

    monkeypatch.undo()
    assert running.work_off(lambda: False) == 0, "somebody may still be at it"
    with time_machine.travel(files.TODAY + timedelta(minutes=3), tick=False):
        assert running.work_off(lambda: False) == 1
    run.refresh_from_db()
    assert (run.state, run.done, counts(run)) == (EntryImport.State.DONE, 450, {"new": 450})
    assert run.report["rows"]["new"] == list(range(2, 452))
    assert Enquiry.objects.count() == 450


def _failing_at(store: Any, call: int) -> Any:
    calls = iter(range(1, 100))

    def failing(*args: Any) -> None:
        if next(calls) == call:
            raise RuntimeError
        store(*args)

    return failing


def test_a_worker_that_is_stopped_leaves_the_rest_to_the_next() -> None:
    run = files.uploaded(files.people(450))
    answers = iter([False, False, True, True])
    assert running.work_off(lambda: next(answers)) == 0
    run.refresh_from_db()
    assert (run.state, run.done) == (EntryImport.State.WAITING, 200)

    assert running.work_off(lambda: False) == 1
    assert Enquiry.objects.count() == 450


def test_an_import_that_somebody_stopped_keeps_what_came_in() -> None:
    run = files.uploaded(files.people(450))
    answers = iter([False, False, True, True])
    running.work_off(lambda: next(answers))

    assert running.stop(run) is True
    assert running.stop(run) is False
    run.refresh_from_db()
    assert (run.state, Enquiry.objects.count(), EntryFile.objects.count()) == (EntryImport.State.STOPPED, 200, 0)
    assert running.work_off(lambda: False) == 0


def test_an_upload_that_nobody_confirms_is_thrown_away_after_a_day() -> None:
    run = uploads.receive("entries.csv", files.csv(ADA), by=None)
    kept = files.taken(files.csv(ADA))
    assert uploads.forget_old() == 0

    with time_machine.travel(files.TODAY + timedelta(days=1, minutes=1), tick=False):
        assert uploads.forget_old() == 1
    assert list(EntryImport.objects.all()) == [kept]
    assert not EntryFile.objects.filter(run=run.pk).exists()


def test_a_lot_of_rows_costs_as_many_queries_as_few(django_assert_num_queries: Any) -> None:
    few, many = files.uploaded(files.people(2)), files.uploaded(files.people(150, first=1000))
    for run in (few, many):
        EntryImport.objects.filter(pk=run.pk).update(state=EntryImport.State.RUNNING)
        lot = running.Lot(run, uploads.table_of(run))
        with django_assert_num_queries(10):
            assert lot.take() is True


@pytest.mark.django_db(transaction=True)
def test_two_imports_of_one_file_at_once_make_one_enquiry_each() -> None:
    first, second = files.uploaded(files.people(50)), files.uploaded(files.people(50))
    EntryImport.objects.update(state=EntryImport.State.RUNNING)
    together = Barrier(2)

    def go(run: EntryImport) -> None:
        together.wait(10)
        running.go(run)
        connection.close()

    threads = [Thread(target=go, args=(run,)) for run in (first, second)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)

    assert Enquiry.objects.count() == 50
    for run in (first, second):
        run.refresh_from_db()
    assert sorted([counts(first), counts(second)], key=str) == [{"here": 50}, {"new": 50}]

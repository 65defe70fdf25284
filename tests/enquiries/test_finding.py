"""Finding enquiries by any word of them and of what was written about them; and that the words go when they should."""

from typing import Any

import pytest
from django.db import connection
from pytest_django import DjangoAssertNumQueries

from enquiries import history, search
from enquiries.handling import verbs
from enquiries.models import Enquiry, Event, Outcome, SearchText, State
from enquiries.privacy import erasure
from tests.enquiries import people

pytestmark = pytest.mark.django_db


@pytest.fixture
def sam() -> Any:
    return people.consultant("sam", people.default_team())


def found(text: str) -> list[str]:
    return sorted(search.find(Enquiry.objects.all(), text).values_list("name", flat=True))


@pytest.fixture
def pat(sam: Any) -> Enquiry:
    made = people.enquiry(
        name="Pat",
        role="client",
        organisation="Crème & Sons",
        role_to_fill="Platform engineer",
        message="We grow.\nRing 0161 496 0777, or write to hr@creme.example. Node.js helps.",
    )
    people.enquiry(name="Somebody", message="Nothing of the kind.", role_sought="Tester")
    verbs.note(made, "Prefers Tuesdays.", sam)
    verbs.reply(made, "Your vacancy", "Dear Pat, of Gloucester we know little.", sam)
    history.record(made, Event.Kind.WROTE, words="Thursday then, said my husband.")
    return made


@pytest.mark.parametrize(
    "text",
    [
        "tuesd", "gloucester", "vacancy", "husband", "platform eng", "creme", "crème", "0161 496 0777", "+44 161 496 0777",
        "hr@creme.example", "node.js", "GROW tuesdays thursday", "pat gloucester",
    ],
)  # fmt: skip
def test_one_is_found_by_the_words_of_its_answers_and_of_its_history(pat: Enquiry, text: str) -> None:
    assert found(text) == ["Pat"]


def test_all_words_must_be_there(pat: Enquiry) -> None:
    assert found("gloucester tester") == []
    assert found("tester") == ["Somebody"]
    assert found("&") == ["Pat", "Somebody"]


def test_what_we_write_into_the_history_ourselves_finds_nothing(pat: Enquiry, sam: Any) -> None:
    verbs.assign(pat, people.consultant("quentin"), sam, "He knows Gdynia.")
    verbs.close(pat, Outcome.UNSUITABLE, sam, "A pity.")

    assert (found("quentin"), found("help"), found("gdynia"), found("pity")) == ([], ["Pat"], ["Pat"], ["Pat"])


def test_a_corrected_answer_is_found_instead_of_the_old_one(pat: Enquiry) -> None:
    pat.name = "Quilla"
    pat.save(update_fields=["name"])
    search.index(pat)

    assert (found("quilla"), found("tuesdays")) == (["Quilla"], ["Quilla"])
    assert found("pat gloucester") == ["Quilla"]  # the reply still says so


def test_erasing_leaves_no_word(pat: Enquiry, sam: Any) -> None:
    verbs.close(pat, Outcome.ANSWERED, sam)
    pat.notices.all().delete()
    erasure.erase(pat)

    assert (found("gloucester"), found("creme")) == ([], [])
    assert not SearchText.objects.filter(enquiry=pat).exists()
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM enquiries_searchterm WHERE enquiry_id = %s", [pat.pk])
            assert cursor.fetchone() == (0,)


@pytest.mark.parametrize("text", ["'", "' | zebra", "pat'", "\\", "!pat", "a:*", "((", "\x00", "%", "_", "pat\u2028"])
def test_no_sign_is_read_as_anything_but_a_sign(pat: Enquiry, text: str) -> None:
    found(text)


def test_what_many_say_is_found_as_what_few_say(pat: Enquiry, monkeypatch: pytest.MonkeyPatch) -> None:
    few = found("tuesdays"), found("some"), found("zebra")
    monkeypatch.setattr(search, "FEW", 0)

    assert (found("tuesdays"), found("some"), found("zebra")) == few == (["Pat"], ["Somebody"], [])


def test_what_an_upgrade_left_out_is_indexed_and_what_is_erased_is_not(
    pat: Enquiry, monkeypatch: pytest.MonkeyPatch, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    people.enquiry(name="", state=State.ERASED)
    SearchText.objects.all().delete()
    monkeypatch.setattr(search, "BATCH", 1)

    assert (search.fill(), search.fill()) == (2, 0)
    assert (found("tuesdays"), found("tester")) == (["Pat"], ["Somebody"])


def test_filling_stops_when_it_should(pat: Enquiry) -> None:
    SearchText.objects.all().delete()

    assert search.fill(lambda: True) == 0


def test_of_very_much_the_newest_is_found(pat: Enquiry) -> None:
    history.record(pat, Event.Kind.WROTE, words=" ".join(f"word{number:07}" for number in range(60_000)))
    history.record(pat, Event.Kind.WROTE, words="Newest.")

    assert len(SearchText.objects.get(enquiry=pat).words) <= search.LONGEST_TEXT
    assert (found("creme newest"), found("gloucester")) == (["Pat"], [])

"""The table of old addresses in the admin: typed, searched, extended by CSV, and by what is asked for in vain."""

from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles.models import MissedAddress, OldAddress
from articles.moved.recording import record, record_all
from articles.publishing import publication
from tests import cast
from tests.articles import staff

pytestmark = pytest.mark.django_db
LIST = "/admin/articles/oldaddress/"
ADD, CSV, MISSED = f"{LIST}add/", f"{LIST}csv/", f"{LIST}missed/"
MAY = ("view_oldaddress", "add_oldaddress", "change_oldaddress", "delete_oldaddress")


@pytest.fixture
def editor() -> Client:
    client = Client()
    client.force_login(staff.somebody("ed", MAY))
    return client


def rows() -> list[tuple[str, str, str, str]]:
    return list(OldAddress.objects.order_by("address").values_list("address", "target", "note", "source"))


def missed(path: str, times: int = 5) -> MissedAddress:
    today = timezone.localdate()
    return MissedAddress.objects.create(path=path, key=path, times=times, first_day=today, last_day=today)


def text(response: Any) -> str:
    return " ".join(response.content.decode().split())


def test_a_typed_row_leads_to_what_its_target_means(editor: Client) -> None:
    guide = cast.live_guide("tech-lead", title="Tech lead")
    sent = {"address": "https://old.example/Our-Post/", "target": "/guides/tech-lead/", "note": "From the print ad"}

    assert editor.post(ADD, sent).status_code == 302
    assert rows() == [("/Our-Post", f"ref:guide:{guide.pk}", "From the print ad", "typed")]
    assert "301 to “Tech lead”" in text(editor.get(LIST))
    assert 'value="/guides/tech-lead/"' in text(editor.get(f"{LIST}{OldAddress.objects.get().pk}/change/"))


def test_a_row_is_changed_to_gone_and_what_led_to_it_is_shortened(editor: Client) -> None:
    record("/a", "/people/")
    OldAddress.objects.create(address="/b", key="/b", target="/c.pdf")
    row = OldAddress.objects.get(address="/a")

    sent = {"address": "/c.pdf", "target": "", "is_gone": "on", "note": ""}
    assert editor.post(f"{LIST}{row.pk}/change/", sent).status_code == 302
    assert rows() == [("/b", "", "", "typed"), ("/c.pdf", "", "", "typed")]


@pytest.mark.parametrize(
    ("sent", "field", "reason"),
    [
        ({"address": "/a"}, "target", "Either say where it leads, or tick that the page is gone."),
        ({"address": "/a", "target": "/people/", "is_gone": "on"}, "target", "Either say where it leads, or tick that the page is gone."),
        ({"address": "/taken/", "is_gone": "on"}, "address", "This address is in the table already. Change its row instead."),
        ({"address": "/people", "is_gone": "on"}, "address", "There is a page at this address: “Teams and people”. It would never be asked."),
        ({"address": "/a", "target": "/A"}, "target", "This leads back to itself."),
        ({"address": "/a", "target": "//evil.example"}, "target", "Write the address of a page of this site, or a whole address that begins with https://."),
        ({"address": "/a\n/b", "is_gone": "on"}, "address", "An address has no line breaks, control characters or backslashes."),
    ],
)  # fmt: skip
def test_what_cannot_be_stored_is_said_at_its_field(
    editor: Client, sent: dict[str, str], field: str, reason: str
) -> None:
    record("/taken", "gone")

    response = editor.post(ADD, sent)

    assert response.context["adminform"].form.errors == {field: [reason]}
    assert len(rows()) == 1


def test_the_list_says_what_needs_a_look(editor: Client) -> None:
    withdrawn = cast.live_guide("withdrawn", title="Old hand")
    record_all(
        [
            ("/guides/late/", "gone"),
            ("/withdrawn", f"ref:guide:{withdrawn.pk}"),
            ("/soon", f"ref:guide:{cast.draft('soon', title='Soon').pk}"),
            ("/away", "https://elsewhere.example/"),
        ]
    )
    publication.withdraw(withdrawn, by=None)
    cast.live_guide("late", title="Late")

    shown = {row.address: (row.told.words, row.told.needs_look) for row in editor.get(LIST).context["cl"].result_list}

    assert shown == {
        "/guides/late": ("Never asked: this is the address of “Late” now", True),
        "/withdrawn": ("410, since “Old hand” was withdrawn", True),
        "/soon": ("302 to all guides, until “Soon” is published", False),
        "/away": ("301 to https://elsewhere.example/", False),
    }
    assert found(editor, "?answers=look") == ["/guides/late", "/withdrawn"]


def found(editor: Client, query: str) -> list[str]:
    return sorted(row.address for row in editor.get(LIST + query).context["cl"].result_list)


def test_rows_are_found_by_address_note_target_and_filters(editor: Client) -> None:
    guide = cast.live_guide("tech-lead", title="Tech lead")
    record_all(
        [("/2021/our-post", f"ref:guide:{guide.pk}"), ("/away", "https://elsewhere.example/"), ("/lost", "gone")]
    )
    OldAddress.objects.filter(address="/lost").update(note="Print ad", hits=3, last_hit=timezone.localdate())

    assert [
        found(editor, f"?{query}")
        for query in ("q=our-po", "q=https://old.example/2021/Our-Post/", "q=tech+lea", "q=print", "answers=here",
                      "answers=away", "answers=gone", "asked=lately", "asked=never", "asked=before", "source=typed")
    ] == [
        ["/2021/our-post"], ["/2021/our-post"], ["/2021/our-post"], ["/lost"], ["/2021/our-post"],
        ["/away"], ["/lost"], ["/lost"], ["/2021/our-post", "/away"], [], [],
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("/lost/", "/lost answers 410, gone, by the row /lost."),
        (
            "https://old.example/category/data/",
            "/category/data answers 301 to /guides/topics/data/, by the rule “Category or tag”.",
        ),
        ("/people/", "/people is a page of this site: “Teams and people”."),
        ("/nothing/", "/nothing answers “not found”."),
    ],
)
def test_a_whole_address_in_the_search_is_tried(editor: Client, typed: str, said: str) -> None:
    cast.topic("data")
    record("/lost", "gone")

    assert editor.get(LIST, {"q": typed}).context["tried"] == said


def test_many_rows_cost_as_many_queries_as_one(editor: Client) -> None:
    guide, topic = cast.live_guide("tech-lead"), cast.topic()

    def queries(page: str) -> int:
        with CaptureQueriesContext(connection) as captured:
            assert editor.get(page).status_code == 200
        return len(captured)

    record_all([("/a", f"ref:guide:{guide.pk}"), ("/guides/x", f"ref:topic:{topic.pk}")])
    missed("/tech-leads")
    for page in (LIST, MISSED):  # what is remembered after the first time
        editor.get(page)
    one = [queries(page) for page in (LIST, MISSED, f"{LIST}csv/download/")]
    record_all(
        [
            pair
            for n in range(30)
            for pair in ((f"/a{n}", f"ref:guide:{guide.pk}"), (f"/guides/x{n}", f"ref:topic:{topic.pk}"))
        ]
    )
    for number in range(30):
        missed(f"/tech-lead-{number}")

    assert [queries(page) for page in (LIST, MISSED, f"{LIST}csv/download/")] == one


# CSV


def preview(editor: Client, **sent: Any) -> Any:
    return editor.post(CSV, {"preview": "1"} | sent)


def test_a_file_is_shown_first_and_stored_when_that_is_confirmed(editor: Client) -> None:
    guide = cast.live_guide("tech-lead")
    record_all([("/known", "gone"), ("/changed", "gone")])
    content = (
        "\ufeffOld address,Leads to,Note\r\n/new/,/guides/tech-lead/,Print ad\r\n/known,gone,\r\n/changed,/people/,\r\n"
        "/people/,gone,\r\n/loop,/loop,\r\n"
    )

    response = preview(editor, file=SimpleUploadedFile("old.csv", content.encode()))

    plan = response.context["plan"]
    assert [len(rows) for rows in (plan.new, plan.known, plan.changed, plan.refused)] == [1, 1, 1, 2]
    assert [row.reason for row in plan.refused] == [
        "There is a page at this address: “Teams and people”. It would never be asked.",
        "This leads back to itself.",
    ]
    assert len(rows()) == 2

    confirmed = {"rows": response.context["form"]["rows"].value(), "seen": plan.digest, "store": "1"}
    assert "tick that they are left out" in text(editor.post(CSV, confirmed))
    assert editor.post(CSV, confirmed | {"leave_out": "on"}).status_code == 302
    assert rows() == [
        ("/changed", "/people/", "", "csv"),
        ("/known", "", "", "import"),
        ("/new", f"ref:guide:{guide.pk}", "Print ad", "csv"),
    ]


def test_what_changed_since_it_was_shown_is_shown_again(editor: Client) -> None:
    plan = preview(editor, rows="/a,/people/").context["plan"]
    record("/a", "gone")

    response = editor.post(CSV, {"rows": "/a,/people/", "seen": plan.digest, "store": "1"})

    assert "has changed since you looked at it" in text(response)
    assert rows() == [("/a", "", "", "import")]


def test_what_was_downloaded_is_read_back_as_it_is(editor: Client) -> None:
    guide = cast.live_guide("tech-lead")
    record_all(
        [
            ("/a", f"ref:guide:{guide.pk}#pay"),
            ("/ümlaut, comma", "gone"),
            ("/?p=12", f"ref:guide:{cast.draft('soon').pk}"),
            ("/b", "https://elsewhere.example/"),
        ]
    )
    OldAddress.objects.filter(address="/b").update(note="=SUM(A1)")

    downloaded = editor.get(f"{LIST}csv/download/").content.decode()

    assert "'=SUM(A1)" in downloaded
    plan = preview(editor, rows=downloaded).context["plan"]
    assert [len(rows) for rows in (plan.new, plan.changed, plan.known, plan.refused)] == [0, 0, 4, 0]


@pytest.mark.parametrize(
    ("table", "read"),
    [
        ("source,target,regex,code,type,hits,title\n/a,/people/,0,301,url,5,Team\n/b,,0,410,url,1,\n", [("/a", "/people/", "Team"), ("/b", "", "")]),
        ("Origin;Target;Type\n/a;/people/;301\n/b;;410\n", [("/a", "/people/", ""), ("/b", "", "")]),
        ("/a\t/people/\n/b\tgone\n", [("/a", "/people/", ""), ("/b", "", "")]),
        ("/a,/people/\n\n/b,410\n", [("/a", "/people/", ""), ("/b", "", "")]),
    ],
)  # fmt: skip
def test_files_of_other_programs_are_read(editor: Client, table: str, read: list[tuple[str, str, str]]) -> None:
    plan = preview(editor, rows=table).context["plan"]

    assert [(row.address, row.target, row.wanted.note) for row in plan.rows] == read


@pytest.mark.parametrize(
    ("table", "reason"),
    [
        ("", "There is no row in this."),
        ("Old address,Leads to\n", "There is no row in this."),
        ('"' + "a" * 200_000, "This cannot be read as CSV: field larger than field limit (131072)."),
        ("/a,gone\n" * 10_001, "These are 10,001 rows. Store them in parts of 10,000."),
    ],
)
def test_what_is_no_table_is_refused(editor: Client, table: str, reason: str) -> None:
    response = preview(editor, rows=table)

    assert (response.context["form"].errors, response.context["plan"]) == ({"rows": [reason]}, None)


def test_a_file_of_an_old_windows_program_is_read_and_a_huge_one_refused(editor: Client) -> None:
    plan = preview(editor, file=SimpleUploadedFile("old.csv", "/café,gone".encode("cp1252"))).context["plan"]
    huge = preview(editor, file=SimpleUploadedFile("old.csv", b"/a,gone\n" * 300_000))

    assert [row.address for row in plan.new] == ["/café"]
    assert huge.context["form"].errors == {"file": ["This file is larger than 2 MB. Store it in parts."]}


def test_nothing_new_is_said_to_be_nothing(editor: Client) -> None:
    record("/a", "gone")
    plan = preview(editor, rows="/a,gone").context["plan"]

    assert "There is nothing to store in these rows." in text(
        editor.post(CSV, {"rows": "/a,gone", "seen": plan.digest, "store": "1"})
    )


# Asked for in vain


def test_an_address_that_is_missed_is_taken_over_as_proposed(editor: Client) -> None:
    guide = cast.live_guide("what-a-tech-lead-does", title="What a tech lead does")
    row = missed("/blog/what-does-a-tech-lead-do")
    missed("/rare", times=2)

    (one,) = editor.get(MISSED).context["found"]
    assert (one.row, one.proposal.target, one.proposal.title) == (row, f"ref:guide:{guide.pk}", "What a tech lead does")

    editor.post(MISSED, {"missed": row.pk, "decision": "take", "target": one.proposal.target})

    assert rows() == [("/blog/what-does-a-tech-lead-do", f"ref:guide:{guide.pk}", "", "typed")]
    assert editor.get(MISSED).context["found"] == []


def test_an_address_that_is_missed_is_gone_or_ignored_and_listed_again(editor: Client) -> None:
    gone, ignored = missed("/gone"), missed("/ignored")

    editor.post(MISSED, {"missed": gone.pk, "decision": "gone"})
    editor.post(MISSED, {"missed": ignored.pk, "decision": "ignore"})

    assert rows() == [("/gone", "", "", "typed")]
    assert editor.get(MISSED).context["found"] == []
    assert [one.row for one in editor.get(f"{MISSED}?ignored=1").context["found"]] == [ignored]

    editor.post(f"{MISSED}?ignored=1", {"missed": ignored.pk, "decision": "notice"})

    assert [one.row for one in editor.get(MISSED).context["found"]] == [ignored]


def test_a_missed_address_that_has_a_page_by_now_is_left_alone(editor: Client) -> None:
    row = missed("/guides/late")
    cast.live_guide("late")

    editor.post(MISSED, {"missed": row.pk, "decision": "gone"})

    assert (rows(), editor.get(MISSED).context["found"]) == ([], [])


# Who may


def test_editors_keep_the_table_and_authors_do_not_see_it() -> None:
    codes = {"add_oldaddress", "change_oldaddress", "delete_oldaddress", "view_oldaddress"}

    assert codes <= set(Group.objects.get(name="Editors").permissions.values_list("codename", flat=True))
    author = Client()
    author.force_login(staff.author())
    assert [author.get(page).status_code for page in (LIST, ADD, CSV, MISSED, f"{LIST}csv/download/")] == [403] * 5

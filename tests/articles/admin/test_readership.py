"""What guides do for their readers, in the admin: on a guide's page, for all guides, and as CSV."""

import csv
from collections import Counter
from datetime import date, timedelta
from io import StringIO
from typing import Any

import pytest
from django.contrib.auth.models import Group, User
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from articles.audit.models import Entry
from articles.models import Article
from articles.models.readership import What
from articles.readership import reading, writing
from articles.readership.reading import Line, Readership
from articles.readership.writing import Happening
from enquiries.models import Enquiry
from tests import cast
from tests.articles.staff import reader
from tests.enquiries import people

pytestmark = pytest.mark.django_db
ALL = "/admin/articles/article/readership/"
A_DAY = timedelta(days=1)
TODAY = timezone.localdate


def happened(guide: Article | None, what: What, times: int = 1, *, day: date | None = None, **more: str) -> None:
    happening = Happening(what, guide.pk if guide else None, **more)
    writing.add_all(Counter({(day or TODAY(), happening): times}))


def sent(guide: Article, **fields: Any) -> Enquiry:
    return people.enquiry(guide=guide, **fields)


def busy_guide(slug: str = "busy", **fields: Any) -> Article:
    guide = cast.live_guide(slug=slug, **fields)
    happened(guide, What.VIEWED, 7)
    happened(guide, What.VIEWED, 2, day=TODAY() - 27 * A_DAY)
    happened(guide, What.VIEWED, 5, day=TODAY() - 28 * A_DAY)
    happened(guide, What.FOUND, 3)
    happened(guide, What.STARTED, 2, role="client")
    happened(guide, What.STARTED)
    sent(guide, role="client")
    sent(guide, role="client", state="spam", spam_reasons=["A reason."])
    sent(guide, role="client", is_synthetic=True)
    return guide


def rows(client: Client, address: str) -> list[list[str]]:
    answer = client.get(address)
    assert answer.status_code == 200
    return list(csv.reader(StringIO(answer.content.decode().removeprefix("\ufeff"))))


def test_each_day_has_its_line_and_what_is_older_has_none() -> None:
    guide, usual = busy_guide(), reading.periods()[0]
    busy_guide("other")
    lines = Readership(usual, guide).by_day()

    assert [line.label for line in lines] == [TODAY() - ago * A_DAY for ago in range(27, -1, -1)]
    assert lines[0] == Line(TODAY() - 27 * A_DAY, viewed=2)
    assert lines[-1] == Line(TODAY(), viewed=7, found=3, started=3, sent=1)
    assert Readership(usual).by_day()[-1] == Line(TODAY(), viewed=14, found=6, started=6, sent=2)
    assert Readership(usual, guide).by_role() == [
        ("Looking for work", 0, 0), ("Hiring", 2, 1), ("Something else", 0, 0), ("Not said yet", 1, 0),
    ]  # fmt: skip


def test_months_have_what_their_days_had() -> None:
    guide, months = busy_guide(), reading.periods()[-1]
    for readership in (Readership(months, guide), Readership(months)):
        lines = readership.by_day()
        assert (len(lines), lines[-1].label) == (12, TODAY().replace(day=1))
        assert sum(line.viewed for line in lines) == 14
        assert lines[-1].sent == 1


def test_the_guides_that_are_read_most_come_first() -> None:
    quiet, busy = cast.live_guide(slug="quiet"), busy_guide()
    happened(quiet, What.VIEWED)

    for period in reading.periods():
        found = [(line.label.pk, *line[1:]) for line in reading.most_read(period, 5)]
        views = sum(line.viewed for line in Readership(period, busy).by_day())
        assert found == [(busy.pk, views, 3, 3, 0), (quiet.pk, 1, 0, 0, 0)]
    assert len(reading.most_read(reading.periods()[0], 1)) == 1


def test_the_pages_show_every_table_and_where_it_is_to_be_had(admin_client: Client) -> None:
    guide = busy_guide()
    for ago in range(3):
        happened(guide, What.FOUND, words="data jobs", day=TODAY() - ago * A_DAY)
        happened(None, What.MISSED, words="=cmd()", day=TODAY() - ago * A_DAY)
    own = f"/admin/articles/article/{guide.pk}/readers/"

    page = admin_client.get(own).content.decode()
    for slug in ("time", "roles", "words"):
        assert f'href="{own}table/{slug}/?period=28-days"' in page
    assert "Most: 7 (" in page
    assert '<th scope="row">data jobs</th>' in page
    page = admin_client.get(f"{ALL}?period=12-months").content.decode()
    for slug in ("time", "guides", "roles", "searches", "words"):
        assert f'href="{ALL}{slug}.csv?period=12-months"' in page
    assert '<th scope="row">=cmd()</th>' in page

    today = TODAY().isoformat()
    assert rows(admin_client, f"{own}table/time/")[-1] == [today, "7", "4", "3", "1"]
    assert rows(admin_client, f"{own}table/words/") == [["Words", "Searches"], ["data jobs", "3"]]
    assert rows(admin_client, f"{ALL}words.csv") == [["Words", "Searches"], ["'=cmd()", "3"]]
    assert rows(admin_client, f"{ALL}guides.csv")[1] == [str(guide), "9", "6", "3", "1"]
    assert rows(admin_client, f"{ALL}searches.csv")[-1] == [today, "0", "1"]
    exported = Entry.objects.filter(action=Entry.Action.EXPORTED).values_list("about", flat=True)
    assert set(exported) == {
        f"readers: time of guide {guide.pk}",
        f"readers: words of guide {guide.pk}",
        *(f"readers: {slug} of all guides" for slug in ("words", "guides", "searches")),
    }
    assert admin_client.get(f"{ALL}people.csv").status_code == 404


def test_who_may_not_see_guides_sees_none_of_it(client: Client) -> None:
    guide = busy_guide()
    client.force_login(User.objects.create_user("nobody", is_staff=True))
    own = f"/admin/articles/article/{guide.pk}/readers/"
    for address in (own, f"{own}table/time/", ALL, f"{ALL}time.csv"):
        assert client.get(address).status_code == 403
    assert "Views in the last" not in client.get("/admin/").content.decode()

    client.force_login(reader())
    assert client.get(own).status_code == client.get(ALL).status_code == 200
    assert client.post(ALL).status_code == 405


def test_the_front_page_shows_the_views_of_the_last_days_and_the_guides_that_are_read_most(client: Client) -> None:
    guide = busy_guide(title="<b>Busy</b>")
    sam = User.objects.create_user("sam", is_staff=True)
    sam.groups.add(Group.objects.get(name="Authors"))
    client.force_login(sam)

    page = client.get("/admin/").content.decode()

    assert 'aria-label="Views in the last 28 days. Most: 7 (' in page
    own = f"/admin/articles/article/{guide.pk}/readers/"
    assert f'<th scope="row"><a href="{own}">&lt;b&gt;Busy&lt;/b&gt;</a></th>' in page
    assert str(guide) not in page


@pytest.mark.parametrize("number", [1, 4])
@pytest.mark.parametrize(("address", "queries"), [(ALL, 15), ("/admin/articles/article/{}/readers/", 11)])
def test_the_number_of_queries_does_not_grow(
    admin_client: Client, number: int, address: str, queries: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    guides = [busy_guide(f"guide-{each}") for each in range(number)]
    with django_assert_num_queries(queries):
        assert admin_client.get(address.format(guides[0].pk)).status_code == 200

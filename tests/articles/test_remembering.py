"""What the site shows is read once for each content version, and never shown when it is not so any more."""

from collections.abc import Iterator

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import Client

from agency.models import Identity
from articles import remembering
from articles.models import Author, Topic, content_version
from articles.public import directory
from articles.remembering import RememberingMiddleware, remembered
from tests import cast

pytestmark = pytest.mark.django_db
GUIDE = "/guides/a-guide/"
reads: list[int] = []


@remembered
def topic_names(most: int) -> tuple[str, ...]:
    reads.append(most)
    return tuple(Topic.objects.values_list("name", flat=True)[:most])


@pytest.fixture(autouse=True)
def _nothing_was_read() -> Iterator[None]:
    remembering._kept.clear()
    reads.clear()
    yield
    remembering._kept.clear()


def names_in_a_request(method: str = "GET", most: int = 5) -> str:
    """What a view says that reads the names twice."""

    def view(_request: HttpRequest) -> HttpResponse:
        return HttpResponse(",".join([*topic_names(most), *topic_names(most)]))

    request = HttpRequest()
    request.method = method
    return str(RememberingMiddleware(view)(request).text)  # type: ignore[attr-defined]


def test_requests_read_once_until_anything_is_published() -> None:
    cast.topic("data")
    before = [names_in_a_request(), names_in_a_request()]
    assert len(reads) == 1

    Topic.objects.update(name="Renamed")

    assert before == ["Topic data,Topic data"] * 2
    assert [names_in_a_request(), names_in_a_request()] == ["Renamed,Renamed"] * 2
    assert len(reads) == 2


def test_each_value_has_an_answer_of_its_own() -> None:
    cast.topic("data")

    assert [names_in_a_request(most=most) for most in (0, 5, 0)] == ["", "Topic data,Topic data", ""]


def test_who_writes_and_who_is_no_request_reads_what_is_there_now() -> None:
    cast.topic("data")
    names_in_a_request()

    names_in_a_request("POST")
    topic_names(5)

    assert len(reads) == 4


def test_what_is_published_while_a_request_reads_is_not_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    cast.topic("data")
    versions = iter(["before", "after", "after", "after"])
    monkeypatch.setattr(content_version, "current", lambda: next(versions))

    names_in_a_request()
    names_in_a_request()

    assert len(reads) == 2


def test_nothing_is_kept_while_there_is_no_version() -> None:
    content_version.ContentVersion.objects.all().delete()

    names_in_a_request()
    names_in_a_request()

    assert len(reads) == 2


def test_what_is_kept_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(remembering, "MOST", 3)
    for most in range(1, 8):
        names_in_a_request(most=most)

    assert len(remembering._kept) <= 3


@pytest.mark.parametrize("path", [GUIDE, "/guides/topics/data/", "/guides/", "/"])
def test_the_next_page_shows_what_was_just_published(client: Client, path: str) -> None:
    cast.live_guide("a-guide")
    before = client.get(path).text

    Identity.objects.update(name="New agency")
    Topic.objects.filter(slug="data").update(name="New topic")
    after = client.get(path).text

    assert ("New agency" in before, "New topic" in before) == (False, False)
    assert ("New agency" in after, "New topic" in after) == (True, True)


def test_the_directory_is_of_what_is_live_now() -> None:
    cast.topic("unread")
    cast.author(cast.DESK)
    cast.draft("not-yet", author=cast.author(cast.PAT))
    assert (directory.topics(), directory.authors(), directory.paid_roles()) == ((), (), ())

    guide = cast.live_guide("a-guide")
    role = cast.job_role()

    assert directory.topics() == (Topic.objects.get(slug="data"),)
    assert directory.authors() == (Author.objects.get(pk=guide.author_id),)
    assert directory.paid_roles() == (role,)

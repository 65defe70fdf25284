"""Managers keep the list of what changed in the law, and guides are read against it at once."""

from datetime import date
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.test import Client

from articles.document import Text
from articles.drafts.rows import document_of, replace_blocks
from articles.gate import inspection
from articles.models import Article, LawChange
from tests import cast

pytestmark = pytest.mark.django_db

LAWS = "/admin/articles/lawchange/"
FIELDS = {
    "subject": "notice periods",
    "in_force_on": "2026-03-01",
    "what": "Notice is a month.",
    "words": "notice period*\r\n",
    "link": "https://www.gov.uk/notice",
}


def in_group(client: Client, name: str) -> Client:
    user = get_user_model().objects.create_user(name, f"{name}@agency.example", is_staff=True)
    user.groups.add(Group.objects.get(name=name))
    client.force_login(user)
    return client


def told(guide: Article) -> list[str]:
    found = inspection.findings(guide, document_of(guide))
    return [finding.what for finding in found if finding.check == "law-changed"]


def test_the_site_begins_with_the_changes_that_a_recruiter_meets() -> None:
    known = dict(LawChange.objects.values_list("subject", "in_force_on"))

    assert known["umbrella companies"] == date(2026, 4, 6)
    assert known["unfair dismissal"] == date(2027, 1, 1)
    assert known["complaints about personal data"] == date(2026, 6, 19)
    assert len(known) == 11
    for law in LawChange.objects.all():
        law.full_clean()


@pytest.mark.parametrize("group", ["Managers", "Administrators"])
def test_a_change_that_is_added_counts_at_once(client: Client, group: str) -> None:
    guide = cast.draft(reviewed_on=date(2026, 2, 1))
    replace_blocks(guide, [Text(html="<p>Notice periods are long.</p>")])
    assert told(guide) == []

    assert in_group(client, group).post(f"{LAWS}add/", FIELDS).status_code == 302

    (sentence,) = told(guide)
    assert sentence.startswith("The law on notice periods changed on 1 March 2026")
    Article.objects.filter(pk=guide.pk).update(reviewed_on=date(2026, 3, 1))
    guide.refresh_from_db()
    assert told(guide) == []


@pytest.mark.parametrize("words", ["", " \r\n", "*", "notice\r\n* *"])
def test_a_change_needs_words(client: Client, words: str) -> None:
    response = in_group(client, "Managers").post(f"{LAWS}add/", FIELDS | {"words": words})

    assert response.status_code == 200
    assert not LawChange.objects.filter(subject="notice periods").exists()


def test_editors_read_the_list_and_do_not_change_it(client: Client, django_assert_num_queries: Any) -> None:
    editors = in_group(client, "Editors")

    assert "umbrella companies" in editors.get(LAWS).content.decode()
    assert editors.post(f"{LAWS}add/", FIELDS).status_code == 403


def test_the_pages_of_the_list_are_called_so_that_they_read_well(client: Client) -> None:
    manager, law = in_group(client, "Managers"), LawChange.objects.earliest("pk")
    titles = [manager.get(f"{LAWS}{page}").context["title"] for page in ("", "add/", f"{law.pk}/change/")]
    assert titles == ["Changes of the law", "Add new law", "Change new law"]

"""What a page says to search engines and other sites is what it shows."""

import json
import re
from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from agency.models import Identity
from articles import document as doc
from articles.models import Author
from articles.public import structured_data
from articles.public.social_image import social_image
from tests import cast

pytestmark = pytest.mark.django_db
DATA = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)
AGENCY = {"@id": "http://localhost/#agency"}


@pytest.fixture(autouse=True)
def _agency() -> None:
    Identity.objects.update(
        name="Acme & Daughters",
        tagline="We find people",
        introduction="Since last year.",
        email="hello@acme.example",
        phone="+44 161 496 0000",
        address="1 High Street\nManchester",
        linkedin="https://linkedin.example/acme",
    )


def page(client: Client, path: str) -> str:
    return client.get(path).content.decode()


def nodes(client: Client, path: str) -> dict[str, Any]:
    """The page's nodes by their types."""
    found = DATA.findall(page(client, path))
    assert len(found) <= 1
    return {node["@type"]: node for text in found for node in json.loads(text)["@graph"]}


def test_a_guide_is_an_article_with_its_author_dates_and_publisher(client: Client) -> None:
    revision = cast.full_guide()

    told = nodes(client, "/guides/a-guide/")

    assert told["Article"] == {
        "@type": "Article",
        "headline": "Title of a-guide",
        "description": "What readers learn from a-guide.",
        "image": social_image(revision).url,
        "author": {
            "@type": "Person",
            "name": "Pat Example",
            "url": "http://localhost/people/pat-example/",
            "jobTitle": "Editor",
            "worksFor": AGENCY,
        },
        "publisher": AGENCY,
        "datePublished": timezone.localdate(revision.published_at).isoformat(),
        "dateModified": timezone.localdate(revision.updated_at).isoformat(),
    }
    assert told["EmploymentAgency"].items() >= {"@id": AGENCY["@id"], "name": "Acme & Daughters"}.items()


def test_a_guide_without_questions_claims_none(client: Client) -> None:
    cast.full_guide(body=cast.one_of_each()[:2])

    assert set(nodes(client, "/guides/a-guide/")) == {"EmploymentAgency", "Article", "BreadcrumbList"}


def test_questions_are_told_with_their_answers(client: Client) -> None:
    cast.full_guide()

    told = nodes(client, "/guides/a-guide/")["FAQPage"]

    assert told["mainEntity"] == [
        {
            "@type": "Question",
            "name": "What does a tester do?",
            "acceptedAnswer": {"@type": "Answer", "text": "<p>A tester looks for faults.</p>"},
        }
    ]


def test_the_salary_page_alone_tells_salaries_as_the_ranges_that_it_shows(client: Client) -> None:
    cast.full_guide()

    assert "Occupation" not in nodes(client, "/guides/a-guide/")
    assert nodes(client, "/salaries/")["Occupation"] == {
        "@type": "Occupation",
        "name": "Tester",
        "occupationLocation": {"@type": "AdministrativeArea", "name": "UK"},
        "estimatedSalary": [
            {
                "@type": "MonetaryAmount",
                "name": level,
                "currency": "GBP",
                "value": {"@type": "QuantitativeValue", "minValue": low, "maxValue": high, "unitText": "YEAR"},
            }
            for level, low, high in (("Junior", 30_000, 50_000), ("Senior", 50_000, 70_000))
        ],
    }


def test_each_region_is_an_occupation_and_an_open_end_has_no_maximum() -> None:
    figures = tuple(
        doc.SalaryFigure(level="Senior", region=region, currency=currency, low=1, high=2, open_ended=True,
                         basis="adverts", as_of=date(2026, 5, 1))
        for region, currency in (("UK", "GBP"), ("US", "USD"), ("UK", "EUR"))
    )  # fmt: skip

    told = structured_data.occupations("tester", figures)

    assert [
        (one["occupationLocation"]["name"], [pay["currency"] for pay in one["estimatedSalary"]]) for one in told
    ] == [("UK", ["GBP", "EUR"]), ("US", ["USD"])]
    assert "maxValue" not in told[0]["estimatedSalary"][0]["value"]


@pytest.mark.parametrize(
    ("path", "above"),
    [
        ("/guides/a-guide/", [("Home", "/"), ("Guides", "/guides/"), ("Topic roles", "/guides/topics/roles/")]),
        ("/guides/topics/roles/", [("Home", "/"), ("Guides", "/guides/")]),
        ("/people/pat-example/", [("Home", "/"), ("People", "/people/")]),
    ],
)
def test_the_line_of_links_is_shown_and_told(client: Client, path: str, above: list[tuple[str, str]]) -> None:
    cast.full_guide()

    told = nodes(client, path)["BreadcrumbList"]["itemListElement"]
    shown = re.search(r'<nav class="breadcrumbs".*?</nav>', page(client, path), re.DOTALL)

    assert [(one["position"], one["name"], one["item"]) for one in told] == [
        (position, name, f"http://localhost{address}") for position, (name, address) in enumerate(above, start=1)
    ]
    assert shown
    assert re.findall(r'<a href="([^"]*)"[^>]*>([^<]*)</a>', shown[0]) == [(address, name) for name, address in above]


def test_an_author_has_a_profile(client: Client) -> None:
    cast.full_guide()

    assert nodes(client, "/people/pat-example/")["ProfilePage"] == {
        "@type": "ProfilePage",
        "url": "http://localhost/people/pat-example/",
        "mainEntity": {
            "@type": "Person",
            "name": "Pat Example",
            "url": "http://localhost/people/pat-example/",
            "jobTitle": "Editor",
            "worksFor": AGENCY,
            "description": "Pat edits.",
        },
    }


def test_a_desk_is_a_part_of_the_agency_and_no_person(client: Client) -> None:
    cast.full_guide()
    Author.objects.update(is_team=True)

    assert nodes(client, "/guides/a-guide/")["Article"]["author"] == {
        "@type": "Organization",
        "name": "Pat Example",
        "url": "http://localhost/people/pat-example/",
        "parentOrganization": AGENCY,
    }


@pytest.mark.parametrize("path", ["/", "/contact/"])
def test_the_agency_presents_itself_where_it_is_presented(client: Client, path: str) -> None:
    told = nodes(client, path)["EmploymentAgency"]

    assert told.pop("logo") in page(client, path).replace('href="/', 'href="http://localhost/')
    assert told == {
        "@type": "EmploymentAgency",
        "@id": AGENCY["@id"],
        "name": "Acme & Daughters",
        "url": "http://localhost/",
        "slogan": "We find people",
        "description": "Since last year.",
        "email": "hello@acme.example",
        "telephone": "+44 161 496 0000",
        "address": "1 High Street, Manchester",
        "sameAs": ["https://linkedin.example/acme"],
    }


def test_what_the_agency_leaves_empty_is_not_told(client: Client) -> None:
    Identity.objects.update(tagline="", introduction="", email="", phone="", address="", linkedin="")

    assert set(nodes(client, "/contact/")["EmploymentAgency"]) == {"@type", "@id", "name", "url", "logo"}


def test_the_home_page_says_how_to_search(client: Client) -> None:
    search = nodes(client, "/")["WebSite"]["potentialAction"]["target"]["urlTemplate"]

    assert search == "http://localhost/search/?q={query}"
    assert client.get(search.format(query="tester")).status_code == 200


@pytest.mark.parametrize("path", ["/privacy/", "/guides/", "/nothing/", "/enquiries/new/"])
def test_other_pages_tell_nothing(client: Client, path: str) -> None:
    assert nodes(client, path) == {}


def test_hostile_words_cannot_end_the_data(client: Client) -> None:
    hostile = "</script><script>alert(1)</script><!-- & \u2028"
    revision = cast.full_guide(title=hostile)

    assert nodes(client, "/guides/a-guide/")["Article"]["headline"] == revision.title
    assert "<script>alert" not in page(client, "/guides/a-guide/")


def test_a_link_to_a_guide_shows_its_card(client: Client) -> None:
    revision = cast.full_guide()
    card = social_image(revision).url

    head = page(client, "/guides/a-guide/").partition("</head>")[0]

    assert dict(re.findall(r'<meta (?:property|name)="((?:og|twitter):[^"]*)" content="([^"]*)">', head)) == {
        "og:title": "Title of a-guide",
        "og:description": "What search engines show of a-guide: the work of a tester, what it pays and how to begin.",
        "og:type": "article",
        "og:url": "http://localhost/guides/a-guide/",
        "og:site_name": "Acme &amp; Daughters",
        "og:locale": "en_GB",
        "og:image": card,
        "og:image:width": "1200",
        "og:image:height": "630",
        "og:image:alt": "Title of a-guide",
        "twitter:card": "summary_large_image",
    }
    assert card.startswith("http://localhost/social/guide/a-guide/")


@pytest.mark.parametrize(
    ("path", "kind"), [("/", "website"), ("/guides/", "website"), ("/people/pat-example/", "profile")]
)
def test_every_page_says_what_it_is_to_other_sites(client: Client, path: str, kind: str) -> None:
    cast.full_guide()

    head = page(client, path).partition("</head>")[0]

    assert f'<meta property="og:type" content="{kind}">' in head
    assert f'<meta property="og:url" content="http://localhost{path.partition("?")[0]}">' in head
    assert '<meta name="twitter:card" content="summary' in head


@pytest.mark.parametrize("times", [1, 20])
def test_data_costs_no_query_of_its_own(
    client: Client, times: int, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    cast.full_guide(body=cast.one_of_each(times))
    client.get("/guides/a-guide/")  # what many pages show is remembered

    with django_assert_max_num_queries(2):
        assert nodes(client, "/guides/a-guide/")


def test_answers_keep_their_lists_and_lead_somewhere(client: Client) -> None:
    answer = (
        '<p>First:</p><ol start="2"><li><strong>One</strong></li><li>Two</li></ol>'
        '<p>See <a href="/guides/">guides</a> or <a href="#pay">pay</a>: £40,000<sup>1</sup>.</p>'
    )
    cast.full_guide(body=(doc.QuestionAnswer(question="How?", answer=answer),))

    (told,) = nodes(client, "/guides/a-guide/")["FAQPage"]["mainEntity"]

    assert told["acceptedAnswer"]["text"] == (
        '<p>First:</p><ol start="2"><li><strong>One</strong></li><li>Two</li></ol>'
        '<p>See <a href="http://localhost/guides/">guides</a> or <a href="http://localhost/guides/a-guide/#pay">pay</a>: £40,000¹.</p>'
    )

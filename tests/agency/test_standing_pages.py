import pytest
from django.test import Client

from agency import pages
from agency.models import Identity, Page

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("path", "heading"),
    [("/privacy/", "Privacy notice"), ("/accessibility/", "Accessibility statement"), ("/contact/", "Contact us")],
)
def test_every_new_site_has_its_standing_pages(client: Client, path: str, heading: str) -> None:
    response = client.get(path)

    assert response.status_code == 200
    assert f"<h1>{heading}</h1>" in response.content.decode()


def test_every_page_leads_to_the_standing_pages(client: Client) -> None:
    home = client.get("/").content.decode()
    assert [slug for slug in pages.PAGES if f'href="/{slug}/"' not in home] == []


def test_an_editor_changes_a_page_and_visitors_see_it(admin_client: Client, client: Client) -> None:
    page = Page.objects.get(slug="contact")

    admin_client.post(
        f"/admin/agency/page/{page.pk}/change/",
        {
            "title": "Find us",
            "description": "Where we are.",
            "body": "<h2>By train</h2><p onclick='x'>Ten minutes.</p>",
        },
    )

    shown = client.get("/contact/").content.decode()
    assert "<h1>Find us</h1>" in shown
    assert "<p>Ten minutes.</p>" in shown


def test_the_agencys_identity_is_changed_in_one_place(admin_client: Client, client: Client) -> None:
    identity = Identity.objects.get()
    fields = {"name": "Acme & Daughters", "tagline": "We find people", "phone": "+44 (0)161 496 0000", "linkedin": ""}

    admin_client.post(f"/admin/agency/identity/{identity.pk}/change/", fields)

    for path in ("/", "/guides/", "/privacy/", "/nothing/"):
        assert "Acme &amp; Daughters" in client.get(path).content.decode()
    assert 'href="tel:+4401614960000"' in client.get("/contact/").content.decode()


def test_there_is_one_identity_and_no_other_page_can_be_added(admin_client: Client) -> None:
    for path in ("/admin/agency/identity/add/", "/admin/agency/page/add/"):
        assert admin_client.get(path).status_code == 403


def test_the_site_answers_before_anybody_named_the_agency(client: Client) -> None:
    Identity.objects.all().delete()

    assert client.get("/").status_code == 200


def test_robots_keep_out_of_the_admin_and_find_the_sitemap(client: Client) -> None:
    response = client.get("/robots.txt")

    assert response.headers["Content-Type"] == "text/plain; charset=utf-8"
    assert response.content.decode() == (
        "User-agent: *\nAllow: /enquiries/new/\nDisallow: /accounts/\nDisallow: /admin/\nDisallow: /enquiries/\nSitemap: http://localhost/sitemap.xml\n"
    )


def test_health_is_asked_of_the_database(client: Client) -> None:
    response = client.get("/healthz")

    assert (response.status_code, response.json()) == (200, {"status": "ok"})


def test_the_icon_is_found_at_its_old_address_too(client: Client) -> None:
    icon = client.get("/favicon.ico", follow=True)

    assert icon.headers["Content-Type"] == "image/svg+xml"
    icon.close()

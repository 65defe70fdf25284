"""Pictures in a browser: dropped into the library, cut around their focal point, and chosen for a guide."""

from base64 import b64encode
from collections.abc import Callable

import pytest
from django.conf import settings
from django.contrib.auth.models import User
from django.test import Client
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from articles.document import Figure
from articles.models import Article, Picture
from tests import cast

pytestmark = pytest.mark.django_db(transaction=True)
DROP = """(zone, content) => {
  const bytes = Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0));
  const dataTransfer = new DataTransfer();
  dataTransfer.items.add(new File([bytes], "desk.png", { type: "image/png" }));
  for (const name of ["dragover", "drop"]) {
    zone.dispatchEvent(new DragEvent(name, { dataTransfer, bubbles: true, cancelable: true }));
  }
}"""


def sign_in(page: Page, live_server: LiveServer) -> None:
    client = Client()
    client.force_login(User.objects.create_superuser("ann"))
    session = client.cookies[settings.SESSION_COOKIE_NAME].value
    page.context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": session, "url": live_server.url}])


def test_a_picture_is_dropped_focused_and_chosen(
    browser_page: Page, live_server: LiveServer, axe: Callable[[Page], list[str]]
) -> None:
    page = browser_page
    sign_in(page, live_server)
    guide = cast.draft(blocks=[Figure()])

    page.goto(f"{live_server.url}/admin/articles/picture/")
    assert axe(page) == []
    page.locator(".picture-uploads").evaluate(DROP, b64encode(cast.picture(size=(400, 200))).decode())
    page.get_by_role("link", name="Edit desk").click()
    frame = page.locator(".focal-point__frame")
    box = frame.bounding_box()
    assert box
    frame.click(position={"x": box["width"] * 0.1, "y": box["height"] * 0.5})
    ring = page.get_by_role("button", name="Focal point")
    expect(ring).to_have_accessible_name("Focal point: 10 % across, 50 % down. Move it with the arrow keys.")
    ring.press("ArrowRight")
    ring.press("Shift+ArrowUp")
    expect(page.get_by_label("Focal point, across:")).to_have_value("11")
    square = page.locator(".focal-point__crop--square img")
    expect(square).to_have_css("object-position", "0% 50%")
    page.get_by_label("Alternative text:").fill("A desk")
    assert axe(page) == []
    page.get_by_role("button", name="Save", exact=True).click()
    picture = Picture.objects.get()
    assert (picture.focus, picture.alt, picture.uploaded_by.username) == ((11, 40), "A desk", "ann")

    page.goto(f"{live_server.url}/admin/articles/article/{guide.pk}/change/")
    page.get_by_role("heading", name="Picture at the top").click()
    page.locator("#id_hero_picture").click()
    expect(page.get_by_text("1 picture", exact=True)).to_be_visible()
    assert axe(page) == []
    page.get_by_label("Search the library").fill("nothing of the kind")
    expect(page.get_by_text("No picture has these words.")).to_be_visible()
    page.get_by_label("Search the library").fill("des")
    page.get_by_role("button", name="desk").press("Enter")
    expect(page.locator("#id_hero_picture")).to_be_focused()
    expect(page.locator("#id_hero_alt")).to_have_attribute("placeholder", "Library: A desk")
    page.get_by_role("button", name="Save draft", exact=True).click()
    expect(page.get_by_text("was changed successfully")).to_be_visible()
    assert Article.objects.get().hero_picture == picture

"""What an editor has typed survives in the browser while the server cannot be told of it."""

from collections.abc import Iterator

import pytest
from django.conf import settings
from django.contrib.auth.models import User
from django.contrib.sessions.models import Session
from django.test import Client
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from articles.document import Text
from articles.drafts.rows import document_of
from articles.models import Article
from tests import cast
from tests.browser.test_block_editor import open_editor

pytestmark = pytest.mark.django_db(transaction=True)
PASSWORD = "correct-horse-battery"
IS_KEPT = "() => Object.values(localStorage).some((kept) => kept.includes('{}'))"


@pytest.fixture
def editor(browser_page: Page, live_server: LiveServer, problems: list[str]) -> Iterator[Page]:
    client = Client()
    client.force_login(User.objects.create_superuser("ann", password=PASSWORD))
    session = client.cookies[settings.SESSION_COOKIE_NAME].value
    browser_page.context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": session, "url": live_server.url}])
    browser_page.clock.install()
    browser_page.context.route("**/autosave/", lambda route: route.abort())
    yield browser_page
    problems[:] = [problem for problem in problems if "ERR_FAILED" not in problem]


def text(page: Page) -> object:
    return page.get_by_role("textbox", name="Text", exact=True)


def type_without_saving(page: Page, words: str) -> None:
    text(page).click()
    page.keyboard.press("ControlOrMeta+End")
    page.keyboard.type(words)
    page.clock.fast_forward("00:05")  # the form looks every few seconds whether there is something to keep
    page.wait_for_function(IS_KEPT.format(words.strip()))


def test_work_of_a_crashed_browser_is_offered_back_and_saved(editor: Page) -> None:
    article = cast.full_draft(body=[Text(html="<p>Saved words.</p>")])
    open_editor(editor, article)
    expect(editor.get_by_role("button", name="Put it back in the form")).to_be_hidden()
    type_without_saving(editor, " Words that nobody saved.")
    context = editor.context
    editor.close()

    page = context.new_page()
    open_editor(page, article)
    expect(text(page)).to_have_text("Saved words.")
    page.get_by_role("button", name="Put it back in the form").click()
    expect(page.get_by_text("Nothing is saved yet: check it, then save.")).to_be_visible()
    expect(text(page)).to_have_text("Saved words. Words that nobody saved.")
    page.get_by_role("button", name="Save draft", exact=True).click()
    expect(page.get_by_text("was changed successfully")).to_be_visible()
    expect(page.get_by_role("button", name="Put it back in the form")).to_be_hidden()
    assert document_of(Article.objects.get()).blocks == (Text(html="<p>Saved words. Words that nobody saved.</p>"),)


def test_work_sent_after_the_login_expired_is_offered_back(editor: Page, problems: list[str]) -> None:
    """Also to who does not send it again from the page that keeps it."""
    article = cast.full_draft(body=[Text(html="<p>Saved words.</p>")])
    open_editor(editor, article)
    type_without_saving(editor, " Sent too late.")
    Session.objects.all().delete()
    editor.get_by_role("button", name="Save draft", exact=True).click()
    expect(editor.get_by_text("Saved words. Sent too late.")).to_be_visible()

    editor.goto(f"/admin/articles/article/{article.pk}/change/")
    editor.get_by_label("Username").fill("ann")
    editor.get_by_label("Password").fill(PASSWORD)
    editor.get_by_role("button", name="Sign in with your password").click()
    editor.get_by_role("button", name="Put it back in the form").click()
    expect(text(editor)).to_have_text("Saved words. Sent too late.")
    problems[:] = [problem for problem in problems if "403" not in problem]


def test_work_that_is_thrown_away_is_not_offered_again(editor: Page) -> None:
    article = cast.full_draft(body=[Text(html="<p>Saved words.</p>")])
    open_editor(editor, article)
    type_without_saving(editor, " Not wanted.")
    open_editor(editor, article)
    editor.get_by_role("button", name="Discard it").click()
    expect(editor.get_by_role("button", name="Discard it")).to_be_hidden()
    open_editor(editor, article)
    expect(editor.get_by_role("button", name="Discard it")).to_be_hidden()
    assert document_of(Article.objects.get()).blocks == (Text(html="<p>Saved words.</p>"),)


def test_what_is_typed_while_an_offer_waits_is_kept_and_offered_beside_it(editor: Page) -> None:
    article = cast.full_draft(body=[Text(html="<p>Saved words.</p>")])
    open_editor(editor, article)
    type_without_saving(editor, " The first work.")
    editor.clock.fast_forward("10:00")
    open_editor(editor, article)
    type_without_saving(editor, " The second work.")

    open_editor(editor, article)
    offers = editor.get_by_role("button", name="Put it back in the form")
    expect(offers).to_have_count(2)
    offers.nth(1).click()
    expect(text(editor)).to_have_text("Saved words. The first work.")
    expect(offers).to_have_count(1)
    offers.click()
    expect(text(editor)).to_have_text("Saved words. The second work.")


def test_what_is_typed_before_an_older_work_is_put_back_is_offered_after_it(editor: Page) -> None:
    article = cast.full_draft(body=[Text(html="<p>Saved words.</p>")])
    open_editor(editor, article)
    type_without_saving(editor, " The first work.")
    open_editor(editor, article)
    text(editor).click()
    editor.keyboard.type("Typed just now. ")
    editor.get_by_role("button", name="Put it back in the form").click()
    expect(text(editor)).to_have_text("Saved words. The first work.")

    editor.get_by_role("button", name="Save draft", exact=True).click()
    expect(editor.get_by_text("was changed successfully")).to_be_visible()
    editor.get_by_role("button", name="Put it back in the form").click()
    expect(text(editor)).to_contain_text("Typed just now.")
    editor.get_by_role("button", name="Save draft", exact=True).click()
    expect(editor.get_by_role("button", name="Use mine instead of theirs")).to_be_visible()


def test_nothing_is_kept_of_a_form_that_nobody_touched(editor: Page) -> None:
    open_editor(editor, cast.full_draft(body=[Text(html="<p>Saved words.</p>")]))
    editor.goto("/admin/")
    assert editor.evaluate("Object.keys(localStorage).filter((key) => key.startsWith('unsaved')).length") == 0

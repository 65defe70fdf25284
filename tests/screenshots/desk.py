"""The pages of the desk, as an editor with every right opens them."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import partial

from playwright.sync_api import Page

from tests.screenshots.site import Site
from tests.screenshots.steps import Steps, as_staff, at

ARTICLES = "/admin/articles/"
GUIDES = f"{ARTICLES}article/"
GUIDE = f"{GUIDES}{{guide}}/"
ROLES = f"{ARTICLES}jobrole/"
ENQUIRIES = "/admin/enquiries/enquiry/"
ENTRIES_PAGE = "/admin/enquiries/entryimport/"
ENTRIES = (
    ("Looking for work", "What does a platform engineer earn in Leeds?", "https://old.example.com/cv.pdf", ""),
    ("Hiring for my team", "We need a lead and two seniors by the summer, two days a week in Manchester.", "", ""),
    ("Looking for work", "Buy watches", "", "spam"),
    ("Something else", "Is your office open on Fridays?", "", ""),
)
RUNS = f"{ARTICLES}importrun/"
CONVERSATION = f"{ENQUIRIES}{{conversation}}/"
PASTED = "Role\tLevel\tSalary\nData engineer\tSenior\t£60,000 – £85,000\nData engineer\tLead\t£95k+\nPoet\tJunior\tsome"
# Dialogs and what stays in place while the page scrolls: of these a picture shows the window.
IN_THE_WINDOW = {
    "desk-writing",
    "desk-writing-further-down",
    "desk-live-preview",
    "desk-find",
    "desk-block-kinds",
    "desk-block-move",
    "desk-block-copy",
    "desk-link",
    "desk-picture-chooser",
}


def on_desk(path: str) -> Steps:
    return partial(as_staff, path, "with every right")


def followed(path: str, part: str) -> Steps:
    """Where the first link of a page leads that has this in its address."""

    def steps(page: Page, site: Site) -> None:
        on_desk(path)(page, site)
        page.locator(f"#content a[href*='{part}']").first.click()

    return steps


def writing(act: Callable[[Page], object]) -> Steps:
    """The writing page, once its text can be edited and something was done there."""

    def steps(page: Page, site: Site) -> None:
        on_desk(f"{GUIDE}change/")(page, site)
        page.wait_for_selector(".ProseMirror[contenteditable]")
        page.wait_for_selector(".block-button--fold")
        act(page)

    return steps


def pressed(name: str) -> Callable[[Page], object]:
    return lambda page: page.get_by_role("button", name=name).first.click()


def preview(page: Page) -> None:
    pressed("Live preview")(page)
    page.frame_locator("iframe").locator("h1").wait_for()


def find(page: Page) -> None:
    pressed("Find and replace")(page)
    page.get_by_label("Find", exact=True).fill("engineer")


def add_block(page: Page) -> None:
    page.get_by_role("button", name="Add a block at the end").click()


def link(page: Page) -> None:
    page.locator(".ProseMirror[contenteditable] p").first.dblclick(position={"x": 20, "y": 10})
    page.keyboard.press("Control+k")
    page.get_by_role("combobox", name="Where the link leads").fill("engin")
    page.get_by_role("dialog").get_by_role("option").first.wait_for()


def choose_picture(page: Page) -> None:
    about = page.locator(".desk__side")
    if not about.get_by_role("button", name="Choose another picture").is_visible():
        about.locator("summary").filter(has_text="icture").click()
    about.get_by_role("button", name="Choose another picture").click()
    page.locator("dialog [data-picture]").first.wait_for()


def copy_block(page: Page) -> None:
    page.get_by_role("button", name="Copy a block from another guide").click()
    page.locator(".copy-block__guides button").first.wait_for()


def together(action: str) -> Steps:
    return on_desk(f"{GUIDES}together/{action}/?guides={{guide}}+{{autosaved}}+{{unfinished}}")


def paste(page: Page, site: Site) -> None:
    on_desk(f"{ROLES}paste/")(page, site)
    page.fill("[name=rows]", PASTED)
    page.click("[name=preview]")


def together_close(page: Page, site: Site) -> None:
    on_desk(ENQUIRIES)(page, site)
    for box in page.locator(".work [type=checkbox]").all()[:3]:
        box.check()
    page.get_by_role("button", name="Close").click()


def unfolded(page: Page, site: Site) -> None:
    on_desk(f"{CONVERSATION}change/")(page, site)
    page.evaluate("for (const folded of document.querySelectorAll('#content details')) folded.open = true")


def refused(page: Page, site: Site) -> None:
    on_desk(f"{CONVERSATION}change/")(page, site)
    page.get_by_text("Close the enquiry").click()
    page.get_by_role("button", name="Close it").click()


def reply_later(page: Page, site: Site) -> None:
    on_desk(f"{CONVERSATION}reply/")(page, site)
    page.locator("[name=when][value=at]").check()
    page.fill("[name=cc]", "not an address")
    page.get_by_role("button", name="Preview").click()


def entries_of_old_site() -> bytes:
    """An export of a form plug-in, of the last days."""
    today = datetime.now(UTC).date()
    rows = [
        "Name,Email,Phone,I am,Comment or Message,CV,Entry Date,User IP,Entry ID,Status",
        *(
            f'Pat Number{number},pat{number}@example.org,0161 496 {number:04},{role},"{words}",{cv},'
            f"{today - timedelta(days=3 * number)} 09:{number:02}:00,192.0.2.{number},{number + 100},{status}"
            for number, (role, words, cv, status) in enumerate(ENTRIES, start=1)
        ),
        f"Chris Long,chris@example.org,,Looking for work,An old question,,{today.year - 5}-01-02 10:00:00,192.0.2.9,90,",
        "Sam Short,sam@example.org,,Hiring for my team,When?,,soon,192.0.2.9,91,",
    ]
    return "\n".join(rows).encode()


def entries_uploaded(page: Page, site: Site) -> None:
    on_desk(f"{ENTRIES_PAGE}add/")(page, site)
    file = {"name": "wpforms-contact-form.csv", "mimeType": "text/csv", "buffer": entries_of_old_site()}
    page.set_input_files("[name=file]", [file])
    page.get_by_role("button", name="Upload").click()


def entries_refused(page: Page, site: Site) -> None:
    on_desk(f"{ENTRIES_PAGE}add/")(page, site)
    page.set_input_files("[name=file]", [{"name": "entries.xlsx", "mimeType": "text/csv", "buffer": b"PK\x03\x04"}])
    page.get_by_role("button", name="Upload").click()


def entries_columns_refused(page: Page, site: Site) -> None:
    entries_uploaded(page, site)
    page.get_by_label("Entry Date").select_option("line")
    page.get_by_label("Phone").select_option("email")
    page.get_by_role("button", name="Show what would come in").click()


def entries_preview(page: Page, site: Site) -> None:
    entries_uploaded(page, site)
    page.get_by_role("button", name="Show what would come in").click()


def entries_report(page: Page, site: Site) -> None:
    entries_preview(page, site)
    if (button := page.get_by_role("button", name="Take in")).count():
        button.click()
    else:  # they came in for another picture
        page.goto(f"{site.address}{ENTRIES_PAGE}?state__exact=done")
        page.locator("#result_list tbody a").first.click()


def entry_enquiry(page: Page, site: Site) -> None:
    entries_report(page, site)
    page.goto(f"{site.address}{ENQUIRIES}?tab=closed&source=site")
    page.locator(".work tbody a").first.click()


def preview_reply(page: Page, site: Site) -> None:
    on_desk(f"{CONVERSATION}reply/")(page, site)
    page.fill("[name=cc]", "head.of.data@tern-analytics.example")
    page.locator("[name=when][value=opening]").check()
    page.get_by_role("button", name="Preview").click()


DESK: dict[str, Steps] = {
    "desk-login": at("/accounts/sign-in/"),
    "desk-front": on_desk("/admin/"),
    "desk-first-steps": on_desk("/admin/first-steps/"),
    "desk-mail-test": on_desk("/admin/outbox/message/test/"),
    "desk-guides": on_desk(GUIDES),
    "desk-guides-search": on_desk(f"{GUIDES}?q=salary"),
    "desk-add": on_desk(f"{GUIDES}add/"),
    "desk-writing": writing(lambda page: None),
    "desk-writing-further-down": writing(lambda page: page.mouse.wheel(0, 2500)),
    "desk-writing-whole": writing(lambda page: None),
    "desk-reading": partial(as_staff, f"{GUIDE}change/", "to read guides"),
    "desk-autosaved": on_desk(f"{GUIDES}{{autosaved}}/change/"),
    "desk-live-preview": writing(preview),
    "desk-find": writing(find),
    "desk-block-kinds": writing(add_block),
    "desk-block-move": writing(pressed("Move to…")),
    "desk-block-copy": writing(copy_block),
    "desk-link": writing(link),
    "desk-picture-chooser": writing(choose_picture),
    "desk-checks": on_desk(f"{GUIDE}checks/"),
    "desk-checks-findings": on_desk(f"{GUIDES}{{unfinished}}/checks/"),
    "desk-repair": followed(f"{GUIDES}{{unfinished}}/checks/", "/repair/"),
    "desk-preview": on_desk(f"{GUIDE}preview/"),
    "desk-share": on_desk(f"{GUIDE}share/"),
    "desk-history": on_desk(f"{GUIDE}history/"),
    "desk-revision": followed(f"{GUIDE}history/", "/revision/"),
    "desk-history-compare": on_desk(f"{GUIDES}{{contested}}/history/compare/?from=revision-{{live}}&to=draft"),
    "desk-conflict": on_desk(f"{GUIDES}{{contested}}/conflict/{{conflicting}}/"),
    "desk-delete": on_desk(f"{GUIDES}{{unfinished}}/delete/"),
    "desk-readers": on_desk(f"{GUIDE}readers/"),
    "desk-duplicate": on_desk(f"{GUIDE}duplicate/"),
    "desk-withdraw": on_desk(f"{GUIDE}withdraw/"),
    "desk-together-topic": together("topic"),
    "desk-together-schedule": together("schedule"),
    "desk-together-withdraw": together("withdraw"),
    "desk-calendar": on_desk(f"{GUIDES}calendar/"),
    "desk-calendar-list": on_desk(f"{GUIDES}calendar/?view=list"),
    "desk-readership": on_desk(f"{GUIDES}readership/"),
    "desk-pictures": on_desk("/admin/articles/picture/"),
    "desk-pictures-add": on_desk("/admin/articles/picture/add/"),
    "desk-picture": on_desk("/admin/articles/picture/{picture}/change/"),
    "desk-rules": on_desk(f"{ARTICLES}checkrule/"),
    "desk-rule": followed(f"{ARTICLES}checkrule/", "/change/"),
    "desk-laws": on_desk(f"{ARTICLES}lawchange/"),
    "desk-law": followed(f"{ARTICLES}lawchange/", "/change/"),
    "desk-topics": on_desk(f"{ARTICLES}topic/"),
    "desk-topic": on_desk(f"{ARTICLES}topic/{{topic}}/change/"),
    "desk-authors": on_desk(f"{ARTICLES}author/"),
    "desk-author": on_desk(f"{ARTICLES}author/{{author}}/change/"),
    "desk-roles": on_desk(ROLES),
    "desk-role": on_desk(f"{ROLES}{{role}}/change/"),
    "desk-salaries-paste": on_desk(f"{ROLES}paste/"),
    "desk-salaries-preview": paste,
    "desk-salaries-forward": on_desk(f"{ROLES}forward/"),
    "desk-salaries-republish": on_desk(f"{ROLES}republish/"),
    "desk-users": on_desk("/admin/auth/user/"),
    "desk-invite": on_desk("/admin/auth/user/add/"),
    "desk-user": on_desk("/admin/auth/user/{editor}/change/"),
    "desk-groups": on_desk("/admin/auth/group/"),
    "desk-group": on_desk("/admin/auth/group/{group}/change/"),
    "desk-audit": on_desk("/admin/audit/entry/"),
    "desk-outbox": on_desk("/admin/outbox/message/"),
    "desk-enquiries": on_desk(ENQUIRIES),
    "desk-enquiry": on_desk(f"{ENQUIRIES}{{enquiry}}/change/"),
    "desk-enquiries-filtered": on_desk(f"{ENQUIRIES}?tab=all&role=client&q=leeds"),
    "desk-enquiries-kept": on_desk(f"{ENQUIRIES}filters/"),
    "desk-enquiries-together": together_close,
    "desk-enquiry-long": on_desk(f"{CONVERSATION}change/?list=tab%3Dmine"),
    "desk-enquiry-open": unfolded,
    "desk-enquiry-follow-up": on_desk(f"{ENQUIRIES}{{waiting}}/change/"),
    "desk-enquiry-refused": refused,
    "desk-enquiry-contact": on_desk(f"{CONVERSATION}contact/"),
    "desk-enquiry-question": on_desk(f"{CONVERSATION}question/"),
    "desk-enquiry-answers": on_desk(f"{CONVERSATION}answers/"),
    "desk-enquiry-files": on_desk(f"{CONVERSATION}files/"),
    "desk-enquiry-file": followed(f"{CONVERSATION}change/", "/preview/"),
    "desk-enquiry-text": on_desk(f"{CONVERSATION}text/"),
    "desk-enquiry-erase": on_desk(f"{CONVERSATION}erase/"),
    "desk-enquiry-reply": on_desk(f"{ENQUIRIES}{{enquiry}}/reply/"),
    "desk-enquiry-reply-draft": on_desk(f"{CONVERSATION}reply/"),
    "desk-enquiry-reply-later": reply_later,
    "desk-enquiry-reply-preview": preview_reply,
    "desk-enquiry-signature": on_desk(f"{ENQUIRIES}signature/"),
    "desk-enquiry-own-mails": on_desk(f"{ENQUIRIES}mails/"),
    "desk-enquiries-held": on_desk(f"{ENQUIRIES}kept/"),
    "desk-enquiry-mails": on_desk("/admin/enquiries/incomingmail/"),
    "desk-enquiry-mail": on_desk("/admin/enquiries/incomingmail/{lost}/change/"),
    "desk-enquiry-receivers": on_desk("/admin/enquiries/receiver/"),
    "desk-enquiry-receiver": on_desk("/admin/enquiries/receiver/{receiver}/change/"),
    "desk-enquiry-receiver-secret": on_desk("/admin/enquiries/receiver/{receiver}/secret/"),
    "desk-questions": on_desk(f"{GUIDE}questions/"),
    "desk-enquiry-enter": on_desk(f"{ENQUIRIES}enter/"),
    "desk-entries": on_desk(ENTRIES_PAGE),
    "desk-entries-upload": on_desk(f"{ENTRIES_PAGE}add/"),
    "desk-entries-refused": entries_refused,
    "desk-entries-columns": entries_uploaded,
    "desk-entries-columns-refused": entries_columns_refused,
    "desk-entries-preview": entries_preview,
    "desk-entries-report": entries_report,
    "desk-entries-enquiry": entry_enquiry,
    "desk-reports": on_desk(f"{ENQUIRIES}reports/"),
    "desk-moving": on_desk(RUNS),
    "desk-moving-none": on_desk(f"{RUNS}?q=nothing"),
    "desk-moving-upload": on_desk(f"{RUNS}add/"),
    "desk-moving-running": on_desk(f"{RUNS}{{moving}}/change/"),
    "desk-moving-done": on_desk(f"{RUNS}{{moved}}/change/"),
    "desk-moving-failed": on_desk(f"{RUNS}{{not_moved}}/change/"),
    "desk-moving-post": on_desk(f"{RUNS}{{moved}}/posts/{{moved_post}}/"),
}

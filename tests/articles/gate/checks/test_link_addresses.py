"""Links to other sites, to mailboxes and to telephones: whether readers arrive, and straight away."""

from datetime import date
from html import escape

import pytest

from articles.document import Document, Quote, Text
from articles.gate.checks.links import arrival, detours, mail_and_phone, misnamed, mistyped, not_for_readers
from articles.gate.context import SiteContext
from articles.gate.findings import Level
from articles.gate.prose.document_text import DocumentText

SITE = SiteContext(today=date(2026, 11, 26), hosts=frozenset({"www.example.org"}))
MODULES = (arrival, mistyped, not_for_readers, mail_and_phone, detours, misnamed)
CHECKS = tuple(check for module in MODULES for check in module.CHECKS)
NUMBER = "0161 496 0123"


def document(address, words):
    return Document(blocks=(Text(html=f'<p>Read <a href="{escape(address)}">{escape(words)}</a> first.</p>'),))


def findings(address, words="the pay guide"):
    text = DocumentText(document(address, words))
    return [finding for check in CHECKS for finding in check(text, SITE)]


def told(address, words="the pay guide"):
    return [(finding.check, finding.level) for finding in findings(address, words)]


@pytest.mark.parametrize(
    "address",
    [
        "https://preview.agency.co.uk/pay/",
        "https://uat.agency.co.uk/",
        "https://www-staging.agency.co.uk/pay/",
        "https://dev.agency.co.uk/pay/",
        "https://agency.netlify.app/",
        "https://deploy-preview-12--agency.netlify.app/pay/",
        "https://agency.azurewebsites.net/pay/",
        "https://agency.squarespace.com/pay/",
        "https://talent-git-new-header-ours.vercel.app/",
        "https://4f1a2b3c.talent.pages.dev/pay/",
        "https://talent-staging.herokuapp.com/",
        "https://new-site.netlify.app/",
        "https://talent.pages.dev/contractors/",
        "https://a1b2.ngrok-free.app/",
        "https://example.netlify.app/",
        "https://talent2.wpenginepowered.com/pay/",
        "https://talent.flywheelstaging.com/pay/",
        "https://talent.ddev.site/pay/",
        "https://tech-recruitment-guides.webflow.io/",
        "https://agency-guides.onrender.com/visas/",
        "https://demo.agency.co.uk/pay/",
        "https://www.agency.co.uk:8443/pay/",
        "https://www.agency.co.uk/pay/?fl_builder=1",
        "https://www.agency.co.uk/preview/pay/",
        "https://www.agency.co.uk/pay/?preview=true",
        "https://www.agency.co.uk/?p=1&preview_id=1",
    ],
)
def test_a_preview_blocks(address):
    assert told(address) == [("link-to-preview", Level.BLOCKS)]


@pytest.mark.parametrize(
    "address",
    [
        "https://www.agency.co.uk/wp-login.php",
        "https://www.agency.co.uk/blog/wp-admin/post.php?post=3",
        "https://www.agency.co.uk/umbraco/",
        "https://www.agency.co.uk/node/12/edit",
        "https://app.hubspot.com/content/123/edit/4",
        "https://www.figma.com/design/abc/pay",
        "https://eu1.salesforce.com/lightning/r/Contact/003A/view",
        "https://www.canva.com/design/DAF1/edit",
        "https://crm.agency.co.uk/contacts/1",
        "https://www.linkedin.com/company/agency/admin/",
        "https://mail.google.com/mail/u/0/#inbox/abc",
    ],
)
def test_another_systems_admin_blocks(address):
    assert told(address) == [("link-to-other-admin", Level.BLOCKS)]


def test_a_page_in_a_folder_called_cms_passes():
    assert told("https://www.agency.co.uk/cms/pay/2026.html") == []


@pytest.mark.parametrize(
    "address",
    [
        "https://docs.google.com/spreadsheets/d/1abc/edit#gid=0",
        "https://docs.google.com/forms/d/1abc/edit",
        "https://drive.google.com/file/d/1abc/view",
        "https://agency.sharepoint.com/:w:/s/team/abc",
        "https://www.dropbox.com/scl/fi/abc/pay.docx",
        "https://agency.atlassian.net/wiki/spaces/HR",
        "https://teams.microsoft.com/l/meetup-join/abc",
        "https://us02web.zoom.us/j/123",
        "https://docs.google.com/presentation/d/1abc/edit?usp=sharing",
        "https://agency.app.box.com/s/abc",
        "https://lucid.app/lucidchart/abc/edit",
        "https://www.loom.com/share/abc",
        "https://us02web.zoom.us/rec/share/abc",
        "https://chatgpt.com/share/abc",
        "https://www.overleaf.com/project/abc",
        "https://files.agency.co.uk/pay.pdf?sig=abc%2Fdef",
        "https://agency.slack.com/archives/C1/p1",
        "https://trello.com/b/abc/plan",
    ],
)
def test_a_shared_document_warns(address):
    assert told(address) == [("link-to-shared-document", Level.WARNS)]


@pytest.mark.parametrize(
    "address",
    [
        "https://www.gov..uk/pay",
        "https://www.gov,uk/pay",
        "https://wwww.gov.uk/pay",
        "https://wwwgov.uk/pay",
        "https://www.agency.con/",
        "https://www.acas.org.ukk/advice",
        "https://www.acas.og.uk/advice",
        "https://www.acas.or.uk/advice",
        "https://sam@agency.co.uk",
        "https://www.gov.uk/pay)",
        "https://www.gov.uk/pay,",
        "https://www.bbc.co.uk/news/business-6...",
        "https://www.gov.uk/pay%20https://www.acas.org.uk",
    ],
)
def test_a_mistyped_address_blocks(address):
    assert told(address) == [("link-mistyped", Level.BLOCKS)]


def test_an_address_after_the_sign_for_a_heading_blocks():
    assert ("link-mistyped", Level.BLOCKS) in told("#https://www.acas.org.uk/advice")


@pytest.mark.parametrize(
    "address",
    [
        "https://example.com/",
        "https://www.example.net/pay",
        "https://link.here",
        "https://www.yourwebsite.co.uk/",
        "https://your-company.com/jobs",
        "https://insert-link-here.com",
        "https://www.website-goes-here.com/",
        "https://client-x.co.uk/",
        "https://client-website.co.uk/",
        "https://www.firstname-lastname.com/",
        "https://www.acme.com/pay",
        "https://link.com/",
        "https://xxxx.co.uk/",
    ],
)
def test_a_stand_in_for_an_address_blocks(address):
    assert told(address) == [("link-placeholder", Level.BLOCKS)]


@pytest.mark.parametrize(
    "to",
    [
        "https://www.agency.co.uk",
        "jobs@",
        "jobs",
        "jobs@agency",
        "jobs@agency,co.uk",
        "jobs@agency.con",
        "jobs@gmial.com",
        "jobs@@agency.co.uk",
        "jobs..team@agency.co.uk",
        "jobs at agency.co.uk",
        "jobs@agency.co.uk;sam@agency.co.uk",
        "Jobs <jobs@agency.co.uk>",
        "jobs@example.com",
        "your@email.com",
    ],
)
def test_a_message_that_cannot_arrive_blocks(to):
    assert told(f"mailto:{to}", "write to us") == [("link-mail-wrong", Level.BLOCKS)]


@pytest.mark.parametrize(
    ("number", "words"),
    [
        ("01614960124", NUMBER),
        ("4916140123", NUMBER),
        ("0161-CALL", NUMBER),
        ("+4401614960123", "ring us"),
        ("+44 (0)161 496 0123", "ring us"),
        ("441614960123", "ring us"),
        ("12345", "ring us"),
        ("0161 496 0123 or 0124", "ring us"),
        ("+442079460958", "ring 020 7946 0959"),
    ],
)
def test_a_number_that_reaches_nobody_or_another_blocks(number, words):
    assert told(f"tel:{number}", words) == [("link-phone-wrong", Level.BLOCKS)]


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("mailto:sales@agency.co.uk", "jobs@agency.co.uk"),
        ("mailto:sam@agency.co.uk", "Write to Priya at priya@agency.co.uk"),
        ("mailto:jobs@agency.co.uk", NUMBER),
        ("https://www.agency.co.uk/contact/", "jobs@agency.co.uk"),
    ],
)
def test_a_contact_that_is_shown_and_another_that_is_reached_warn(address, words):
    assert told(address, words) == [("link-contact-differs", Level.WARNS)]


@pytest.mark.parametrize(
    "query",
    [
        "igshid=1",
        "srsltid=abc",
        "_hsenc=p2A&_hsmi=2",
        "trk=public_post",
        "mkt_tok=a",
        "at_medium=rss",
        "ref=newsletter",
        "elqTrackId=abc",
        "_ke=abc",
        "guccounter=1",
    ],
)
def test_tracking_warns_and_can_be_taken_out(query):
    address = f"https://www.cipd.org/pay?page=2&{query}"
    (finding,) = findings(address)
    assert (finding.check, finding.level) == ("link-with-tracking", Level.WARNS)
    assert finding.fix(document(address, "the pay guide")) == document(
        "https://www.cipd.org/pay?page=2", "the pay guide"
    )


def test_tracking_is_told_once_and_taken_out_of_every_address():
    links = (
        "<p><a href='https://a.example/?utm_source=x'>Pay</a> <a href='https://b.example/?utm_source=x'>Leave</a></p>"
    )
    guide = Document(blocks=(Text(html=links),))
    (finding,) = detours.link_with_tracking(DocumentText(guide), SITE)
    assert "The guide has 2 such places. Others are “Leave”." in finding.advice
    assert "utm_source" not in finding.fix(guide).blocks[0].html


def test_a_visit_in_the_path_warns_and_can_be_taken_out():
    address = "https://www.cipd.org/pay;jsessionid=1A2B"
    (finding,) = findings(address)
    assert (finding.check, finding.level) == ("link-with-tracking", Level.WARNS)
    assert finding.fix(document(address, "the pay guide")) == document("https://www.cipd.org/pay", "the pay guide")


def test_an_affiliate_is_known_at_its_shop_alone():
    assert told("https://www.amazon.co.uk/dp/1?tag=aff-21") == [("link-with-tracking", Level.WARNS)]
    assert told("https://www.gov.uk/search?tag=pay") == []


@pytest.mark.parametrize(
    "address",
    [
        "https://lnkd.in/abc",
        "https://bit.ly/3abc",
        "https://jobs.page.link/abc",
        "https://eu.list-manage.com/track/click?u=1",
        "https://secure-web.cisco.com/1xYz/https%3A%2F%2Fwww.gov.uk",
        "https://prf.hn/click/camref:abc",
    ],
)
def test_a_shortened_address_warns_and_is_left_to_the_editor(address):
    (finding,) = findings(address)
    assert (finding.check, finding.level, finding.fix) == ("link-through-a-counter", Level.WARNS, None)


@pytest.mark.parametrize(
    ("address", "inside"),
    [
        (
            "https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fwww.gov.uk%2Fpay&data=05",
            "https://www.gov.uk/pay",
        ),
        ("https://urldefense.com/v3/__https://www.gov.uk/pay__;!!abc", "https://www.gov.uk/pay"),
        (
            "https://urldefense.proofpoint.com/v2/url?u=https-3A__www.gov.uk_pay-2Dday&d=DwMF",
            "https://www.gov.uk/pay-day",
        ),
        ("https://www.google.com/url?q=https://www.gov.uk/pay&sa=D", "https://www.gov.uk/pay"),
        ("https://l.facebook.com/l.php?u=https%3A%2F%2Fwww.gov.uk%2Fpay", "https://www.gov.uk/pay"),
        ("https://medium.com/r/?url=https%3A%2F%2Fwww.gov.uk%2Fpay", "https://www.gov.uk/pay"),
        ("https://www.google.com/amp/s/www.gov.uk/pay", "https://www.gov.uk/pay"),
    ],
)
def test_a_wrapped_address_warns_and_can_be_unwrapped(address, inside):
    (finding,) = findings(address)
    assert (finding.check, finding.advice) == ("link-through-a-counter", f"Link to {inside} itself.")
    assert finding.fix(document(address, "the pay guide")) == document(inside, "the pay guide")


def test_an_address_beside_plain_words_is_left_to_the_editor():
    guide = Document(blocks=(Quote(text="Ask early.", source="Sam"),))
    assert [finding for check in CHECKS for finding in check(DocumentText(guide), SITE)] == []


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("https://www.reed.co.uk/pay", "GOV.UK guidance on pay"),
        ("https://www.indeed.com/pay", "the Acas guide to notice"),
        ("https://www.totaljobs.com/", "guidance on GOV.UK"),
        ("https://gitlab.com/agency", "GitHub"),
        ("https://www.reed.co.uk/pay", "www.gov.uk"),
        ("https://www.linkedin.com/in/sam", "our office in Leeds"),
        ("https://www.youtube.com/watch?v=abc", "our privacy policy"),
        ("https://www.indeed.co.uk/salaries", "the Acas code of practice"),
        ("https://x.com/agency", "our Instagram page"),
        ("https://stackoverflow.com/questions", "the official PostgreSQL manual"),
        ("https://cloud.google.com/training", "AWS’s own training"),
        ("https://www.glassdoor.co.uk/", "reviews on Trustpilot"),
    ],
)
def test_words_that_name_another_site_warn(address, words):
    assert told(address, words) == [("link-misnamed", Level.WARNS)]


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("https://beta.companieshouse.gov.uk/company/1", "the register of companies"),
        ("https://dev.to/post", "a post on testing"),
        ("https://dev.mysql.com/doc/", "the manual"),
        ("https://test.io/", "a company of testers"),
        ("https://preview.redd.it/a.png", "the picture"),
        ("https://www.squarespace.com/", "Squarespace"),
        ("https://www.gov.uk/search?q=preview", "a search"),
        ("https://search-prototype.example.org/", "see the prototype"),
        ("https://docs.google.com/forms/d/e/1FAI/viewform", "the survey"),
        ("https://docs.google.com/document/d/e/2PACX/pub", "the published template"),
        ("https://docs.google.com/document/d/1abc/copy", "a copy of the template"),
        ("https://www.figma.com/community/file/123", "a free kit of parts"),
        ("https://trello.com/", "Trello"),
        ("https://mail.google.com/", "Gmail"),
        ("https://agency.slack.com/archives/C1", "#hiring"),
        ("https://trello.com/b/abc/plan", "our board on Trello"),
        ("https://slides-for-all.netlify.app/talks/1", "the talk on testing"),
        ("https://akwaaba.netlify.app/", "Akwaaba"),
        ("https://learn-git-github-leeds.netlify.app/", "the course on Git"),
        ("https://betterbudget.herokuapp.com/", "a simple budget calculator"),
        ("https://www.canva.com/design/DAF1/view", "the poster"),
        ("https://docs.google.com/document/d/1abc/copy?usp=sharing", "the template"),
        ("https://docs.google.com/presentation/d/1abc/view", "the slides"),
        ("https://funding.notion.site/Open-source-1a2b", "the list of funders"),
        ("https://docs.gitlab.com/admin/settings/", "the chapter on settings"),
        ("https://agency.bamboohr.com/careers/12", "the open role"),
        ("https://ben.balter.com/", "Rules of communicating at GitHub"),
        ("https://www.cipd.org/", "the LinkedIn guide"),
        ("https://web.archive.org/web/2010/http://www.gov.uk/", "www.direct.gov.uk"),
        ("https://uk.linkedin.com/jobs", "jobs on LinkedIn"),
        ("https://www.linkedin.com/in/sam", "our page on LinkedIn"),
        ("https://www.linkedin.com/pulse/x", "what a manager told us"),
        ("https://en.wikipedia.org/wiki/Log_(a)", "logarithms"),
        ("https://en.wikipedia.org/wiki/Apple_Inc.", "the company"),
        ("https://www.bbc.co.uk/news/1#:~:text=pay%20rose,in%20April.", "pay rose"),
        ("https://web.archive.org/web/2020/https://www.gov.uk/pay", "the page as it was"),
        ("https://ico.org.uk/for-organisations/", "the ICO’s guidance"),
        ("https://www.gov.uk/acas-code", "the Acas code of practice"),
        ("https://www.bbc.co.uk/news/1", "what LinkedIn found about remote work"),
        ("https://www.theguardian.com/jobs", "editing on GitHub"),
        ("https://www.booking.com/", "Booking.com"),
        ("https://dotnet.microsoft.com/apps/aspnet", "ASP.NET"),
        ("https://8.8.8.8/", "a server of names"),
        ("https://search.google.com/search-console/about", "Google Search Console"),
        ("https://[2001:4860:4860::8888]/", "the same by another number"),
        ("https://xkcd.com/353/", "a comic on Python"),
        ("https://web.dev/fast/", "how pages become fast"),
        ("https://link.springer.com/book/1", "a book on testing"),
        ("https://team.github.io/", "our team’s notes"),
        ("https://www.djangoproject.com/", "the Python framework"),
        ("https://realpython.com/", "a Python guide"),
        ("https://x.com/agency", "our page on X"),
        ("https://confluence.atlassian.com/doc/1", "the manual of Confluence"),
        ("https://www.example-agency.co.uk/", "the agency"),
        ("mailto:jobs@agency.co.uk", "Jobs@Agency.co.uk"),
        ("mailto:jobs+pay@agency.london?subject=Pay", "the pay desk"),
        ("mailto:sam@agency.co.uk,ana@agency.co.uk", "Sam and Ana"),
        ("mailto:team@example.org", "team@example.org"),
        ("tel:+441614960123", "0161 496 0123"),
        ("tel:0161%20496%200123", "+44 (0)161 496 0123"),
        ("tel:+441614960123;ext=12", "0161 496 0123, extension 12"),
        ("tel:+33142685300", "+33 1 42 68 53 00"),
        ("tel:07700900123", "07700 900 123"),
        ("tel:116123", "116 123"),
        ("tel:999", "999"),
        ("https://www.samaritans.org/", "116 123"),
    ],
)
def test_links_that_are_right_pass(address, words):
    assert told(address, words) == []

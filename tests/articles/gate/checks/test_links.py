"""What the gate finds in the links of a guide."""

from datetime import date

import pytest

from articles.document import Block, Document, FinalTakeaway, QuestionAnswer, SalaryFigure, SalaryTable, Text
from articles.gate.checks.links import arrival, detours, link_words, mail_and_phone, misnamed, mistyped, not_for_readers
from articles.gate.context import SiteContext
from articles.gate.findings import Finding, Level, Place
from articles.gate.prose.addresses import Target, external, placed_links
from articles.gate.prose.document_text import DocumentText
from tests.articles.gate.checks.demo import demo_documents

MODULES = (arrival, mistyped, not_for_readers, mail_and_phone, detours, link_words, misnamed)
CHECKS = tuple(check for module in MODULES for check in module.CHECKS)
HOSTS = frozenset({"www.example.org", "example.org"})
PAGES = frozenset(
    {"/", "/guides/", "/privacy/", "/contact/", "/robots.txt", "/people/jazz-thomson/", "/guides/topics/roles/"}
)
FACTS = SiteContext(
    today=date(2026, 11, 24),
    hosts=HOSTS,
    live=frozenset({"tech-cv", "job-offer", "reused"}),
    unpublished=frozenset({"in-work"}),
    withdrawn=frozenset({"gone"}),
    moved={"old-cv": "tech-cv", "reused": "job-offer"},
    exists=PAGES.__contains__,
)
HERE = Place(block=0, field="html")


def document(*blocks: Block) -> Document:
    return Document(slug="this-guide", title="A guide to links", blocks=blocks)


def link(address: str, words: str = "our guide to CVs") -> Text:
    return Text(html=f'<p>Read <a href="{address}">{words}</a> first.</p>')


def findings(*blocks: Block, site: SiteContext = FACTS) -> list[Finding]:
    return [finding for check in CHECKS for finding in check(DocumentText(document(*blocks)), site)]


def told(*blocks: Block) -> list[tuple[str, Level, Place]]:
    return [(finding.check, finding.level, finding.place) for finding in findings(*blocks)]


@pytest.mark.parametrize(
    "address",
    [
        "/guides/tech-cv/",
        "/guides/tech-cv/?from=home",
        "/guides/tech-cv/#skills",
        "https://www.example.org/guides/tech-cv/",
        "https://EXAMPLE.org/guides/tech-cv/",
        "//www.example.org/privacy/",
        "/guides/this-guide/",
        "/guides/reused/",
        "/",
        "https://www.example.org",
        "/guides/",
        "/guides/?page=2",
        "/guides/topics/roles/",
        "/people/jazz-thomson/",
        "/robots.txt",
        "/media/pictures/1.webp",
        "/static/img/logo.svg",
        "#main",
        "?page=2",
        "mailto:team@example.org",
        "tel:+441612345678",
        "https://www.gov.uk/employment-status",
        "https://GOV.UK/rest-breaks-work",
        "http://www.gov.uk/employment-status",
        "https://dev.to/some-article",
        "https://docs.python.org/3/library/html.html#module-html",
        "https://www.acas.org.uk/search?q=utm_source",
        "https://8.8.8.8/",
    ],
)
def test_a_link_that_leads_somewhere_passes(address):
    assert findings(link(address)) == []


def test_no_demo_guide_has_a_finding():
    guides = demo_documents()
    site = SiteContext(today=date(2026, 11, 24), hosts=HOSTS, live=frozenset(guides))
    found = [finding for guide in guides.values() for check in CHECKS for finding in check(DocumentText(guide), site)]
    assert found == []


@pytest.mark.parametrize(
    ("address", "check"),
    [
        ("", "link-without-address"),
        ("#", "link-without-address"),
        ("https://", "link-without-address"),
        ("mailto:", "link-without-address"),
        ("javascript:alert(1)", "link-without-address"),
        ("guides/tech-cv/", "link-half-addressed"),
        ("www.gov.uk/employment-status", "link-half-addressed"),
        ("../tech-cv/", "link-half-addressed"),
        ("http://localhost:8000/guides/tech-cv/", "link-closed-to-readers"),
        ("http://127.0.0.1/guides/tech-cv/", "link-closed-to-readers"),
        ("http://[::1]/guides/tech-cv/", "link-closed-to-readers"),
        ("http://192.168.1.20/", "link-closed-to-readers"),
        ("https://intranet/handbook", "link-closed-to-readers"),
        ("https://printer.local/", "link-closed-to-readers"),
        ("https://staging.example.org/guides/tech-cv/", "link-closed-to-readers"),
        ("/admin/articles/article/1/change/", "link-closed-to-readers"),
        ("https://www.example.org/admin/", "link-closed-to-readers"),
        ("/guides/nowhere/", "link-broken"),
        ("/guides/Tech-CV/", "link-broken"),
        ("https://www.example.org/guides/nowhere/", "link-broken"),
        ("/guides/topics/nowhere/", "link-broken"),
        ("/jobs/", "link-broken"),
        ("/guides/in-work/", "link-to-unpublished-guide"),
        ("/guides/gone/", "link-to-withdrawn-guide"),
    ],
)
def test_a_link_that_leads_nowhere_blocks(address, check):
    assert told(link(address)) == [(check, Level.BLOCKS, HERE)]


@pytest.mark.parametrize(
    ("address", "check"),
    [
        ("/guides/old-cv/", "link-to-old-address"),
        ("/guides/tech-cv", "link-without-final-slash"),
        ("/guides/this-guide", "link-without-final-slash"),
        ("/privacy", "link-without-final-slash"),
        ("#nowhere", "link-to-missing-heading"),
        ("/guides/this-guide/#nowhere", "link-to-missing-heading"),
        ("http://www.example.org/privacy/", "link-not-encrypted"),
        ("https://pay.example.net/?a=1&utm_source=news", "link-with-tracking"),
        ("/guides/tech-cv/?utm_campaign=", "link-with-tracking"),
        ("https://pay.example.net/?fbclid=abc", "link-with-tracking"),
    ],
)
def test_a_link_with_a_better_address_warns(address, check):
    assert told(link(address)) == [(check, Level.WARNS, HERE)]


def test_a_moved_guide_is_named_by_its_new_address():
    (finding,) = findings(link("/guides/old-cv/"))
    assert finding.advice == "Change the address to /guides/tech-cv/."
    assert finding.excerpt == "our guide to CVs"


def test_a_link_is_found_in_every_rich_text():
    answer = QuestionAnswer(question="Why?", answer='<p>See <a href="/x/">why it is so</a>.</p>')
    final = FinalTakeaway(html='<p>Read on in <a href="/y/">the other part</a>.</p>')
    assert [place for *_, place in told(answer, final)] == [
        Place(block=0, field="answer"),
        Place(block=1, field="html"),
    ]


def test_a_link_around_a_paragraph_is_found():
    assert (
        told(Text(html='<a href="/x/"><h2>Pay</h2><p>More on pay.</p></a>'))
        == [("link-broken", Level.BLOCKS, HERE)] * 2
    )


def test_every_place_of_the_page_can_be_linked():
    junior = SalaryFigure(level="Junior", region="UK", currency="GBP", low=1, high=2, basis="x", as_of=date(2026, 4, 1))
    anchors = (
        "the-work",
        "first-steps",
        "salary_table-1",
        "common-questions",
        "is-it-hard",
        "final-takeaway",
        "about-you",
    )
    items = "".join(f'<li><a href="#{anchor}">words on {anchor}</a></li>' for anchor in (*anchors, "top"))
    blocks = (
        Text(html=f"<h2>The work</h2><h3>First steps</h3><ul>{items}</ul>"),
        SalaryTable(role="engineer", figures=(junior,)),
        QuestionAnswer(question="Is it hard?", answer="<p>Yes.</p>"),
        FinalTakeaway(html="<p>That is all.</p>"),
    )
    assert findings(*blocks) == []


@pytest.mark.parametrize(
    "words",
    [
        "click here",
        "Here",
        "“here”",
        "this page",
        "Read more…",
        "More",
        "link",
        "Find out more",
        "This link",
        "Learn more.",
        "have a look",
        "see for yourself",
        "the whole story",
        "get started",
        "watch",
        "their website",
        "it",
    ],
)
def test_words_that_do_not_tell_where_a_link_leads_warn(words):
    assert told(link("/guides/tech-cv/", words)) == [("link-untelling", Level.WARNS, HERE)]


@pytest.mark.parametrize("words", ["https://www.gov.uk/employment-status", "www.gov.uk", "HTTPS://GOV.UK"])
def test_an_address_for_words_warns(words):
    assert told(link("https://www.gov.uk/employment-status", words)) == [("link-shown-as-address", Level.WARNS, HERE)]


def test_a_link_without_words_warns():
    assert told(link("/guides/tech-cv/", "")) == [("link-without-words", Level.WARNS, HERE)]


@pytest.mark.parametrize(
    "words",
    [
        "GOV.UK",
        "more on contract work",
        "read more about pay in the north of England",
        "the link between pay and experience",
        "here is how the rota works",
        "this page on rest breaks",
        "learn more Python",
        "how to write a tech CV",
        "Acas",
        "employment status",
        "Node.js",
        "the rules on rest breaks at work",
        "click-through rates",
        "the www prefix",
        "IT",
        "the resource plan",
        "a list of employers",
    ],
)
def test_telling_words_pass(words):
    assert findings(link("https://www.gov.uk/employment-status", words)) == []


@pytest.mark.parametrize(("length", "is_long"), [(120, False), (121, True)])
def test_a_linked_sentence_warns(length, is_long):
    expected = [("link-long", Level.WARNS, HERE)] if is_long else []
    assert told(link("/guides/tech-cv/", "word " * 23 + "x" * (length - 115))) == expected


def test_the_same_words_for_two_places_warn_once_at_the_second():
    again = link("/privacy/")
    found = findings(link("/guides/tech-cv/"), link("/guides/job-offer/", "Our guide to CVs"), again)
    assert [(finding.check, finding.level, finding.place) for finding in found] == [
        ("link-words-ambiguous", Level.WARNS, Place(block=1, field="html"))
    ]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("/guides/tech-cv/#skills", "/guides/tech-cv/#profile"),
        ("/guides/tech-cv/", "https://www.example.org/guides/tech-cv/"),
        ("https://www.gov.uk/rest-breaks-work", "https://www.gov.uk/rest-breaks-work/"),
        ("https://www.gov.uk/rest-breaks-work", "https://WWW.gov.uk/rest-breaks-work"),
    ],
)
def test_the_same_words_for_one_place_pass(first, second):
    assert findings(link(first), link(second)) == []


def test_other_words_for_the_same_place_pass():
    assert findings(link("/guides/tech-cv/"), link("/guides/tech-cv/", "how to write a CV")) == []


def test_untelling_words_are_not_also_told_as_ambiguous():
    (finding,) = findings(link("/guides/tech-cv/", "here"), link("/privacy/", "here"))
    assert finding.check == "link-untelling"
    assert finding.what == "The link “here” does not say where it leads. This guide has 2 such links."


@pytest.mark.parametrize("words", ["the BBC", "Research IT", "Web Content Accessibility Guidelines"])
def test_a_name_may_lead_to_several_pages_of_its_bearer(words):
    assert findings(link("https://www.gov.uk/a", words), link("https://www.acas.org.uk/b", words)) == []


def test_external_links_are_listed_with_their_places():
    blocks = (
        link("/guides/tech-cv/"),
        link("https://www.gov.uk/a"),
        link("http://localhost/"),
        link("//acas.org.uk/b"),
    )
    found = external(DocumentText(document(*blocks)), HOSTS)
    assert [(placed.place.block, placed.link.address) for placed in found] == [
        (1, "https://www.gov.uk/a"),
        (3, "//acas.org.uk/b"),
    ]


def test_an_address_that_no_browser_can_read_leads_nowhere():
    block = Text.__new__(Text)  # the sanitiser lets none through; a stored document of another version might
    for name, value in (("html", '<p>See <a href="https://[gov.uk/">the rules</a>.</p>'),):
        object.__setattr__(block, name, value)
    assert [placed.target for placed in placed_links(DocumentText(document(block)), HOSTS)] == [Target.NOWHERE]

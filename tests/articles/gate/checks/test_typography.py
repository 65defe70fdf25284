"""How the text is set: what the gate finds in stops, spaces, pairs of marks, capitals, beginnings and endings."""

from datetime import date
from html import escape

import pytest

from articles.document import Document, Figure, Image, PullFigure, Quote, SalaryTable, Text
from articles.gate.checks.typography import (
    announced_things,
    bare_addresses,
    capitals,
    doubled_words,
    endings,
    languages,
    pairs,
    punctuation,
    quotation_marks,
)
from articles.gate.context import SiteContext
from articles.gate.findings import Place
from articles.gate.prose.document_text import DocumentText
from tests import cast

FACTS = SiteContext(today=date(2026, 11, 24))


def guide(*paragraphs: str) -> Document:
    return Document(blocks=(Text(html="".join(f"<p>{escape(text, quote=False)}</p>" for text in paragraphs)),))


def html(content: str, *blocks) -> Document:
    return Document(blocks=(Text(html=content), *blocks))


def findings(module, document):
    return [finding for check in module.CHECKS for finding in check(DocumentText(document), FACTS)]


def excerpts(module, document):
    return [finding.excerpt for finding in findings(module, document)]


def names(module, document):
    return [finding.check for finding in findings(module, document)]


def mended(module, document):
    """The rich text after the repairs of all findings; a finding without one makes the test fail."""
    for finding in findings(module, document):
        document = finding.fix(document)
    return document.blocks[0].html


# --- stops, commas and spaces ---


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Ask the manager first;then ask the team.", "Ask the manager first; then ask the team."),
        ("Bring proof of address.Then sign.", "Bring proof of address. Then sign."),
        ("Bring a passport,a form and a pen.", "Bring a passport, a form and a pen."),
        ("We met in May.She started in June.", "We met in May. She started in June."),
        ("The team (five people)is small.", "The team (five people) is small."),
        ("Is it far ? Ask first.", "Is it far? Ask first."),
        ("Ask early , then wait.", "Ask early, then wait."),
        ("Ask early,, then wait.", "Ask early, then wait."),
        ("The offer comes next..", "The offer comes next."),
        ("Do it now!!", "Do it now!"),
    ],
)
def test_a_slip_of_punctuation_is_found_and_repaired(text, wanted):
    assert mended(punctuation, guide(text)) == f"<p>{wanted}</p>"
    assert findings(punctuation, guide(wanted)) == []


@pytest.mark.parametrize(
    "text",
    [
        "We use Node.js, ASP.NET and Next.js.",
        "Any candidate(s) may (re)write it.",
        "Wait for it... and then wait again.",
        "It ships with .NET 10, which is new.",
        "Ratios of 1:2 and times such as 10:30 are fine.",
        "See https://www.example.org/a,b;c and ops@example.org.",
        "In Go, a channel is closed once; in Rust it is dropped.",
        "The operator :: names a scope.",
        "Companies (e.g. Acme Ltd., and others) reply.",
        "Really?! Yes.",
    ],
)
def test_marks_that_are_right_pass(text):
    assert findings(punctuation, guide(text)) == []


def test_what_comes_again_alike_is_a_name():
    assert findings(punctuation, guide("Write it in Xamarin.Forms today.", "We teach Xamarin.Forms too.")) == []
    assert excerpts(punctuation, guide("Write it in Xamarin.Forms today.")) == ["Xamarin.Forms"]


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        (("Ask first;then wait.", "Wait first;then ask."), ("Ask first; then wait.", "Wait first; then ask.")),
        (("Do it now!!", "Wait,, then ask."), ("Do it now!", "Wait, then ask.")),
    ],
)
def test_one_kind_of_slip_is_told_once_and_repaired_everywhere(wrong, right):
    (finding,) = findings(punctuation, guide(*wrong))
    assert "The guide has 2 such places." in finding.advice
    assert finding.fix(guide(*wrong)) == guide(*right)


def test_code_has_marks_of_its_own():
    assert findings(punctuation, html("<p>Write <code>a.b,c;d</code> or <code>x ? y : z</code> here.</p>")) == []


def test_a_slip_between_two_tags_is_found_without_a_repair():
    (finding,) = findings(punctuation, html("<p>Ask <strong>first.</strong>Then wait.</p>"))
    assert (finding.check, finding.excerpt, finding.fix) == ("space-missing", "first.Then", None)


def test_somebody_elses_words_are_not_judged():
    document = Document(blocks=(Quote(text="I said,, WAIT FOR THE OFFER ( and left", source="A reader"),))
    assert [found for module in (punctuation, pairs, capitals) for found in findings(module, document)] == []


# --- pairs ---


@pytest.mark.parametrize(
    ("text", "check"),
    [
        ("Ask for the brief (and the salary band before you apply.", "bracket-without-partner"),
        ("The offer [in writing comes next.", "bracket-without-partner"),
        ("Bring a passport {or a visa to the office.", "bracket-without-partner"),
        ("The clause (see page two} is short.", "bracket-without-partner"),
        ("The rule (s. 12(3) of the Act is old.", "bracket-without-partner"),
        ("Send the form signed) to the office.", "bracket-without-partner"),
        ("She said that the “brief was short.", "quotation-mark-without-partner"),
        ("We will decide on Friday,” he wrote.", "quotation-mark-without-partner"),
        ("The word ‘senior means many things.", "quotation-mark-without-partner"),
        ('The term "outside IR35 is used loosely.', "quotation-mark-without-partner"),
    ],
)
def test_half_a_pair_is_found(text, check):
    assert names(pairs, guide(text)) == [check]


def test_halves_of_pairs_are_told_once_brackets_and_quotations_apart():
    first, second = findings(pairs, guide("Bring the form (signed.", "Send it signed) soon.", "She said “wait."))
    assert (first.check, "2 such places" in first.advice) == ("bracket-without-partner", True)
    assert (second.check, "such places" in second.advice) == ("quotation-mark-without-partner", False)


@pytest.mark.parametrize(
    "paragraphs",
    [
        ["a) Ask first, b) wait, 12) sign."],
        ["6a) Ask first."],
        ["5.1) Install the editor", "12.10) Sign in"],
        ["The block opens with if (ready) {", "and closes with", "}"],
        ["The rule (section 12(3) of the Act) is old."],
        ["Search for label:(candidate offers)."],
        ["SFIA (Level 3) is enough (see the table)."],
        ["“We wait,” she said, “until (at last) they write.”"],
        ["“The first paragraph of a long quotation.", "“The second one, which ends it.”"],
        ["“It opens here.", "It goes on.", "And closes here.”"],
        ["It was fine :) and the desk is 5'10\" high."],
        ["The engineers’ offer, in the ’90s, was good."],
        ["A half-open range [0, 1) holds no one."],
    ],
)
def test_pairs_that_are_whole_pass(paragraphs):
    assert findings(pairs, guide(*paragraphs)) == []


def test_mixed_quotation_marks_are_told_once_and_turned():
    text = '<p>Don\'t wait; you don’t have to. <code>"x"</code></p><p>The "<em>first</em>" round (\'new\').</p>'
    assert names(quotation_marks, html(text)) == ["quotation-marks-mixed"]
    wanted = '<p>Don’t wait; you don’t have to. <code>"x"</code></p><p>The “<em>first</em>” round (‘new’).</p>'
    assert mended(quotation_marks, html(text)) == wanted


def test_straight_marks_alone_pass_and_inches_are_no_quotation():
    assert findings(quotation_marks, guide("Don't wait.", 'A 14" screen is what she’d choose.')) == []


# --- capitals ---


@pytest.mark.parametrize(
    "text",
    [
        "WE DO NOT CHARGE CANDIDATES.",
        "IMPORTANT INFORMATION FOR ALL CANDIDATES",
        "Wait. DO NOT SIGN BEFORE THE OFFER. Ask.",
    ],
)
def test_shouting_is_found(text):
    assert names(capitals, guide(text)) == ["words-in-capitals"]


@pytest.mark.parametrize(
    "text",
    [
        "Learn HTML, CSS and SQL; AWS and GCP can wait.",
        "UK GDPR and the ICO matter to HR.",
        "The NHS AI Lab and the MOD DBS check.",
        "Some adverts still say “NO AGENCIES PLEASE”.",
    ],
)
def test_initials_and_quoted_capitals_pass(text):
    assert findings(capitals, guide(text)) == []


def test_a_title_in_capitals_is_found():
    assert names(capitals, Document(title="PERMANENT OR CONTRACT WORK")) == ["title-in-capitals"]
    assert names(capitals, Document(title="AWS, GCP OR UK SRE")) == []


# --- doubled words ---


def test_a_doubled_word_is_found_wherever_it_stands():
    figure = Figure(image=Image(name="a.webp", width=9, height=9), alt="A desk by by the window.")
    document = Document(title="The the guide", blocks=(Text(html="<p>Ask for <em>for</em> more.</p>"), figure))
    found = [(one.place, one.excerpt) for one in doubled_words.doubled_word(DocumentText(document), FACTS)]
    assert found == [
        (Place(field="title"), "The the"),
        (Place(block=0, field="html"), "for for"),
        (Place(block=1, field="alt"), "by by"),
    ]
    (first, *_) = doubled_words.doubled_word(DocumentText(document), FACTS)
    assert (first.check, first.what) == ("doubled-word", "“The the” has the same word twice.")


@pytest.mark.parametrize(
    "text",
    [
        "We know that that matters.",
        "They had had three offers.",
        "What it is is a promise.",
        "We sent her her contract.",
        "Duran Duran played at the party.",
        "Before you apply, apply some thought.",
        "Give it time. Time helps.",
        "It is a very, very small team.",
        "The day-to-day day is quiet.",
        "One one-to-one meeting a week is enough.",
        "Log in in the morning, and carry on on Monday.",
        "So so many people ask.",
        "It pays 40 40-minute sessions.",
        "The engineer’s s was missing.",
        "Is is the right verb?",
        "Go to to-do lists last.",
        "Walla Walla is far away.",
        "That depends on the role you applied for. For technical roles, ask early.",
        "Move in, in time for the winter.",
        "Day by day by day it grows.",
    ],
)
def test_words_that_may_stand_twice_pass(text):
    assert excerpts(doubled_words, guide(text)) == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("That that is why it matters.", "That is why it matters."),
        ("Reply and, and then wait.", "Reply and then wait."),
        ("Ask for one of the of the bands.", "Ask for one of the bands."),
        ("Bring the passport and And the form.", "Bring the passport and the form."),
        ("It is late, is is it not?", "It is late, is it not?"),
        ("Is is it fair to ask?", "Is it fair to ask?"),
        ("In in the end they hired both.", "In the end they hired both."),
        ("We pay on on Fridays.", "We pay on Fridays."),
        ("The chair opens with – with a short welcome.", "The chair opens with a short welcome."),
    ],
)
def test_a_word_doubled_across_a_mark_or_a_capital_is_repaired(text, wanted):
    assert mended(doubled_words, guide(text)) == f"<p>{wanted}</p>"


# --- beginnings and endings ---


@pytest.mark.parametrize(
    ("text", "check"),
    [
        ("ing teams usually reply within two days.", "paragraph-cut-at-its-start"),
        ("which is why a written brief helps.", "paragraph-cut-at-its-start"),
        ("The team will want to know whether you", "sentence-without-full-stop"),
        ("If the band is missing, ask for it before", "paragraph-cut-at-its-end"),
        ("Notice periods are longer for senior staff because they", "paragraph-cut-at-its-end"),
        ("Bring your passport and one more document", "sentence-without-full-stop"),
        ("Read the contract twice before you sign it", "sentence-without-full-stop"),
    ],
)
def test_what_breaks_off_is_found(text, check):
    assert names(endings, guide("Ask early and wait.", text, "Nobody likes to wait.")) == [check]


@pytest.mark.parametrize(
    "content",
    [
        "<p>npm is what most teams use for this.</p>",
        "<p><code>git</code> is what most teams use.</p>",
        "<p>You will need</p><ul><li>a form</li><li>a pen</li></ul><p>and a little time to fill it in.</p>",
        '<p>For the whole list, <a href="/x/">read what we ask of a client</a></p>',
        "<p>Photo: the desk on the day that we moved</p>",
        "<p>Leeds and Manchester, autumn 2026</p>",
        "<p>Does it help? (We think that it does.)</p>",
        "<p>Why a written brief helps</p><p>It saves a week.</p>",
        "<p>inuit.css is what the team wrote in one week.</p>",
        "<p>We often run into questions like</p><p>And then we answer.</p>",
        "<p><strong>Speak with your new manager</strong></p><p>Ask what they expect.</p>",
    ],
)
def test_what_is_whole_or_no_sentence_passes(content):
    assert findings(endings, html(content)) == []


def test_a_bold_line_that_nothing_follows_is_a_sentence():
    assert names(endings, html("<p><strong>Speak with your new manager</strong></p>")) == ["sentence-without-full-stop"]


def test_the_words_beside_a_pull_figure_go_on_from_its_number():
    assert (
        findings(endings, Document(blocks=(PullFigure(number="28 days", text="of paid holiday are the least"),))) == []
    )


# --- announcements ---


@pytest.mark.parametrize(
    "text",
    [
        "The table below shows the bands.",
        "The chart underneath shows the bands.",
        "The duties are set out here.",
        "As the chart below shows, pay has moved.",
        "You will usually need the following.",
        "The following list sets out the duties.",
        "Here is a list of what to bring.",
        "A remote starter’s first week should be planned as follows.",
        "A summary of the main points follows.",
    ],
)
def test_what_is_announced_and_does_not_come_is_found(text):
    assert names(announced_things, guide(text, "Nobody likes to wait.")) == ["announced-thing-missing"]


@pytest.mark.parametrize(
    "text",
    [
        "A security clearance form asks for these documents.",
        "Managers should check the points set out in the box below.",
        "Here is an example of a good opening question for a product manager.",
        "What follows is a sample clause on notice that you may copy.",
        "For a side-by-side view of perm and contract work, see the next table.",
        "You will find a sample letter below.",
    ],
)
def test_what_a_section_still_owes_at_its_end_is_found(text):
    assert names(announced_things, html(f"<p>{text}</p><h2>Next</h2><p>More.</p>")) == ["announced-thing-missing"]


@pytest.mark.parametrize(
    "text",
    [
        "The temperature of the room was five degrees or below.",
        "Bring these documents to the call. They prove who you are.",
        "Here is how we got there.",
        "This wording follows the law.",
        "These tools are free.",
    ],
)
def test_what_announces_nothing_passes_at_the_end_of_a_section(text):
    assert names(announced_things, html(f"<p>{text}</p><h2>Next</h2><p>More.</p>")) == []


def test_an_example_may_be_the_next_paragraph():
    said = "Here is an example of a good opening question for a tester."
    assert findings(announced_things, guide(said, "Tell me of a fault that you found.")) == []


def test_what_is_announced_and_comes_passes():
    table = "<table><tbody><tr><th>Level</th></tr><tr><td>Junior</td></tr></tbody></table>"
    said = "<p>The table below shows the bands.</p><p>They are gross.</p>"
    assert findings(announced_things, html(said + table)) == []
    assert findings(announced_things, html("<p>Here are our tips:</p><h2>Ask early</h2><p>It helps.</p>")) == []
    assert findings(announced_things, html("<p>You need the following.</p><ul><li>a</li><li>b</li></ul>")) == []
    blocks = (Text(html=said), cast.ENGINEER, Text(html="<h2>Next</h2><p>More.</p>"))
    assert isinstance(cast.ENGINEER, SalaryTable)
    assert findings(announced_things, Document(blocks=blocks)) == []
    figure = Figure(image=Image(name="a.webp", width=9, height=9), alt="Bars that rise.")
    assert findings(announced_things, Document(blocks=(Text(html="<p>See the chart below.</p>"), figure))) == []


def test_a_table_under_the_next_main_heading_is_another_one():
    table = "<h2>Notice</h2><table><tbody><tr><th>Level</th></tr><tr><td>Junior</td></tr></tbody></table>"
    assert names(announced_things, html(f"<p>The table below shows the bands.</p>{table}")) == [
        "announced-thing-missing"
    ]


# --- languages ---


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Demandez toujours une offre écrite avant de démissionner.", "French"),
        ("Vraag altijd om een schriftelijk aanbod voordat u opzegt.", "Dutch"),
        ("Die Kündigungsfrist ist für beide Seiten gleich.", "German"),
        ("El contrato se firma antes de empezar.", "Spanish"),
        ("Il periodo di preavviso è di un mese.", "Italian"),
        ("Envie o seu currículo antes da entrevista e espere a resposta.", "Portuguese"),
        ("Prosimy o przesłanie CV przed rozmową, ponieważ jest to ważne.", "Polish"),
        ("Anfonwch eich CV cyn y cyfweliad os gwelwch yn dda.", "Welsh"),
    ],
)
def test_another_language_is_named(text, language):
    assert [one.what for one in findings(languages, guide(text))] == [f"This seems to be {language}."]


@pytest.mark.parametrize(
    "text",
    [
        "Step 2 - Make a single E2E test for the CE team.",
        "The de facto standard is an ad hoc vis-à-vis of two en suite teams.",
        "Les Misérables, La La Land and Il Postino are films.",
        "San Francisco, Los Angeles, El Paso, Las Vegas, La Jolla.",
        "Docker, Kubernetes, Terraform, Ansible, Prometheus, Grafana.",
    ],
)
def test_english_with_foreign_names_passes(text):
    assert findings(languages, guide(text)) == []


# --- addresses ---


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("pay.example.net/guide", "pay.example.net/guide"),
        ("Read agency.example/jobs, then wait.", "agency.example/jobs"),
        ("Go to agency.example and sign in.", "agency.example"),
        ("See https://www.example.org/pay.", "https://www.example.org/pay"),
    ],
)
def test_an_address_that_is_no_link_is_found(text, address):
    assert excerpts(bare_addresses, guide(text)) == [address]


def test_a_mail_address_is_made_a_link():
    wanted = '<p>Write to <a href="mailto:jobs@agency.example">jobs@agency.example</a> now</p>'
    assert mended(bare_addresses, guide("Write to jobs@agency.example now")) == wanted
    assert findings(bare_addresses, html(wanted)) == []


@pytest.mark.parametrize(
    "text",
    [
        "We use Node.js and ASP.NET.",
        "Edit README.md and main.py.",
        "Booking.com hires, e.g. in Leeds.",
        "Use a plain address, not partygirl@example.org.",
        "It looks like name@example.org.",
        "Ask (i.e. write).",
    ],
)
def test_names_with_a_stop_in_them_are_no_address(text):
    assert findings(bare_addresses, guide(text)) == []


def test_shouting_in_several_places_is_one_finding():
    (finding,) = findings(capitals, guide("WE DO NOT CHARGE CANDIDATES.", "PLEASE DO NOT SEND PHOTOS."))
    assert "The guide has 2 such places. Others are “PLEASE DO NOT SEND PHOTOS”." in finding.advice


def test_every_place_is_that_of_its_text():
    (finding,) = findings(capitals, guide("WE DO NOT CHARGE CANDIDATES."))
    assert finding.place == Place(block=0, field="html")


def test_missing_stops_are_one_finding():
    (finding,) = findings(
        endings, guide("Bring your passport and one more document", "Read the contract before Monday")
    )
    assert finding.advice.endswith("The guide has 2 such places. Others are “Read the contract before Monday”.")


def test_a_word_three_times_is_meant():
    assert findings(doubled_words, guide("You can ask ask ask.")) == []

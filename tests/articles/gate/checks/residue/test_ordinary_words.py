"""Words that a program, a template or a colleague leaves behind, where an author means them."""

import pytest

from articles.document import Text
from articles.gate.checks.residue import (
    entities,
    escapes,
    html_tags,
    markdown,
    notes,
    placeholders,
    programs,
    shortcodes,
    trial_text,
)
from tests.articles.gate.checks.residue.reading import find

CHECKS = tuple(
    check
    for module in (placeholders, shortcodes, trial_text, markdown, html_tags, programs, escapes, entities, notes)
    for check in module.CHECKS
    if check is not placeholders.words_in_brackets
)


@pytest.mark.parametrize(
    "html",
    [
        "<p><strong>Prerequisites:</strong> None.</p><p>The course starts from the very beginning and lasts four "
        "evenings.</p>",
        "<p>Declarations of interest: None.</p><p>The minutes of the last meeting were approved.</p>",
        "<ul><li>Cost: £45 a month</li><li>Minimum term: 12 months</li><li>Exit fee: None</li></ul>",
        "<h3>Slide 1</h3><p>Say what problem you solve and for whom. One sentence will do.</p><h3>Slide "
        "2</h3><p>Show how big the problem is.</p>",
        "<h3>Page 1</h3><p>Your profile, your key skills and your last two jobs belong on the first "
        "page.</p><h3>Page 2</h3><p>Earlier jobs, education and anything else that earns its place.</p>",
        "<p>Learn four structures well and most interviews become easier:</p><ul><li>Array</li><li>Linked "
        "list</li><li>Hash map</li><li>Tree</li></ul>",
        "<p>JavaScript has seven primitive "
        "types:</p><ul><li>String</li><li>Number</li><li>Boolean</li><li>Null</li><li>Undefined</li></ul>",
        "<p>The most common passwords have hardly changed in a "
        "decade:</p><ul><li>123456</li><li>password</li><li>qwerty</li><li>letmein</li></ul>",
        "<p>What US conferences charged for a student ticket last year:</p><ul><li>$45</li><li>$60</li><li>$120</li></ul>",
        "<p>People often ask about the difference between X and Y when they have used neither of them.</p>",
        "<p>A cover letter takes the reader from X to Y in three paragraphs. X is what they need; Y is you.</p>",
        "<p>Most of our younger candidates have X accounts, but few of them post about work.</p>",
        "<p>X users said the new layout hid replies, while those on Bluesky hardly noticed.</p>",
        "<p>She had moved from Company X to Company Y for ten per cent more and regretted it within a month.</p>",
        "<p>Mr X complained that the Council had delayed his application for nine months. We found fault and "
        "recommended a payment of £300.</p>",
        "<p>The file holds the candidate’s name, address and right-to-work documents, and nothing else. We "
        "delete it after a year.</p>",
        "<p>We record the speaker’s name, topic and length of talk so that the chair can keep time.</p>",
        "<p>Acme Ltd takes on Sam at £400 a day through an agency that adds 15 per cent. Acme pays £460 a day; "
        "Sam receives £400.</p>",
        "<p>The council’s Back Your Business scheme gives grants of up to £5,000 to firms with fewer than ten staff.</p>",
        "<p>Volunteers from the Love Your Street campaign picked up forty bags of litter on Sunday.</p>",
        "<p>Check that the Account Name matches the name on your payslip. Since 2020 banks have compared the two.</p>",
        "<p>Use this section to list your three strongest projects, the newest first.</p>",
        "<p>This is where you describe your biggest achievement, with a figure if you have one.</p>",
        "<p>This is a good place to add a link to your portfolio.</p>",
        "<ul><li>Describe your work in a few words.</li><li>Say who used it.</li><li>Say what changed.</li></ul>",
        "<p>How a post gets made here:</p><ol><li>Agree the angle.</li><li>Write your post.</li><li>Add "
        "sources.</li><li>Ask a colleague to read it.</li></ol>",
        "<ol><li>Draft the outline.</li><li>Write the copy.</li><li>Add photos.</li><li>Add "
        "captions.</li><li>Publish.</li></ol>",
        "<p>A reference needs only four things:</p><ul><li>Name of employer</li><li>Job title</li><li>Start and "
        "end dates</li><li>Reason for leaving</li></ul>",
        "<p>The audit found four faults again and again:</p><ul><li>Alt text missing</li><li>Title "
        "missing</li><li>Broken links</li><li>Low contrast</li></ul>",
        "<p><strong>Your role</strong></p><p>You will run the migration from the old data centre to the cloud "
        "with two colleagues.</p><p><strong>Your team</strong></p><p>Five engineers and a designer.</p>",
        "<p><strong>Add a photo</strong></p><p>Profiles with one get more views, though you need not be smiling in it.</p>",
        "<p><strong>A final word on salaries</strong></p><p>Say your number first only if you know the market.</p>",
        "<h3>What’s coming soon</h3><p>From April, day-one rights to paternity leave apply to every employee.</p>",
        "<h3>Points to be agreed</h3><p>Hours, place of work and notice come first. Leave the title for last.</p>",
        "<p>Location, location, location.</p><p>Estate agents say it, and so do those who hire for offices in "
        "the countryside.</p>",
        "<p>Zzz.</p><p>That is what your reader hears after the third adjective.</p>",
        "<p>I have read the brief, the second brief and, *sigh*, the third.</p>",
        "<p>React with :eyes: when you start on a request and with :tick: when it is done.</p>",
        "<p>* * *</p><p>Three years later I was back in the same room, on the other side of the table.</p>",
        "<p>The survey (n=85, mean age 41) ran in March.</p>",
        "<p>Two developers at forty hours each: 40+40=80 hours a week.</p>",
        "<p>Press [Enter] to confirm, or [Esc] to go back.</p>",
        "<p><strong>Priya:</strong> I left in June [last year] because the commute was killing me.</p>",
        "<p>[Phone rings]</p><p>Sam: Hello, Field and Sons.</p>",
        "<table><thead><tr><th>Nationality</th><th>Visa "
        "needed</th></tr></thead><tbody><tr><td>EU</td><td>Yes</td></tr><tr><td>Non-EU</td><td>Yes</td></tr></tbody></table>",
        "<p>Lorem ipsum is fine for a first sketch, but test with real words before you show anybody.</p>",
        "<p>We always write dates as DD/MM/YYYY, even in letters to the New York office.</p>",
        "<p>Warning: never keep a password in settings.py.</p>",
        "<p>Track changes: turn it on before you touch a colleague’s draft.</p>",
        "<p>Studies with null results are rarely published, so the picture looks rosier than it is.</p>",
        "<p>Small firms are full of people with undefined roles, which suits some and drives others mad.</p>",
        "<p>Changes to the handbook this month:</p><ul><li>Added: parental leave for adopters</li><li>Deleted: "
        "the paragraph on dress code</li></ul>",
        "<p>We have all seen a folder such as "
        "this:</p><ul><li>CV_final.docx</li><li>CV_final_v2.docx</li><li>CV_final_v2_FINAL.docx</li></ul>",
        "<p>These errors waste most of a tester’s morning:</p><ul><li>404 not found</li><li>500 internal server "
        "error</li><li>A blank screen</li></ul>",
        "<p>Settings --> “Privacy” --> “Apps” shows who can read your calendar.</p>",
        "<h3>404 Not Found</h3><p>The server is there but the page is not. Check the address before you blame "
        "the network.</p>",
        "<p>QWERTY or Dvorak?</p><p>I learned the second at forty and have never looked back.</p>",
        "<p>My worst passwords, in order:</p><ol><li>qwerty</li><li>qwerty1</li><li>the name of my cat</li></ol>",
        "<p>Big Company life suited him. Start-up life did not.</p>",
        "<p>“It felt as though the decision had been made before I sat down.” – Applicant 3</p>",
        "<p>Hello #LeedsDigital! We are back with a week of talks, walks and workshops.</p>",
        "<p>Link the page with [[Onboarding]] and the wiki does the rest.</p>",
        "<p>Use this space to explain a gap, such as a year of caring for your mother.</p>",
        "<p>To build the report:</p><ol><li>Insert a table.</li><li>Paste figures from the "
        "ledger.</li><li>Insert chart.</li><li>Save as PDF.</li></ol>",
        "<p>We want talks from people who have never given one. Please send your photo and two lines about "
        "yourself with the form.</p>",
        "<h3>Matters to be decided</h3><ul><li>The budget for 2027</li><li>Who chairs the panel</li></ul>",
        "<p>Something bigger is on the way. Watch this space.</p>",
        "<p><strong>Choose a font for your headings</strong></p><p>One is enough. Two can quarrel.</p>",
        "<p><strong>Feature one</strong></p><p>It reads CVs in forty languages.</p><p><strong>Feature "
        "two</strong></p><p>It forgets them after a year.</p>",
        "<p>[They sit down]</p><p>Anna: I did not think you would come.</p>",
        "<p>Keep the subject plain. This one has never failed me:</p><p>Application for [role] – your name</p>",
        '<p>We watched him for an hour.</p><p><a href="https://www.gov.uk/jobs">Watch the video here</a></p>',
        "<p>The full report will be published next month.</p><p>An early version, seen by the Guardian, says "
        "that half of all vacancies go unfilled.</p>",
        "<p>It helps to be ready before the call.</p><p>Put your CV, the advert and a glass of water within reach.</p>",
        "<p>She hoped to be chosen.</p><p>She was not, and the reason taught her something.</p>",
        "<p>Candidate A, with ten years behind her, asks for £60,000.</p><p>Candidate B, fresh from university, "
        "asks for £62,000.</p>",
    ],
)
def test_what_an_author_means_passes(html: str) -> None:
    assert find(CHECKS, Text(html=html)) == []


@pytest.mark.parametrize(
    ("html", "check"),
    [
        ("<p>Exit fee: undefined</p>", "program-residue"),
        ("<p>404 Not Found</p>", "program-residue"),
        ("<p>Null</p>", "program-residue"),
        ("<p>test test test</p>", "trial-text"),
        ("<ul><li>List item 1</li><li>List item 2</li><li>List item 3</li></ul>", "placeholder"),
        ("<p><strong>Your heading text</strong></p><p>Words.</p>", "placeholder"),
        ("<p>Insert a table</p>", "placeholder"),
        ("<p>We met between X and Y weeks later.</p>", "placeholder"),
        ("<p>Company Name is hiring.</p>", "placeholder"),
        ("<p>Lorem ipsum dolor sit amet.</p>", "placeholder"),
        ("<p>It costs =80500 a year at caf=E9 prices.</p>", "escaped-character"),
    ],
)
def test_the_same_words_left_behind_are_found(html: str, check: str) -> None:
    assert {finding.check for finding in find(CHECKS, Text(html=html))} == {check}

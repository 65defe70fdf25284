"""Notes between colleagues hold a guide back; what is said to readers does not."""

import pytest

from articles.document import Text
from articles.gate.checks.residue.notes import CHECKS
from tests.articles.gate.checks.residue.reading import find, in_paragraph


@pytest.mark.parametrize(
    "text",
    [
        "Reword, too jargony",
        "Needs work – reads like a press release",
        "Priya, does this need a source?",
        "Hannah: is the second figure right?",
        "Holding copy until launch",
        "Subject to sign-off by the client",
        "I’d lose the second paragraph, it says the same thing.",
        "New wording below, delete the old one when you’re happy",
        "Should this go higher up?",
        "Can you make this shorter pls",
        "LOGO FROM SPONSOR HERE PLS",
        "Half of teams hire in spring [citation needed].",
        "Half of teams hire in spring (how do we know this?).",
        "Could we find a newer figure for London?",
        "Figures still outstanding",
        "Waiting on Priya for the quote",
        "This bit is too long – any thoughts?",
        "Copied from the old careers site, needs a trim",
        "Half of teams hire in spring (source?).",
        "Half of teams hire in spring (check with Sam).",
        "Half of teams hire in spring – really?",
        "The median is £TK a year.",
        "Still needs an example",
        "Copy to come",
        "Finance to confirm the fee.",
        "Sam to check the figures.",
        "To be reviewed by legal",
        "Could someone check the figures?",
        "Note to self: find a source.",
        "@sam can you confirm?",
        "Delete this before publishing.",
        "Move this paragraph to the end.",
        "Is this still correct?",
        "DO NOT PUBLISH",
        "Draft",
        "Awaiting figures from the client",
        "Half of the 3,000 members (?) are freelance.",
        "Picture desk: please supply a photo.",
        "Nadia, I can’t open the approved text on fees, have you got it?",
        "Web team: please swap this photo, the licence has expired.",
        "Kim to add a line on pensions before Monday",
        "Bit too blunt? Happy to soften it.",
        "(Lena to reword)",
        "<<Old intro kept below until compliance have seen the new one>>",
        "Have copied this from last year’s leaflet, so the numbers need updating.",
        "Compliance asked us to take this out.",
        "Moved this down from the top, any objections?",
        "Half of teams hire in spring (which half?).",
        "Half of teams hire in spring – is there any evidence for this?",
        "Half of teams hire in spring [unsourced, chase or cut].",
        "Half of teams hire in spring <needs a reference>.",
        "Half of teams hire in spring *** source missing ***",
    ],
)
def test_notes_are_found(text):
    assert in_paragraph(CHECKS, text) == [("note-to-colleague", "blocks")]


@pytest.mark.parametrize(
    "text",
    [
        "I would cut the second page of your CV.",
        "Sarah, how did you get into this?",
        "Pending cases take longer.",
        "Ask Sam whether the role is new.",
        "Half of the teams (source: ONS, 2025) hire in spring.",
        "Check this with your manager.",
        "Your CV needs a summary.",
        "Time to review the offer.",
        "Questions to check before you sign",
        "Legal teams approve the wording.",
        "To be reviewed by a peer is useful.",
        "To be hired, you need an example of your work.",
        "Can someone else attend the interview with me?",
        "Note to candidates: bring photo ID.",
        "Editor: Jane Smith",
        "Replace this with your own words.",
        "Please check the following table.",
        "Please check your spam folder.",
        "The first draft is never the last.",
        "Teams write “TK” where a fact is to come.",
        "Should we hire a contractor or an employee?",
        "Ask your manager whether you can take the laptop home.",
        "Take a look at the benefits section to see what we can offer you.",
        "Do not use full stops in headings.",
        "This section is for the hiring manager.",
        "See how to do this in the guide on contracts.",
        "Changes to this page must be approved by a director.",
        "Because you have a pipeline (right?) you can deploy on any day.",
        "Half of teams hire in spring (see the source code of our survey).",
        "Two years in a similar job (references needed).",
        "Please sign-up using the link here.",
        "Before I can put you forward I need your referees – really?",
        "Perhaps surprisingly(?), most of them stay.",
        "Make sure that you are in these two groups (check with IT):",
        "Secondly, this text is often displayed within search engines, and could be the first thing that they read.",
    ],
)
def test_what_readers_are_told_passes(text):
    assert in_paragraph(CHECKS, text) == []


def test_a_heading_may_be_called_first_draft():
    assert in_paragraph(CHECKS, "First draft", "h2") == []


def test_a_heading_may_name_the_source_of_a_program():
    assert in_paragraph(CHECKS, "The build job (source)", "h2") == []
    assert in_paragraph(CHECKS, "The build job takes an hour (source).") == [("note-to-colleague", "blocks")]


def test_questions_for_readers_to_ask_pass():
    asked = "<li>Is the page accurate?</li><li>Does it help?</li><li>Who owns it?</li>"
    assert find(CHECKS, Text(html=f"<ul>{asked}</ul>")) == []
    (noted,) = find(CHECKS, Text(html=f"<ul>{asked}<li>What do half of teams pay (source?)?</li></ul>"))
    assert noted.what == "“(source?)” is a note to colleagues."
    (finding,) = find(CHECKS, Text(html="<ul><li>Is the page accurate?</li><li>A desk</li><li>A chair</li></ul>"))
    assert (finding.check, finding.excerpt) == ("note-to-colleague", "Is the page accurate?")


def test_a_dialogue_may_have_a_designer():
    lines = ("Client: We need a blog.", "Designer: Why do you need it?", "Client: Others have one.")
    assert find(CHECKS, Text(html="".join(f"<p>{line}</p>" for line in lines))) == []
    assert len(find(CHECKS, Text(html=f"<p>{lines[1]}</p>"))) == 1


def test_a_section_of_what_the_guide_is_about_passes():
    tells = Text(html="<p>This section should be here, below the summary.</p>")
    assert find(CHECKS, tells, title="How to write a CV") == []
    assert [finding.check for finding in find(CHECKS, tells, title="Notice periods")] == ["note-to-colleague"]


@pytest.mark.parametrize(
    "text",
    [
        "Update this if you’d rather send open invitations.",
        "Leave that to each team (have other options, for example open-source only).",
        "Editor’s note: this guide was first published in 2024.",
        "Firms combine their lists (which can come from all manner of different sources).",
        "A model weighs a case against the rules (what we know about good care, based on the latest evidence).",
        "This should be run like a daily stand-up.",
        "Check with HR before you sign.",
        "Note to self: never hold an interview on a Monday.",
    ],
)
def test_choices_of_readers_and_relative_clauses_pass(text):
    assert in_paragraph(CHECKS, text) == []

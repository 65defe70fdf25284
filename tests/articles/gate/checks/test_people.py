"""People have one name and one role in a guide."""

from datetime import date

import pytest

from articles.document import Document, Text
from articles.gate.checks.consistency import names, people
from articles.gate.context import SiteContext
from articles.gate.prose.document_text import DocumentText

SITE = SiteContext(today=date(2026, 11, 26))
CHECKS = (names.name_in_two_spellings, *people.CHECKS)


def told(*sentences):
    guide = DocumentText(Document(blocks=tuple(Text(html=f"<p>{sentence}</p>") for sentence in sentences)))
    return [(finding.check, finding.excerpt) for check in CHECKS for finding in check(guide, SITE)]


@pytest.mark.parametrize(
    ("one", "other", "name"),
    [
        ("“Ask early,” says Dr Okafor.", "As Dr Okafore puts it, be brief.", "Dr Okafore"),
        ("“Ask early,” says Priya Raman.", "As Priya Ramen puts it, be brief.", "Priya Ramen"),
        ("“Ask early,” says Ana Costa.", "As Anna Costa puts it, be brief.", "Anna Costa"),
        ("“Ask early,” says Sam Field.", "As Sam Fields puts it, be brief.", "Sam Fields"),
        ("Mr McDonald signs it.", "Mr MacDonald pays it.", "Mr MacDonald"),
        ("Geoff Lane built it.", "Jeff Lane sold it.", "Jeff Lane"),
        ("We asked Tom Whitfield.", "“Be brief,” said Mr Whitehall.", "Mr Whitehall"),
    ],
)
def test_one_person_in_two_spellings_warns_once(one, other, name):
    assert told(one, other) == [("person-in-two-spellings", name)]


def test_what_the_check_of_all_names_finds_is_not_told_twice():
    assert told("We met Prof Lindqvist.", "Then Prof Lindquist spoke.") == [("name-in-two-spellings", "Lindquist")]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("“Ask,” says Tom Field, our data lead.", "“Wait,” adds Tom Field, our head of sales."),
        ("“Ask,” says Tom Field, head of data.", "Tom Field, head of design, says to wait."),
        ("“Ask,” says her manager, Ana.", "“Wait,” said his manager, Ana."),
        ("“Ask,” says Mr Hart, who hires.", "“Wait,” says Mrs Hart, who hires."),
    ],
)
def test_one_speaker_in_two_roles_warns(one, other):
    assert [check for check, _ in told(one, other)] == ["person-in-two-roles"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ann Carter leads the desk.", "Ann Porter pays."),
        ("Tom Jones hires.", "Tim Jones pays, his brother."),
        ("We know our Leadership Principles.", "Each Leadership Principle counts."),
        ("Data Engineer or Date Engineer.", "Senior Engineer and Senior Engineers."),
        ("In South Wales it rains.", "In New South Wales it does not."),
        ("“Ask,” says Tom Field, our data lead.", "“Wait,” says Mr Field in the same talk."),
        ("“Ask,” says Tom Field, head of data.", "“Wait,” says Tom Field, who leads data."),
        ("“Ask,” says Priya Raman, a consultant in Leeds.", "“Wait,” says Priya Raman, consultant."),
        ("“Ask,” says Jo Lane, CTO of a bank.", "“Wait,” says Jo Lane, a former tester."),
        ("“Ask,” says her manager.", "“Wait,” says his manager."),
    ],
)
def test_other_people_and_the_same_in_other_words_pass(one, other):
    assert told(one, other) == []

"""Claims, groups, answers and contradictions by their shape, in whatever words; and what has only the same look."""

from datetime import date

import pytest

from articles.document import Document, Figure, Image, KeyTakeaways, QuestionAnswer, Text
from articles.gate.checks import CHECKS
from articles.gate.context import SiteContext
from articles.gate.prose.document_text import DocumentText

SITE = SiteContext(today=date(2026, 11, 26))


def found(*blocks, names):
    guide = DocumentText(Document(blocks=blocks))
    return [finding.check for check in CHECKS for finding in check(guide, SITE) if finding.check in names.split()]


def paragraphs(*texts):
    return tuple(Text(html=f"<h2>Part {number}</h2><p>{text}</p>") for number, text in enumerate(texts))


@pytest.mark.parametrize(
    ("check", "text"),
    [
        ("experience-without-a-voice", "We have walked many a contractor through a review."),
        ("experience-without-a-voice", "As former developers ourselves, we read code before we call."),
        ("experience-without-a-voice", "Our consultants once worked as system administrators."),
        ("experience-without-a-voice", "With thousands of placements behind us, we know what lasts."),
        ("observation-without-a-voice", "Hiring managers confess to us that they decide at once."),
        ("observation-without-a-voice", "It is our impression that start-ups hire faster in spring."),
        ("superlative-without-a-source", "There is nothing worse than a late reply."),
        ("superlative-without-a-source", "Scrum is the most misunderstood word in software."),
        ("trend-without-a-source", "Relocation is back in fashion."),
        ("trend-without-a-source", "The gap between London and the north is narrowing."),
        ("law-without-a-source", "A verbal offer is binding."),
        ("law-without-a-source", "Statutory sick pay starts on the fourth day."),
        ("relative-time", "The fee went up the day before yesterday."),
        ("relative-time", "We will publish the new pay guide shortly."),
        ("passed-future", "The clinic opens its doors on 3 February 2025."),
        ("passed-future", "From September 2025, sponsors must file online."),
        ("private-matter", "Mr Adler, our contractor, has been diagnosed with Parkinson’s."),
        ("private-matter", "Jamal Brooks is in the middle of a custody battle."),
        ("discrimination-race", "Polish testers work hard and never complain."),
        ("discrimination-disability", "A designer who is deaf would slow the workshops down."),
        ("discrimination-family", "The panel should find out how many children she has."),
        ("discrimination-family", "The successful manager will be married and settled."),
        ("discrimination-sex", "Engineers are best recruited among men."),
        ("discrimination-age", "Retired engineers should not clog up the shortlist."),
        ("discrimination-looks", "Piercings and dyed hair are a no at this bank."),
        ("discrimination-religion", "Women who cover their hair may not work on reception."),
    ],
)
def test_a_sentence_is_known_by_its_shape(check, text):
    assert found(*paragraphs(text), names=check) == [check]


@pytest.mark.parametrize(
    ("check", "text"),
    [
        ("experience-without-a-voice", "Having seen the play, I thought that I should read it."),
        ("experience-without-a-voice", "We have been doing this for a while."),
        ("observation-without-a-voice", "We see candidates in person or by video."),
        ("observation-without-a-voice", "Some of our team members are featured in a podcast."),
        ("superlative-without-a-source", "A counter-offer changes the salary and leaves the rest."),
        ("superlative-without-a-source", "The largest sum in it can disappear."),
        ("trend-without-a-source", "The office is split over two floors."),
        ("trend-without-a-source", "If salaries are climbing again, ask for more."),
        ("law-without-a-source", "Most agencies ask for a copy of the contract."),
        ("relative-time", "If you apply late in the year, allow more time."),
        ("relative-time", "In the last year of a degree, many apply early."),
        ("passed-future", "The Open Container Initiative started in June 2015, and is open to all."),
        ("private-matter", "The Matrix Revolutions came out in the cinema."),
        ("discrimination-disability", "Blind applicants may need adjustments at the interview."),
        ("discrimination-sex", "Women are under-represented in testing."),
        ("discrimination-age", "Is it something they know well, like their date of birth?"),
    ],
)
def test_a_sentence_of_like_look_passes(check, text):
    assert found(*paragraphs(text), names=check) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Probation lasts three months for all.", "After the six months of probation, notice rises to a month."),
        ("A CV should run to no more than two pages.", "Allow at least four pages for your CV."),
        ("The panel has three members.", "Five people sit on the panel."),
        ("Feedback is given within two days.", "Unsuccessful candidates receive no feedback."),
        ("No degree is needed for any role.", "A degree in computing is a must for each role."),
        ("The umbrella pays on every Friday.", "The umbrella pays on the last day of each month."),
        ("Feedback is given by phone.", "All feedback comes by e-mail."),
        ("The laptop is yours to keep.", "Hand the laptop back on your last day."),
        ("A scrum master reports to the head of delivery.", "Scrum masters report to the finance director."),
    ],
)
def test_two_places_that_cannot_both_be_true_warn_once(one, other):
    names = "number-differs statement-contradicted"
    assert len(found(*paragraphs(one), KeyTakeaways(items=(other,)), names=names)) == 1
    assert len(found(*paragraphs(one, other), names=names)) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Probation lasts three months.", "Probation lasts about three months."),
        ("Probation lasts three months.", "For senior staff probation lasts six months."),
        ("Probation lasts three months.", "Some firms have a probation of six months."),
        ("Probation lasts three months.", "Set aside two hours to write your probation objectives."),
        ("A CV has up to three pages.", "Two pages are enough for a CV."),
        ("The first interview takes an hour.", "The final interview takes two hours."),
        ("The first round is a call of an hour.", "Round one is a call of 60 minutes."),
        ("Feedback is given by phone.", "If the phone is off, feedback comes by e-mail."),
        ("Most never pay a bonus.", "A bonus is paid in April."),
    ],
)
def test_two_places_that_agree_or_speak_of_two_cases_pass(one, other):
    assert found(*paragraphs(one, other), names="number-differs statement-contradicted") == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "“Score first,” says Bronagh Keir, who leads our product desk.",
            "As Ms Keir, a payroll clerk, said, be short.",
        ),
        ("“Be brief,” says Gareth Lowe, who leads the platform team.", "“Ask,” adds Graham Lowe, the platform lead."),
        ("“I failed twice,” recalls Oyin Bello, a tester.", "Ms Adeyemi, the tester quoted above, passed."),
        ("“Ask,” says Aled Morris, a finance director.", "As finance director Alan Morris says, wait."),
    ],
)
def test_a_quoted_person_who_changes_name_or_role_warns(one, other):
    names = "person-in-two-roles person-in-two-spellings"
    assert found(*paragraphs(one, other), names=names) == ["person-in-two-roles"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("“Ask,” says Gareth Lowe, who leads the platform team.", "Mr Lowe, the platform lead, is busy."),
        ("“Ask,” says Gareth Lowe, a tester.", "Gareth Finch, a designer, waits."),
        ("“Ask,” says Ana Costa, head of talent at a bank.", "Ana Costa, the bank’s head of talent, waits."),
    ],
)
def test_a_quoted_person_in_other_words_passes(one, other):
    assert found(*paragraphs(one, other), names="person-in-two-roles person-in-two-spellings") == []


@pytest.mark.parametrize(
    ("asked", "answer", "check"),
    [
        ("How many rounds will there be?", "As many as it takes.", "answer-says-nothing"),
        ("Do I need a degree?", "Maybe, maybe not.", "answer-says-nothing"),
        ("Can I withdraw?", "This is a very common question, and one that many ask.", "answer-says-nothing"),
        ("Who sits on the panel?", "Timesheets are due by noon on Monday.", "answer-to-another-question"),
        ("Can I negotiate my salary?", "Yes, headphones are better in a flat.", "answer-to-another-question"),
        ("Where can I park?", "It is a written plan of what to test.", "answer-to-another-question"),
        ("What does a scrum master do?", "Within two working days, as a rule.", "answer-to-another-question"),
    ],
)
def test_an_answer_that_does_not_answer_warns(asked, answer, check):
    pair = QuestionAnswer(question=asked, answer=f"<p>{answer}</p>")
    assert found(pair, names="answer-says-nothing answer-to-another-question") == [check]


@pytest.mark.parametrize(
    ("asked", "answer"),
    [
        ("When should I mention pay?", "Once the offer is on the table."),
        ("Can I negotiate?", "Yes, most employers expect it."),
        ("What is the fee?", "£40 a month."),
        ("Who decides?", "The hiring manager and one engineer."),
        ("Why wait?", "Because the panel has to meet."),
    ],
)
def test_an_answer_of_few_words_passes(asked, answer):
    pair = QuestionAnswer(question=asked, answer=f"<p>{answer}</p>")
    assert found(pair, names="answer-says-nothing answer-to-another-question") == []


def pictures(*alts):
    image = "pictures/desk{}.webp"
    return [Figure(image=Image(name=image.format(n), width=1600, height=900), alt=alt) for n, alt in enumerate(alts)]


@pytest.mark.parametrize(
    ("alts", "check"),
    [
        (("A screenshot of a panel with four faces",), "picture-announced"),
        (("The picture above shows a bus stop",), "picture-announced"),
        (("Accepting a counter-offer could cost you thousands",), "picture-argued"),
        (("scrum jobs agile coach jobs salary",), "picture-argued"),
        (("A CV with the dates ringed in red", "A CV, the dates ringed in red"), "picture-words-shared"),
    ],
)
def test_words_of_a_picture_that_do_not_describe_it_warn(alts, check):
    assert found(*pictures(*alts), names=check) == [check]


@pytest.mark.parametrize(
    ("alts", "check"),
    [
        (("A cable that leads to a bookcase",), "picture-argued"),
        (("Screenshot of the GitHub Actions page with one failed job",), "picture-announced"),
        (("A desk by a window", "A door by a window"), "picture-words-shared"),
    ],
)
def test_words_that_describe_a_picture_pass(alts, check):
    assert found(*pictures(*alts), names=check) == []

"""Words that are spelt right and are not what was meant; articles and verbs that do not agree."""

from datetime import date
from html import escape

import pytest

from articles.document import Document, Text
from articles.gate.checks.spelling import agreement, indefinite_articles, real_words
from articles.gate.context import SiteContext
from articles.gate.findings import Level
from articles.gate.prose.document_text import DocumentText

SITE = SiteContext(today=date(2026, 11, 24))
CHECKS = (*real_words.CHECKS, *agreement.CHECKS, *indefinite_articles.CHECKS)


def guide(text):
    return Document(blocks=(Text(html=f"<p>{escape(text, quote=False)}</p>"),))


def findings(text):
    found = [finding for check in CHECKS for finding in check(DocumentText(guide(text)), SITE)]
    assert {finding.level for finding in found} <= {Level.WARNS}
    return found


@pytest.mark.parametrize(
    ("check", "text", "right"),
    [
        ("wrong-word", "Ask are office for help.", "Ask our office for help."),
        ("wrong-word", "You are never to old to learn.", "You are never too old to learn."),
        ("wrong-word", "She was lead into the room by a clerk.", "She was led into the room by a clerk."),
        ("wrong-word", "There are better offers then this.", "There are better offers than this."),
        ("wrong-word", "Who’s laptop is this?", "Whose laptop is this?"),
        ("wrong-word", "The roll of a tester is varied.", "The role of a tester is varied."),
        ("wrong-word", "We past the building twice.", "We passed the building twice."),
        ("wrong-word", "The hiring manger decides.", "The hiring manager decides."),
        ("wrong-word", "They could of asked earlier.", "They could have asked earlier."),
        ("wrong-word", "Ask you manager first.", "Ask your manager first."),
        ("wrong-word", "He excepted the offer.", "He accepted the offer."),
        ("wrong-word", "She works in the pubic sector.", "She works in the public sector."),
        ("wrong-word", "The role is based it Leeds.", "The role is based in Leeds."),
        ("wrong-word", "Pay is higher then last year.", "Pay is higher than last year."),
        ("wrong-word", "Your going to be asked.", "You’re going to be asked."),
        ("wrong-word", "Its only fair to ask.", "It’s only fair to ask."),
        ("wrong-word", "They changed it's own rules.", "They changed its own rules."),
        ("wrong-word", "There salaries are lower.", "Their salaries are lower."),
        ("wrong-word", "They gave there main client a day.", "They gave their main client a day."),
        ("wrong-word", "The agency opened it's offices in May.", "The agency opened its offices in May."),
        ("wrong-word", "It will effect your tax.", "It will affect your tax."),
        ("wrong-word", "You may loose the offer.", "You may lose the offer."),
        ("wrong-word", "Work form home on Fridays.", "Work from home on Fridays."),
        ("wrong-word", "The principle engineer decides.", "The principal engineer decides."),
        ("wrong-word", "Please bare with us.", "Please bear with us."),
        ("wrong-word", "A weak later it came.", "A week later it came."),
        ("wrong-word", "Staff moral improved.", "Staff morale improved."),
        ("wrong-word", "Send it buy Friday.", "Send it by Friday."),
        ("wrong-word", "It is paid fro by the sponsor.", "It is paid for by the sponsor."),
        ("wrong-word", "The brief compliments the job advert.", "The brief complements the job advert."),
        ("wrong-word", "We need to higher people.", "We need to hire people."),
        ("wrong-word", "They waved the fee.", "They waived the fee."),
        ("wrong-word", "The first draught is due.", "The first draft is due."),
        ("wrong-word", "She is a soul trader.", "She is a sole trader."),
        ("wrong-word", "Ask your form manager.", "Ask your former manager."),
        ("wrong-word", "There is know need to dress up.", "There is no need to dress up."),
        ("wrong-word", "We where told in May.", "We were told in May."),
        ("wrong-word", "The panel meats every Thursday.", "The panel meets every Thursday."),
        ("wrong-word", "It is due too illness.", "It is due to illness."),
        ("agreement", "The teams is ready.", "The teams are ready."),
        ("agreement", "The recruiter and the manager is here.", "The recruiter and the manager are here."),
        ("agreement", "Does the engineers work at night?", "Do the engineers work at night?"),
        ("agreement", "There were no doubt about it.", "There was no doubt about it."),
        ("agreement", "Many employer ask for a degree.", "Many employers ask for a degree."),
        ("agreement", "These kind of questions help nobody.", "These kinds of questions help nobody."),
        ("agreement", "Candidates that has two offers can choose.", "Candidates that have two offers can choose."),
        ("agreement", "The engineer who fix it left.", "The engineer who fixes it left."),
        ("agreement", "Interviews takes place online.", "Interviews take place online."),
        ("agreement", "She met one of the candidate.", "She met one of the candidates."),
        ("agreement", "Ask every candidates.", "Ask every candidate."),
        ("agreement", "We saw less candidates.", "We saw fewer candidates."),
        ("agreement", "She have two offers.", "She has two offers."),
        ("agreement", "The cost of the tools are high.", "The cost of the tools is high."),
        ("agreement", "It is late and they was told.", "It is late and they were told."),
        ("agreement", "The role require Python.", "The role requires Python."),
        ("agreement", "These role is open.", "This role is open."),
        ("agreement", "There is many reasons.", "There are many reasons."),
        ("agreement", "Each of the engineers have a laptop.", "Each of the engineers has a laptop."),
        ("a-or-an", "An university degree is not needed.", "A university degree is not needed."),
        ("a-or-an", "It takes a hour.", "It takes an hour."),
        ("a-or-an", "Send it to an UK firm.", "Send it to a UK firm."),
        ("a-or-an", "It needs a API and a MBA.", "It needs an API and an MBA."),
        ("a-or-an", "It is a 8-week course.", "It is an 8-week course."),
    ],
)
def test_slips_are_found_and_repaired(check, text, right):
    document = guide(text)
    found = findings(text)
    assert {finding.check for finding in found} == {check}
    for finding in found:
        document = finding.fix(document)
    assert document == guide(right)


@pytest.mark.parametrize(
    "text",
    [
        "Ask first, then this is easy.",
        "The firms that we write to are teams of ten.",
        "They lead into the room.",
        "It is code that I did not write.",
        "The roll of names is kept at the desk.",
        "We come to long meetings with a plan.",
        "She could of course have asked.",
        "Make sure the candidates have time. Should the candidate have time, call.",
        "Let her have two offers. Did she have two offers? I recommend that she have two.",
        "The team are ready, the staff are too, and the news is good. The data are clean; the data is clean.",
        "One of the teams is ready. The list of roles is long. Hiring engineers is slow.",
        "The teams the client is hiring for differ. What the engineers need is time.",
        "This offers more. This tests patience. It starts so that teams can decide.",
        "An hour, a one-off fee, a European, a university, a unanimous vote, a user, an heir, an historic day.",
        "An SQL query, a SQL query, an LLM, an NHS trust, a US firm, an 80% share, an 11-year-old and an npm package.",
        "Plan A is better, and grade A employers know it.",
        "The effect is small; she effected a change. The rate was higher then.",
        "If you finish earlier, then you can go. It was better then.",
        "Its name is older than it looks. If your work is done, go home.",
        "Ask you questions? Send you CV templates? When you manage a team, ask.",
        "It is based, it seems, on guesswork. They based it on a survey.",
        "Loose coupling, a drum roll, a contact form, the principals of the firm, and a dog in the manger.",
        "They were late; where they were, nobody knew. From early to late 2026.",
        "This is known to many people, and they form a team.",
        "“They could of asked,” he said.",
        "A page costs money unless its only purpose is to be deleted.",
        "Open a Unix shell on a PC with an Nvidia card.",
        "Many a candidate asks. One of the engineers who have left rang. Each candidate’s CV is read in three stages.",
        "Is the salary fixed? Do the teams meet? There were a reason and a rule. Why does the company ask?",
        "Several interview panels met; the three candidate profiles were short. Less work, fewer jobs, a bonus.",
        "They walk to and fro. The bear faces us. We buy bread, and all buy the paper. Get past the test first.",
        "A weak answer, the moral of the tale, a site visit, a new height, a higher salary, due to higher costs.",
        "He waved to us. They teamed up with people. A peak in March. The board of directors, bored with it.",
        "He has left to write code, right to the end; it is your right to ask. Everyone accepts the offer.",
        "You get there in no time. If your in-laws call, say so. Your having asked helps. Those you know were there.",
        "The sole of a shoe, a soul singer, a course for engineers, in vain, a tale of two teams, and a pole star.",
        "The practice is private; we practise daily. Weigh your options by the way you live.",
    ],
)
def test_right_sentences_pass(text):
    assert [finding.what for finding in findings(text)] == []

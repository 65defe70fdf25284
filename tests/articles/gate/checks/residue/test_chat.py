"""What an assistant says around its text holds a guide back; plain speech does not."""

import pytest

from articles.document import Quote, Text
from articles.gate.checks.residue.chat import CHECKS
from tests.articles.gate.checks.residue.reading import find, in_paragraph


@pytest.mark.parametrize(
    "text",
    [
        "Done. I’ve tightened the wording and cut two sentences.",
        "You should verify these figures against a current source before posting.",
        "If you share the job advert, I’ll match the tone.",
        "Say the word and I’ll trim it further.",
        "Want a punchier headline?",
        "Shall we move on to the next section?",
        "Certainly! Here’s an introduction for your article.",
        "Don’t forget to replace the dummy names before it goes live.",
        "Here are five headline ideas for your guide.",
        "Here’s a polished version of your draft:",
        "Below is a draft blog post about hiring data engineers.",
        "Here’s the article you asked for.",
        "As an AI, I do not have personal experience.",
        "My knowledge cutoff is January 2024.",
        "I’m sorry, but I can’t help with that request.",
        "Notice is one month. Would you like me to add a table?",
        "Shall I add a table of salaries?",
        "If you’d like, I can add a section on contractors.",
        "Let me know if you’d like any changes.",
        "Feel free to tweak the wording.",
        "Please check the figures before publishing.",
        "(Word count: 640 words)",
        "Regenerate response",
        "Understood – I’ll rewrite it in the style of a contractor.",
        "I’ve kept the paragraphs short; shall I continue with part three?",
        "Please note that I don’t have access to current salary data.",
    ],
)
def test_an_assistant_s_words_are_found(text):
    assert in_paragraph(CHECKS, text) == [("chat-residue", "blocks")]


@pytest.mark.parametrize(
    "text",
    [
        "Great, I’ve changed jobs twice and know the feeling.",
        "If you send us the job advert, we will read it.",
        "Check the spelling before you post your CV.",
        "Just ask, and somebody will help.",
        "I hope this helps with some of the questions that you may have about going freelance.",
        "Here’s how I plan my week, and a sheet you can use if you’d like to join me.",
        "Here you can find a guide to our recruitment workflow.",
        "Make sure you read the rules before posting there.",
        "Ask if you could get a link to your own page and if they could mention your guide.",
        "Here is a summary of the law.",
        "Here are three ways to find out.",
        "Here’s the thing: nobody reads the second page.",
        "Of course, I can only speak for our own desk.",
        "As an AI engineer, I build products on language models.",
        "Let us know if you need a room on the ground floor.",
        "Feel free to bring notes.",
        "If you want, you can call us.",
        "Should I put a photo on my CV?",
        "An answer that opens with “As an AI language model, I cannot” gives it away.",
        "We can also provide references.",
        "Thank you for joining us as a mentor. Here’s a little guide to the sessions.",
        "Of course, let your manager know before you draft the letter.",
        "I’ve written about notice periods before.",
        "Here’s an example of a question with a clear label.",
        "Would you like to work at night?",
        "Note that I don’t say that a degree is useless, only that nobody here asks for one.",
    ],
)
def test_plain_speech_passes(text):
    assert in_paragraph(CHECKS, text) == []


def test_a_list_may_name_books():
    assert in_paragraph(CHECKS, "Thanks for the feedback", "li") == []
    assert in_paragraph(CHECKS, "Thanks for the feedback.", "li") == [("chat-residue", "blocks")]


def test_an_interviewee_may_offer_to_go_on():
    assert find(CHECKS, Quote(text="Would you like me to walk you through it?", source="Siân Hughes")) == []


def test_a_post_that_is_linked_may_be_announced():
    html = '<p>Here is an article about <a href="https://example.org/">notice periods</a>.</p>'
    assert find(CHECKS, Text(html=html)) == []


@pytest.mark.parametrize(
    "text",
    [
        "Be sure you know who may read it before posting.",
        "Below you will find a list of agencies that you could use.",
        "Should I write to one agency or to two? It depends on the role, and on how much time you have.",
        "Please have the author agree in writing before publishing.",
        "I hope this post helps you to see why tests matter.",
        "Here is the updated documentation added this week.",
        "Please discuss your goals with your line manager before uploading them.",
        "Below are three outlines for the blog posts that we write most often.",
        "Say what you like about the boss, but she had a plan.",
        "Let me know if you’d like any further advice.",
        "I hope this helps you to choose.",
        "Let me know which one you prefer in the comments!",
        "Here is a checklist you can use on the morning of the interview.",
        "Do you want an example? Take the login form.",
        "Feel free to adapt it to your own team.",
        "Adapt the tone to suit the firm: a bank expects a plain letter.",
        "This version uses Python 3.12; the earlier one needed 3.9.",
        "You can adapt the wording to suit your own style.",
        "I’ve added a section on pensions since this was first published.",
        "This training is for people who have a basic knowledge of the law.",
        "Here are some yardsticks you can use to size up your current role.",
    ],
)
def test_advice_on_posting_and_sayings_pass(text):
    assert in_paragraph(CHECKS, text) == []

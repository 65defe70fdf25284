"""What a writer was told to write holds a guide back; advice on writing does not."""

import pytest

from articles.document import Text
from articles.gate.checks.residue.prompts import CHECKS
from tests.articles.gate.checks.residue.reading import find, in_paragraph


@pytest.mark.parametrize(
    "text",
    [
        "Act as a senior copywriter and rewrite the text below.",
        "Improve the following paragraph.",
        "Generate ten headlines for a guide about salaries.",
        "Imagine you are a career coach. Give advice on interviews.",
        "Focus keyword: data engineer salary",
        "Tone: warm; audience: hiring managers",
        "Tone of voice: warm, plain",
        "Meta description: How to hire a data engineer in eight weeks.",
        "Image prompt: an office with plants, photorealistic",
        "Word count: 1,200 words",
        "Write a 1,000-word guide on notice periods in British English.",
        "You are a helpful assistant.",
        "Rewrite the paragraph below in a friendlier tone.",
        "Voice: second person, friendly",
        "Never mention AI and keep each paragraph under 60 words.",
        "System: You are a careful editor.",
        "Headline: under 60 characters, keyword first",
    ],
)
def test_instructions_are_found(text):
    assert in_paragraph(CHECKS, text) == [("brief-as-content", "blocks")]


@pytest.mark.parametrize(
    "text",
    [
        "Imagine you are a hiring manager with ten minutes.",
        "Act as a mentor and answer when somebody asks.",
        "Write a short note about the project.",
        "Format: 45 minutes by video call",
        "Role: Senior data engineer",
        "Length: one hour",
        "Tone matters: be friendly, and be brief.",
        "Write a short note about what you built.",
        "Keywords help a search engine to find your CV.",
        "Act as a reference for a colleague only if you can be kind.",
        "Do not include more than one sentence at each bullet point.",
        "Section 2: what the contract says",
        "Use another list of papers, for example payslips (the page includes examples of both).",
    ],
)
def test_advice_on_writing_passes(text):
    assert in_paragraph(CHECKS, text) == []


def test_a_guide_about_prompts_may_show_them():
    html = "<h2>How to write a prompt</h2><p>Prompt: write an introduction for a hiring guide</p>"
    assert find(CHECKS, Text(html=html)) == []


def test_terms_of_a_brief_that_is_explained_or_shown_pass():
    terms = ("Project Name: A clear title.", "Project Goal: What it is for.", "Target audience: Who will use it.")
    shown = ("Project: A thermostat.", "Goal: Lower bills.", "Target audience: Homeowners.", "Problem: Waste.")
    html = f"<ul>{''.join(f'<li>{term}</li>' for term in terms)}</ul>{''.join(f'<p>{line}</p>' for line in shown)}"
    assert find(CHECKS, Text(html=html)) == []
    kept = (
        "Brand – the colours of the firm",
        "Target audience – the firm is for young men",
        "Grid – it keeps things in line",
    )
    assert find(CHECKS, Text(html=f"<ul>{''.join(f'<li>{line}</li>' for line in kept)}</ul>")) == []


def test_a_guide_about_writing_may_say_how():
    told = "<p>Write in plain English and keep sentences short.</p><p>Keep it short, use bullet points and avoid jargon.</p>"
    assert find(CHECKS, Text(html=told), title="How to write a job advert") == []
    assert len(find(CHECKS, Text(html=told), title="Notice periods")) == 2


def test_a_worked_example_has_a_persona():
    told = "<p>Persona: a landlord with two flats.</p>"
    assert find(CHECKS, Text(html=f"<h3>Worked example</h3>{told}")) == []
    assert len(find(CHECKS, Text(html=f"<h3>The year</h3>{told}"))) == 1


def test_terms_that_a_lead_in_announces_pass():
    terms = "<p>Audience: students.</p><p>Tone: warm.</p>"
    assert find(CHECKS, Text(html=f"<p>The brief had two lines:</p>{terms}")) == []
    assert len(find(CHECKS, Text(html=f"<p>The brief was short.</p>{terms}"))) == 2


def test_a_brief_of_several_lines_is_found():
    html = "<p>Title: Hiring a tester</p><p>Target audience: founders</p><p>Word count: 800</p>"
    excerpts = [finding.excerpt for finding in find(CHECKS, Text(html=html))]
    assert excerpts == ["Target audience: founders", "Word count: 800"]

"""A page as it really went live elsewhere, told in our own words with each of its faults kept."""

from datetime import date

import pytest

from articles.document import Document, Figure, FinalTakeaway, Image, Insight, KeyTakeaways, Text
from articles.gate.checks import examine
from articles.gate.checks.wording import encoding
from articles.gate.context import SiteContext
from articles.gate.findings import Level

FACTS = SiteContext(today=date(2026, 11, 24))
TEAM = "One of the benefits of working in one office is that the team can talk in person, as these people do"
SCREEN = "Two people in suits read a paper in front of a large screen of coloured charts."
WORK = """
<h2>What does a machine learning engineer do in a day?</h2>
<h3>Building models</h3>
<p>They turn a trial into a service. The work includes:</p>
<ul><li>writing code, mostly in Python</li><li>wrapping models in services</li></ul>
<h3>Working with teams</h3>
<p>Machine learning engineers speak with many colleagues.</p>
<p>They typically collaborate with:</p>
<p>This keeps the model close to what people need.</p>
"""
PAY = """
<h2>What does a machine learning engineer earn?</h2>
<table><tbody>
<tr><th>Level</th><th>UK salary</th><th>US salary</th></tr>
<tr><td>Junior</td><td>ยฃ40,000 โ€“ ยฃ60,000</td><td>$90,000 โ€“ $120,000</td></tr>
<tr><td>Mid-level</td><td>ยฃ60,000 โ€“ ยฃ90,000</td><td>$120,000 โ€“ $160,000</td></tr>
<tr><td>Senior</td><td>ยฃ90,000 โ€“ ยฃ130,000+</td><td>$160,000 โ€“ $200,000+</td></tr>
</tbody></table>
<p>In our experience, people who can also run the cloud side earn the most.</p>
<p>The role has seen consistent growth in demand over the past 12โ€“24 months.</p>
<p>We offer friendly,ย 360ยฐย recruitment.</p>
"""
FAQ = """
<h2>FAQ</h2>
<p>An intro for your FAQ Section</p>
<p>Yes. The job is a branch of software engineering.</p>
<p>Their work is narrower than that of an AI engineer, who also builds systems of fixed rules.</p>
<p>Yes. Strong programming is needed above all.</p>
<p>It takes patience, since it joins several fields.</p>
"""
SAMPLE = Document(
    slug="what-does-a-machine-learning-engineer-do",
    title="What Does a Machine Learning Engineer Do?",
    standfirst="Machine learning engineers hold one of the most in-demand jobs right now, but how do they spend a day?",
    description="What a machine learning engineer does all day, which skills the work asks for, and what it pays.",
    hero=Figure(image=Image(name="team.webp", width=1600, height=900), alt=TEAM),
    blocks=(
        Text(html="<h2>What does a machine learning engineer do (definition)</h2><p>They make models work.</p>"),
        KeyTakeaways(items=("The job joins engineering and models.", "Demand is increasing as firms adopt AI.")),
        Text(html=WORK),
        Figure(image=Image(name="screen.webp", width=1600, height=900), alt=SCREEN),
        Text(html=PAY),
        Insight(html="<p>In our experience, the gap is not in building models but in running them.</p>"),
        Text(html=FAQ),
        FinalTakeaway(html="<p>The role has become one of the most important in technology.</p>"),
    ),
)
TEXT_OF_PAY = 4


@pytest.fixture(scope="module")
def found() -> dict[str, Level]:
    return {finding.check: finding.level for finding in examine(SAMPLE, FACTS)}


@pytest.mark.parametrize(
    "check",
    [
        "placeholder",
        "dangling-lead-in",
        "answers-without-questions",
        "damaged-characters",
        "unsourced-salaries",
        "experience-without-a-voice",
        "insight-without-speaker-or-date",
    ],
)
def test_the_page_is_held_back(found: dict[str, Level], check: str) -> None:
    assert found.get(check) is Level.BLOCKS


@pytest.mark.parametrize(
    "check",
    [
        "picture-argued",
        "superlative-without-a-source",
        "trend-without-a-source",
        "relative-time",
        "heading-repeated",
        "headings-in-two-cases",
    ],
)
def test_the_page_is_warned_of(found: dict[str, Level], check: str) -> None:
    assert found.get(check) is Level.WARNS


def test_every_damaged_run_is_put_right_by_the_repair_on_offer() -> None:
    repaired = encoding.repaired(SAMPLE)
    assert isinstance(text := repaired.blocks[TEXT_OF_PAY], Text)
    for right in (
        "£40,000 – £60,000",
        "$160,000 – $200,000+",
        "£90,000 – £130,000+",
        "12–24 months",
        "friendly, 360° recruitment",
    ):
        assert right in text.html
    assert "damaged-characters" not in {finding.check for finding in examine(repaired, FACTS)}

"""Dates are days of the calendar, and what they say of now and later is still so."""

from datetime import date

import pytest

from articles.document import Document, Text
from articles.gate.checks.dates import impossible_dates, passed_futures, stale_years
from articles.gate.context import SiteContext
from articles.gate.findings import Level, Place
from articles.gate.prose.document_text import DocumentText

FACTS = SiteContext(today=date(2026, 11, 26))
CHECKS = (*impossible_dates.CHECKS, *passed_futures.CHECKS, *stale_years.CHECKS)


def findings(text):
    guide = DocumentText(Document(title="A guide", blocks=(Text(html=f"<p>{text}</p>"),)))
    return [finding for check in CHECKS for finding in check(guide, FACTS)]


def said(text):
    return [finding.check for finding in findings(text)]


# Days that are none


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("The deadline is 31 June 2027.", "There is no “31 June 2027”."),
        ("The pay is due on 32 December.", "There is no “32 December”."),
        ("Start on 29 February 2027.", "There is no “29 February 2027”."),
        ("On the 31st of June, we close.", "There is no “31st of June”."),
        ("April 31 is the last day.", "There is no “April 31”."),
        ("It starts on 2027-02-30.", "There is no “2027-02-30”."),
        ("Report by 2027-13-01.", "There is no “2027-13-01”."),
        ("Send it by 31/06/2027.", "There is no “31/06/2027”."),
        ("Please reply by 31 Sept.", "There is no “31 Sept.”."),
        ("Meet on Tuesday 11 December 2026.", "“Tuesday 11 December 2026” is a Friday."),
        ("The call is at 25:00.", "No clock shows “25:00”."),
        ("The meeting is at 14:75.", "No clock shows “14:75”."),
    ],
)
def test_a_day_or_time_that_there_is_not_warns(text, what):
    (finding,) = findings(text)
    assert (finding.check, finding.level, finding.place, finding.what) == (
        "impossible-date",
        Level.WARNS,
        Place(block=0, field="html"),
        what,
    )


@pytest.mark.parametrize(
    "text",
    [
        "Start on 29 February 2028, or on any 29 February.",
        "Meet on Friday 11 December 2026.",
        "Meet on Friday 11 December.",
        "It was 12/31/2026 in America and 31/12/2026 here.",
        "The office opens at 09:30 and the backup runs at 24:00.",
        "The ratio is 16:90.",
        "In March 30 people applied, and 40 may come.",
        "May 2026 brought 31 adverts.",
        "It took 75 minutes, from 14:30 to 15:45.",
        "The tax year 2026/27 begins on 6 April 2026.",
    ],
)
def test_days_and_times_that_there_are_pass(text):
    assert said(text) == []


# Futures that have passed


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("Next year, 2025, the levy goes up.", "2025"),
        ("Next year (2026) the levy goes up.", "2026"),
        ("From April 2024 the rules will change.", "April 2024"),
        ("We plan to open in Leeds in early 2024.", "early 2024"),
        ("The event takes place on 12 May 2025.", "12 May 2025"),
        ("By the end of 2025 we expect to hire ten people.", "2025"),
        ("The survey will be published in September 2025.", "September 2025"),
        ("Applications close on 1 March 2026.", "1 March 2026"),
        ("The new rules come into force in April 2026.", "April 2026"),
        ("The upcoming 2025 budget may change this.", "2025"),
        ("Employers have until 30 June 2026 to comply.", "30 June 2026"),
        ("The deadline is 31 January 2026.", "31 January 2026"),
        ("Join us at the careers fair on 3 March 2026.", "3 March 2026"),
        ("Apply by 1 June 2026.", "1 June 2026"),
        ("We’ll publish the report in autumn 2024.", "autumn 2024"),
        ("Later in 2025 we will open a second desk.", "2025"),
        ("Doors open at 6 on 12 May 2025.", "12 May 2025"),
        ("The offer is open until the end of May 2026.", "end of May 2026"),
        ("Tickets go on sale on 2 February 2026.", "2 February 2026"),
        ("The next intake is in September 2025.", "September 2025"),
    ],
)
def test_a_future_that_has_passed_warns(text, when):
    (finding,) = findings(text)
    assert (finding.check, finding.level, finding.excerpt) == ("passed-future", Level.WARNS, text)
    assert finding.what == f"“{when}” has passed, and the text speaks of it as to come."


@pytest.mark.parametrize(
    "text",
    [
        "From 6 April 2027, the rules will change.",
        "The rules will change by the end of 2026.",
        "The deadline is 26 November 2026.",
        "The rules came into force on 6 April 2021.",
        "In 2015, the government said that it would bring in the levy by 2017.",
        "The ministry announced in 2024 that the levy will rise.",
        "Somebody who started in 2019 will know the old system.",
        "If you joined before 6 April 2024, you will keep the old terms.",
        "Since April 2026, agencies are liable.",
        "We will repay the price of any railcard bought from April 2024 onwards.",
        "The survey of 2024 will help you compare.",
        "The role grew between 2015 and 2020, and will grow again.",
        "He joined us on 3 March 2026.",
        "Apply by 1 June 2027.",
        "The offer was open until May 2026.",
        "The story begins in 2019.",
        "A plan such as “we will open in 2024” is out of date.",
        "By April 2026 we will have been here for ten years.",
    ],
)
def test_what_is_still_to_come_and_history_pass(text):
    assert said(text) == []


# Years that are not the newest


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("This year (2023) we placed more people.", "This year (2023"),
        ("As of 2018, most teams use it.", "As of 2018"),
        ("The latest figures, from 2020, show a rise.", "The latest figures, from 2020"),
        ("The current tax year, 2022/23, ends in April.", "current tax year, 2022/23"),
        ("Our new 2022 salary guide is out.", "Our new 2022 salary guide"),
        ("The 2021 report is the newest there is.", "2021 report is the newest"),
        ("Now, in 2023, most firms are hybrid.", "Now, in 2023"),
        ("This year’s survey (2023) had 400 answers.", "This year’s survey (2023"),
        ("At the moment (2022) we have no vacancies.", "At the moment (2022"),
        ("Prices are correct as of March 2022.", "correct as of March 2022"),
        ("In 2023, the minimum wage is £10.42.", "In 2023, the minimum wage is"),
        ("New for 2024: paid trials.", "New for 2024"),
        ("Updated for 2022.", "Updated for 2022"),
        ("It is already 2023, and few firms have a policy.", "It is already 2023"),
        ("This spring (2022) we moved offices.", "This spring (2022"),
        ("As we head into 2023, budgets are tight.", "As we head into 2023"),
        ("In 2025 so far, nobody has left.", "In 2025 so far"),
        ("To date in 2025, two courses have run.", "To date in 2025"),
        ("2024 is well under way, and the bands hold.", "2024 is well under way"),
        ("The latest poll of testers, conducted in 2021, has 80 answers.", "latest poll of testers, conducted in 2021"),
        (
            "The most recent handbook, released in spring 2020, names the bands.",
            "most recent handbook, released in spring 2020",
        ),
        ("Version 4, published in 2019, is still the newest release.", "published in 2019, is still the newest"),
    ],
)
def test_an_old_year_given_as_the_newest_warns(text, words):
    (finding,) = findings(text)
    assert (finding.check, finding.level) == ("stale-year", Level.WARNS)
    assert finding.what == f"“{words}” is years ago, and is given as the newest."


def test_the_survey_with_the_newest_bands_is_too_old():
    assert said("Our 2020 salary survey has the newest bands.") == ["stale-year"]


@pytest.mark.parametrize(
    "text",
    [
        "This year (2026) we placed more people.",
        "The current tax year, 2026/27, ends in April.",
        "Our latest survey (2025) asked 500 people.",
        "As of November 2026, the fee is £300.",
        "As of 2024, it was still rare.",
        "The Data Protection Act 2018 is the current law.",
        "The ISO 27001:2022 standard is the current one.",
        "The current version of the 2018 Act is online.",
        "From 2019 to 2023, most of the latest tools were free.",
        "The best offer of 2019 was not the highest.",
        "The 2019 report is still the most thorough that we know.",
        "In 2021, the law was changed.",
        "This year’s survey asked 500 people, and that of 2023 asked 400.",
        "A phrase such as “the latest figures, from 2020,” ages badly.",
        "It is now 2026, and few firms have a policy.",
        "So far in 2026, nobody has left.",
        "The latest poll, conducted in 2025, has 80 answers.",
        "The code published in 2019 was replaced by a newer one in 2025.",
        "The latest models find faults that tests released in 2019 miss.",
        "In 2024 she had so far written two books.",
    ],
)
def test_this_year_last_year_and_history_pass(text):
    assert said(text) == []

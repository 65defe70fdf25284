"""A word is found however the guide and the reader write it, on both databases, and the whole word is marked."""

from importlib import import_module

import pytest
from django.test import Client

from articles.language.stemming import stem
from articles.models import SynonymGroup
from articles.search.results import find
from tests.articles.search.test_search import marked, publish_short, slugs

pytestmark = pytest.mark.django_db
FIRST_SYNONYMS = import_module("articles.migrations.0011_search_by_stems").SYNONYMS

ABBREVIATIONS = [
    "CV",
    "LLM",
    "GPU",
    "KPI",
    "CTO",
    "DBA",
    "SRE",
    "VM",
    "QA",
    "SLA",
    "PDF",
    "PhD",
    "SDK",
    "NGO",
    "PM",
    "BA",
    "ML",
    "SME",
    "GP",
    "HR",
    "RFC",
    "PC",
    "TV",
    "QC",
    "DJ",
    "MVP",
    "PR",
    "FTE",
    "API",
    "UX",
    "CEO",
    "URL",
]


@pytest.fixture(autouse=True)
def synonyms():
    """Those of a new site. A test that empties all tables takes along what migrations stored."""
    for words in FIRST_SYNONYMS:
        SynonymGroup.objects.get_or_create(words=words)


def test_singular_and_plural_of_abbreviations_find_each_other():
    publish_short("one", "One", f"<p>{' '.join(ABBREVIATIONS)}</p>")
    publish_short("many", "Many", f"<p>{' '.join(f'{name}s' for name in ABBREVIATIONS)}</p>")

    both = {"one", "many"}
    found = {asked: set(slugs(f'"{asked}"')) for name in ABBREVIATIONS for asked in (name.lower(), f"{name.lower()}s")}

    assert {asked for asked, guides in found.items() if guides != both} == set()


@pytest.mark.parametrize(
    ("written", "asked", "mark"),
    [
        ("Send an e-mail now", "email", ["e", "mail"]),
        ("Send an email now", "e-mail", ["email"]),
        ("Send an email now", "e mail", ["email"]),
        ("A full-stack role", "fullstack", ["full", "stack"]),
        ("A fullstack role", "full-stack", ["fullstack"]),
        ("A front end role", "frontend", ["front", "end"]),
        ("A frontend role", "front end", ["frontend"]),
        ("A front‑end role", "frontend developers", None),
        ("A start-up hires", "startups", ["start", "up"]),
        ("We do onboarding", "on-boarding", ["onboarding"]),
        ("Our startup hires", "start up", ["startup"]),
        ("The signup and login pages", "sign up", ["signup"]),
        ("An end-to-end test", "endtoend", ["end", "to", "end"]),
        ("An endtoend test", "end to end", ["endtoend"]),
        ("A dev sec ops team", "devsecops", ["dev", "sec", "ops"]),
        ("A DevSecOps team", "dev-sec-ops", ["DevSecOps"]),
        ("U.K. pay for a Ph.D. in I.T.", "UK PhD", ["U.K", "Ph.D"]),
        ("UK pay for a PhD", "U.K. Ph.D.", ["UK", "PhD"]),
        ("I.T. and IT’s roles", "IT", ["I.T", "IT’s"]),
        ("C♯ and F♯", "c#", ["C♯"]),
        ("IT support roles", "IT", ["IT"]),
        ("IT support roles", "it", ["IT"]),
        ("IT support roles", "information technology", ["IT"]),
        ("Information technology", "IT jobs", None),
        ("Your organisation grows", "organization", ["organisation"]),
        ("Organizations grow", "organisation", ["Organizations"]),
        ("The labour market", "labor market", ["labour", "market"]),
        ("They analyse behaviour", "analyzing behavior", ["analyse", "behaviour"]),
        ("A centre for dialogue", "centers dialog", ["centre", "dialogue"]),
        ("The licence and its programmes", "license program", ["licence", "programmes"]),
        ("Her practice and judgement", "practise judgment", ["practice", "judgement"]),
        ("Enrolment of paediatric staff", "enrollment pediatric", ["Enrolment", "paediatric"]),
        ("Send your résumé", "CV", ["résumé"]),
        ("Write a CV first", "resumes", ["CV"]),
        ("Write a CV first", "curriculum vitae", ["CV"]),
        ("Your curriculum vitae", "CVs", ["curriculum", "vitae"]),
        ("Pay of £40,000", "40k", ["40,000"]),
        ("Pay of £40k", "£40,000", ["40k"]),
        ("Pay of £40–50k", "40k", ["40"]),
        ("Pay of £42.5k", "42500", ["42.5k"]),
        ("Pay of €60.000", "60k", ["60.000"]),
        ("Pay of £60,000", "€60.000", ["60,000"]),
        ("Pay of £40 000", "£40k", ["40 000"]),
        ("Pay of 40k", "40 000 €", ["40k"]),
        ("They raised £1.2 million", "£1.2m", ["1.2 million"]),
        ("They raised £1,200,000", "£1.2 million", ["1,200,000"]),
        ("In 2026 100 people", "100", ["100"]),
        ("re\u00adcruit\u00adment", "recruitment", ["re\u00adcruit\u00adment"]),
        ("recruitment", "re\u00adcruit\u00adment", ["recruitment"]),
        ("It hap\u200bpens", "happens", ["hap\u200bpens"]),
        ("A time\u2060sheet", "timesheet", ["time\u2060sheet"]),
        ("Olúwaṣẹ\u0301gun", "Oluwasegun", ["Olúwaṣẹ\u0301gun"]),
        ("Nguye\u0302\u0303n", "nguyen", None),
    ],
)
def test_other_spellings_are_found_and_marked_whole(written, asked, mark):
    publish_short("guide", "A title", f"<p>{written}.</p>")
    publish_short("other", "Something else")
    if mark is None:
        publish_short("developers", "Developers and jobs")

    results = find(asked)

    found = [hit.slug for hit in results.hits]
    assert "guide" in found
    assert "other" not in found
    if mark is not None:
        assert (found, results.is_partial) == (["guide"], False)
        assert marked(results.hits[0].snippet) == mark


@pytest.mark.parametrize("asked", ["it is", "how is it", '"it"'])
def test_the_common_word_it_is_not_information_technology(asked):
    publish_short("guide", "IT support")

    assert slugs(asked) == []


def test_what_is_quoted_is_looked_for_as_it_stands():
    publish_short("guide", "The frontend")

    assert slugs("front-end") == ["guide"]
    assert slugs('"front end"') == []


def test_words_that_only_look_joined_are_not_found_apart():
    publish_short("guide", "Man and age, so and on")

    assert slugs("manage") == []
    assert slugs("soon") == []


@pytest.mark.parametrize(
    ("written", "asked", "meant"),
    [
        ("Send an email", "e-mial", "email"),
        ("A full-stack role", "full-stakc", "full-stack"),
        ("A frontend role", "front-edn tester", "frontend tester"),
    ],
)
def test_a_suggestion_is_never_half_a_word_beside_a_whole_one(written, asked, meant):
    publish_short("guide", written)

    assert find(asked).suggestion == meant


@pytest.mark.parametrize(
    "spellings",
    ["organise organize organised organizing organiser organizers", "organisation organization organisations",
     "colour color colours colored", "analyse analyze analysing", "centre center centres centered", "modelling modeling",
     "fulfil fulfill", "skilful skillful", "organisational organization", "artefacts artifact", "sceptical skeptical",
     "counsellors counselor", "cheques check", "specialities specialty", "learnt learned", "dialled dialing", "ageing aging", "defence defense", "catalogue catalog"],
)  # fmt: skip
def test_both_spellings_share_a_stem(spellings):
    assert len({stem(word) for word in spellings.split()}) == 1


def test_words_that_differ_keep_stems_that_differ():
    words = [
        "four",
        "for",
        "hour",
        "hire",
        "hear",
        "tour",
        "tor",
        "course",
        "corse",
        "your",
        "yore",
        "user",
        "miser",
        "premise",
        "promise",
        "notice",
        "call",
        "seller",
        "filer",
    ]

    assert len({stem(word) for word in words}) == len(words)


# --- The editors' list of synonyms ---


def test_editors_add_synonyms_that_count_from_the_next_search_on(admin_client: Client):
    publish_short("guide", "Devs wanted")
    assert slugs("software engineers") == []

    admin_client.post("/admin/articles/synonymgroup/add/", {"words": "Software engineer,  developer, dev"})

    assert SynonymGroup.objects.filter(words="Software engineer, developer, dev").exists()
    assert slugs("software engineers") == slugs("software engineers wanted") == slugs("developers") == ["guide"]
    assert slugs('"software engineers"') == []


@pytest.mark.parametrize("words", ["", "CV", "CV, cvs , ", "Tester, TESTER!", ",,"])
def test_one_word_alone_has_no_synonyms(admin_client: Client, words):
    page = admin_client.post("/admin/articles/synonymgroup/add/", {"words": words})

    assert (page.status_code, SynonymGroup.objects.filter(words=words).exists()) == (200, False)

"""Wording that favours a race, nationality, origin or first language (Equality Act 2010, section 9)."""

from collections.abc import Iterator

from articles.gate.checks.people.wordings import JUDGED, STEREOTYPE, TURNED_AWAY, worded, wording
from articles.gate.context import SiteContext
from articles.gate.findings import Finding, Level, Rule
from articles.gate.prose.document_text import DocumentText

NATION = (
    r"(?:British|English|Scottish|Welsh|Irish|UK|EU|European|American|Western|Indian|Pakistani|Polish|Romanian|Chinese"
    r"|African|Asian"
    r"|Russian|Ukrainian|Nigerian|Jewish|Arab|Caribbean|white|black|foreign|overseas|local|native|indigenous"
    r"|Eastern European|non-British|non-UK|non-EU)"
)
PERSON = (
    r"(?:candidates?|applicants?|engineers?|developers?|nationals?|citizens?|workers?|people|persons?|staff|men"
    r"|women|talent|colleagues?)"
)

ORIGIN = Rule(
    check="discrimination-race",
    level=Level.WARNS,
    why="Wording that favours a nationality, an origin or a first language is unlawful in nearly every job (Equality Act 2010, sections 9 and 39).",
    advice="Ask for the right to work in the UK, of everybody in the same way.",
)
LANGUAGE = (
    "Say what the language is used for and how well: “fluent written and spoken English, for calls with clients”."
)
WORK = (
    "Ask only for the right to work in the UK, of everybody in the "
    "same way. Where the law limits a post, such as one with security clearance, name the rule."
)
BACKGROUND = "Leave out where people come from, and name the knowledge or the place of work instead."
CLEARED = r"(?![^.]{0,60}\b(?:clearance|security|reserved|vetting|visa|do(?:es)? not need|don[’']t need)\b)"
# Peoples by their names, alone or with a noun after them.
PEOPLES = (
    r"(?:(?:Irish )?(?-i:Travellers?|Gyps(?:y|ies)|Roma)|Asians|Indians|Poles|Eastern Europeans|Africans"
    r"|Germans|Romanians|Ukrainians|Russians|Nigerians|Pakistanis|Bulgarians|Italians|Albanians|Somalis|Arabs"
    r"|Brits|Britons|Americans|foreigners|immigrants|migrants|refugees|asylum seekers"
    r"|foreign(?:-born)? (?:people|workers|staff|candidates|applicants)"
    r"|(?:people|candidates|applicants|families|workers|those|men|women) from (?:Africa|Asia|India|Poland"
    r"|China|Pakistan|Romania|Nigeria|Eastern Europe|abroad|overseas|the Caribbean|the Middle East)"
    rf"|(?:{NATION}|(?-i:Traveller|Gypsy|Roma)) (?:famil(?:y|ies)|people|workers|staff|candidates|applicants|developers|engineers|men|women))"
)
WORDINGS = (
    wording(
        r"(?<!non-)(?<!non )\bnative(?:[- ]level)? (?:\w+ )?speakers?\b|(?<!non-)\bnative[- ]speaking\b"
        r"|\bmother[- ]tongues?\b",
        r"\b(?:English|German|French|Spanish|Welsh) (?:as|is) (?:an?|the|your|their|his|her)? ?(?:first|native"
        r"|only) language\b|\bfirst[- ]language English\b|(?<!non-)(?<!non )\bnative (?:English|German|French)\b",
        r"\b(?:British|English|American|Western)[- ]sounding\b|\bsounds? (?:English|British|foreign)\b|\b(?:without|no"
        r"|not have|free of|free from|neutral|foreign|strong|thick|heavy|English|British|clear)(?: an?"
        r"| any)?(?: foreign| strong| English)? accents?\b(?! on\b)",
        rf"\b(?:Asians|Indians|Poles|Eastern Europeans|Africans|Germans|Romanians|Ukrainians|Russians"
            rf"|Chinese people|Brits|Britons|Americans|foreigners|immigrants|migrants|{NATION} {PERSON}) {STEREOTYPE}"
        r"|\b(?:foreign|regional|northern|Scottish|Welsh|Irish|Indian|Polish|Eastern European) accents?\b"
            r"|\b(?:strong|thick|heavy) accents\b|\b(?:thick|heavy) accent\b|\bspeaks? (?:\w+ )?like (?:an? )?(?:local"
            r"|native|Brit\w*)\b"
        r"|\bEnglish (?:must|should|has to|needs to|to) be (?:your|their|his|her|the|a) (?:first|native|mother"
            r"|only)\b|\b(?:hard|difficult|easy|impossible)[- ]to[- ](?:pronounce|say) names?\b"
            r"|\bnames? (?:that )?(?:\w+ ){0,3}(?:cannot|can[’']t|hard to|struggle to) pronounce\b"
            r"|\bEnglish[- ](?:sounding )?names?\b",
        rf"\b{PEOPLES}(?: (?:and|or) \w+)? (?:\w+ )?{JUDGED}\b|\b{TURNED_AWAY} (?:any |the |CVs (?:from|of) "
            rf"|applications from )?(?:\w+ )?{PEOPLES}\b|\b{PEOPLES} (?:\w+ )?(?:fail|leave early|never speak up|lie"
            rf"|steal)\b",
        rf"\bonly (?:people|those|candidates|applicants|somebody|someone|persons) of (?:\w+ )?{NATION} (?:descent"
            rf"|origin|stock|heritage|blood|parents|background)\b|\bwith (?:an?|any|a strong"
            rf"|a foreign) (?:\w+ )?accent (?:need|should|must|may|cannot|will)\b",
        r"\b(?:Queen|King)[’']s English\b|\baccent[- ]free\b|\b(?:trace|hint) of an accent\b"
        r"|\bsounds? like (?:an? )?(?:local|native|foreigner)\b|\bforeign(?:-sounding)? (?:names?|faces)\b",
        advice=LANGUAGE,
    ),
    wording(
        r"\b(?<!non-)(?:British|UK|EU|English|Irish|European|EEA|US) (?:(?:passport|citizenship)[- ]holders?"
        rf"|passports?|nationals?(?! insurance)|citizens?|citizenship|subjects?|nationality)\b{CLEARED}|\b(?:\w+an"
        rf"|\w+ish|\w+ese|French|Dutch|Czech) nationals\b{CLEARED}",
        r"\bBrits?\b|\bBritons?\b|\bAnglo-Saxons?\b|\bhome-?grown\b(?! (?:talent programme|tool|system|software"
            r"|framework|solution))|\bthe indigenous\b"
        r"|\bsettled (?:here|in (?:the )?(?:UK|Britain|England)) (?:for|since)\b|\b(?:Commonwealth|settled|EU"
            r"|British) (?:citizens?|families|passports?)\b",
        r"\b(?:British|English|Scottish|an? European|white|Caucasian)(?=[.,;]|$)|\b(?:English|Scots|Welsh"
        r"|Irish)(?:m[ae]n|wom[ae]n)\b|\bforeigners\b|\bimmigrants\b|\bmigrants\b",
        r"\b(?:with|has|have|having) (?:an?|any) (?:\w+ )?accents?\b|\bof (?:\w+ )?(?:foreign|mixed|overseas"
            r"|minority|ethnic) (?:origin|descent|background|parentage|race|minorit\w+)\b",
        r"\b(?:overseas|foreign|non-UK|non-EU) (?:candidates?|applicants?|applications?|workers?|nationals?)\b",
        advice=WORK,
        is_asked=True,
    ),
    wording(
        r"\b(?:born|raised|grown up|brought up|educated) (?:and (?:bred|raised) )?(?:in (?:the )?(?:UK|Britain|England"
        r"|Europe|West|United Kingdom)|abroad|overseas|here|this country)\b"
        r"|\b(?:born|raised|gr[eo]wn? up|brought up)(?: and (?:bred|raised|brought up|educated))?,? (?:in|around"
            r"|near) (?-i:[A-Z])|\bborn (?:and|&) bred\b",
        rf"\b{NATION}[- ](?:born|looking|origin|background|descent|heritage|names?)\b|\b(?:looks?|acts?) (?:British"
        r"|English|foreign)\b|\b(?:an?) (?:Western|foreign|British|European) background\b"
        rf"|\bof (?:\w+ )?{NATION} (?:origin|descent|background|stock)\b",
        r"\b(?:British|English|Scottish|Welsh|Irish|European|American|Indian|Polish|Romanian|Chinese|African|Asian"
        rf"|white|black|local|Eastern European) (?:and white|{PERSON})\b{CLEARED}|\blocals\b",
        r"\b(?:Western|foreign|British|European) background\b|\bfor (?:Polish|Indian|Romanian|Chinese|British"
        r"|English) (?:workers|engineers|developers)\b|\b(?:people|candidates|applicants|engineers"
        r"|developers) from (?:\w+ )?(?:Europe|Africa|Asia|India|Poland|abroad|overseas|Pakistan|China|Romania"
        r"|Nigeria)\b",
        advice=BACKGROUND,
        is_asked=True,
    ),
)  # fmt: skip


def favours_an_origin(guide: DocumentText, site: SiteContext) -> Iterator[Finding]:
    yield from worded(guide, ORIGIN, WORDINGS, "“{}” favours people of one origin or first language.")


CHECKS = (favours_an_origin,)

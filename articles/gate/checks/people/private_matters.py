"""Health, family, pay, dismissal or a conviction of a named person.

Health, sexual orientation and belief are special categories of personal data (UK GDPR, article 9), convictions have
article 10; pay and dismissal can harm somebody just as well.
"""

import re
from collections.abc import Iterator

from articles.gate.context import SiteContext
from articles.gate.findings import Finding, Level, Rule
from articles.gate.prose.document_text import DocumentText, Kind, sentences
from articles.gate.prose.patterns import filtered
from articles.gate.prose.words import cut

THING = (
    r"(?:The|This|That|These|Those|Our|Your|Their|His|Her|My|He|She|They|It|We|You|One|Each|Every|Everyone|Everybody"
    r"|Someone|Somebody"
    r"|Anyone|Anybody|Nobody|People|If|When|Where|What|Who|How|Some|Many|Most|Few|Any|All|No|In|On|At|For|And|But|As"
    r"|After|Before|While"
    r"|Although|Because|Since|Under|With|Junior|Senior|Lead|Head|Chief|Data|Machine|Software|Platform|Product|Project"
    r"|Business|Cloud"
    r"|Security|Full|Front|Back|Mobile|Web|Python|Java|Average|Typical|Workers?|Employees?|Employers?|Women|Men"
    r"|Parents|Candidates?|Contractors?"
    r"|United|Great|Northern|North|South|East|West|New|January|February|March|April|June|July|August|September|October"
    r"|November|December)"
)
GIVEN = rf"(?!{THING}\b)[A-Z][a-zà-ÿ’'-]+"
ROLE = (
    r"(?:Engineers?|Developers?|Scientists?|Managers?|Analysts?|Architects?|Consultants?|Designers?|Testers?"
    r"|Officers?|Directors?|Administrators?|Specialists?|Recruiters?|Recruitment|Learning|Technolog\w+|Group|Ltd"
    r"|Limited|Inc|Bank|Office|Act|University|Council|Visa|Leave|Pay|Insurance|Kingdom|Ireland|Service|Revenue)"
)
PERSON = re.compile(
    rf"\b(?:Mr|Mrs|Ms|Miss|Mx|Dr)\.? {GIVEN}(?=[ ,])|\b{GIVEN} (?:[A-Z]\. )?(?!{ROLE}\b){GIVEN}(?:[’']s?)?(?=[ ,])(?! {ROLE}\b)"
)
FIRST = re.compile(
    rf"(?:^|[Cc]andidate |[;:] ){GIVEN}(?=,? (?:who )?(?:is|was|has|had|suffers|earns|took|lost|failed)\b)"
)
NAMES = re.compile(
    r"\b(?:Mr|Mrs|Ms|Miss|Mx|Dr)\.? [A-Z]|\b[A-Z][a-zà-ÿ’'-]+ (?:[A-Z]\. )?[A-Z][a-zà-ÿ]|(?:^|[.;:] "
    r"|andidate )[A-Z][a-zà-ÿ]+,? (?:who )?(?:is|was|ha[sd]"
    r"|suffers|earns|took|lost|failed)\b"
)
ILLNESS = (
    r"(?:depression|anxiety|stress|epilepsy|autism|adhd|dyslexia|diabetes|asthma|cancer|bipolar|schizophrenia"
    r"|arthritis|migraines?|ms|ptsd|burnout"
    r"|breakdown|miscarriage|stroke|heart attack|eating disorder|addiction|(?:drinking|drug|drugs|gambling"
    r"|mental health|health|heart|back) problems?"
    r"|heart condition|long covid|dementia|hiv|abortion|ivf|fertility treatment)"
)  # fmt: skip
TROUBLE = (
    rf"(?:(?:{ILLNESS}|bankruptcy|divorce|separation|conviction|arrest|drinking|gambling|debts|stroke|dismissal"
    rf"|pregnancy|overdose|imprisonment|disability|illness|transition|surgery|chemotherapy))"
)
PAST = r"(?:is|was|has been|had been|got|were|being|is being)"
MATTER = filtered(
    "|".join((
        rf"\b{PAST} (?:\w+ly )?(?:dismissed|sacked|fired|let go|made redundant|laid off|suspended|disciplined|arrested"
        r"|convicted|jailed|bankrupt|evicted)\b",
        r"\b(?:lost|left) (?:his|her|their) (?:last )?job (?:over|because of|after|through) (?:an? )?\w+",
        r"\b(?:has|had|suffers? from|suffered|diagnosed with|recovering from|lives with|treated for|battl\w+|after"
        rf"|with|over|for) (?:an? |the |his |her |severe |chronic )*{ILLNESS}\b",
        r"\b(?:is|was|has been|had been|went|been|goes|currently) (?:\w+ )?(?:off sick|off work|signed off"
        r"|on (?:\w+ )?(?:maternity|sick|paternity|parental|stress|adoption|compassionate) leave"
        r"|pregnant|expecting (?:a|her)|on (?:antidepressants|medication|benefits|methadone)|\w+ months pregnant"
        r"|undergoing \w+|depressed|disabled|blind|deaf|hiv[- ]positive|in a wheelchair|an? (?:\w+ )?(?:alcoholic"
        r"|addict|gambler)|in debt|in rehab|in therapy"
        r"|gay|lesbian|bisexual|transgender|divorced|getting divorced|going through a (?:divorce|separation)|separated"
        r"|ill\b|dying|terminally ill)",
        r"\b(?:takes?|took|taking) (?:\w+ )?(?:sick|maternity|stress|paternity) leave\b|\b(?:going through"
        r"|getting) (?:a |an )?(?:\w+ )?(?:divorced?|separation)\b",
        r"\b(?:until|while|because of|over|during|after|since|through) (?:his|her|their) (?:\w+ )?(?:divorce"
            r"|separation|custody|bankruptcy|trial|surgery|chemotherapy|treatment|breakdown|miscarriage|bereavement)\b",
        r"\bhas (?:an?|one|two|three|four|five|\d) (?:\w+ )?(?:small |young |disabled |sick )?(?:children|child|kids"
        r"|sons?|daughters?|bab(?:y|ies)|sick \w+)\b",
        r"\b(?:earns?|earned|is paid|was paid|gets paid|makes|is on|was on|salary is|salary of|pay is"
        r"|(?:day )?rate is) (?:an? )?(?:(?:basic |annual )?salary of |about |around |just |only |over "
        r"|nearly )?[£$€]\d",
        r"\b(?:has|had) (?:an? )?(?:criminal record|conviction|spent conviction|drinking problem|drug habit"
        r"|county court judgment|poor credit)\b|\bfailed (?:an? |the |his |her )?(?:drugs?|alcohol) test\b"
        r"|\bcame out as\b",
        r"\bexpecting (?:his|her|their) (?:\w+ )?(?:child|baby)\b|\bcaring for (?:his|her|their) (?:\w+ )?\w+"
        r"|\bbecause of (?:his|her|their) (?:criminal record|age|health|illness|conviction|pregnancy)\b|\bhad a baby\b"
        r"|[’']s (?:wife|husband|partner) (?:has )?left\b|\b(?:lost|losing) (?:his|her) (?:driving )?licence\b"
        r"|\bdrink-driving\b|\bfailed (?:his|her|the) probation\b|\bundergoing (?:chemotherapy|treatment|surgery)\b"
        rf"|\b(?:his|her|their) (?:(?:wife|husband|partner|mother|father|brother|sister|son|daughter|mum"
            rf"|dad)[’']s )?(?:\w+ )?(?:{TROUBLE}|custody (?:case|battle)|prison sentence|sentence|trial|transplant"
            rf"|breakdown|visa refusal|marriage|overdraft)\b(?! (?:leave policy|cover))"
        r"|\b(?:waiting for|awaiting|having|needs?|needed|facing|booked in for|due for|recovering from"
            r"|in for) (?:an? |his |her |the )?(?:\w+ )?(?:transplant|operation|surgery|scan|dialysis|biopsy"
            r"|chemotherapy|bypass|trial|court case|court hearing|hip replacement|treatment)\b"
        r"|\b(?:wants out|is leaving his wife|is leaving her husband)\b",
    )),
    re.IGNORECASE,
)  # fmt: skip
# The matter before the name, and what befalls somebody of theirs.
BEFORE_NAME = filtered(
    rf"\b(?:since|after|before|because of|due to|following|with|during|despite|over|through|given"
    rf"|owing to) (?:his|her|their) (?:\w+ )?{TROUBLE},? (?P<name>{{person}})".format(
        person=r"(?-i:[A-Z][a-zà-ÿ’'-]+ [A-Z][a-zà-ÿ’'-]+)"
    ),
    re.IGNORECASE,
)
RELATIVE = r"(?:wife|husband|partner|mother|father|mum|dad|son|daughter|child|children|brother|sister|baby|girlfriend|boyfriend|marriage|parents?)"
OF_THEIRS = re.compile(
    rf"^(?:[’']s?)? (?:\w+ )?{RELATIVE} (?:\w+ )?(?:has|have|had|is|are|was|were|broke|died|suffers?|left"
    rf"|lives? with|needs?|got)\b(?! (?:a (?:job|dog|friend)|the|an? (?:developer|engineer|teacher)))"
    rf"[^.;]{{0,30}}?(?:\b{ILLNESS}|leukaemia|tumour|fibrosis|syndrome|sclerosis|palsy|disease|disorder"
    rf"|special needs|arrested|sentenced|expecting|pregnant|ill\b|sick|disabled|down|died|dying|in (?:hospital"
    rf"|prison|care|rehab)|carer)",
    re.IGNORECASE,
)
TROUBLED = filtered(
    "|".join((
        # “fell pregnant”, “is trying for a baby”, “lost her baby”, “was given three months to live”
        r"\b(?:fell|falls|became|got|gets) (?:pregnant|ill|sick|depressed|homeless|bankrupt|into debt|behind)\b"
            r"|\b(?:trying|tried) for (?:an? |another )?(?:baby|child)\b|\b(?:lost|losing|adopted|adopting"
            r"|fostering) (?:her|his|their|an?) (?:\w+ )?(?:baby|child|son|daughter|husband|wife|partner|mother|father"
            r"|parents)\b",
        r"\b(?:months|weeks|years) to live\b|\bin the middle of an? (?:\w+ )?(?:battle|divorce|dispute|trial|case"
            r"|breakdown|custody \w+|tribunal)\b|\b(?:custody|divorce|court|legal) (?:battle|fight|case|hearing"
            r"|dispute)\b",
        # “was made bankrupt”, “was being bullied”, “has been charged with …”
        r"\b(?:is|was|were|has been|had been|being|got) (?:\w+ly |twice |once |recently |being )*(?:made bankrupt"
            r"|declared (?:bankrupt|insolvent)|bullied|harassed|assaulted|beaten|stalked|abused|sectioned|hospitalised"
            r"|deported|evicted|sued|charged with|cautioned for|fined for|accused of|caught (?:stealing|drinking|lying"
            r"|with)|investigated|demoted|blackmailed|cleared of|sacked|fired|jailed|imprisoned|sentenced|arrested"
            r"|convicted|struck off|turned down for a mortgage|refused (?:a visa|asylum)|widowed|orphaned"
            r"|hiv[- ]positive|addicted|sober)\b",
        r"\b(?:diagnosed|living|born|struggling|coping|ill|down|treated|off) with (?!an? (?:team|job|role|deadline"
            r"|manager|client)\b)(?:an? |the )?(?-i:[A-Z][\w’]+|[a-z-]+ (?:disease|disorder|syndrome|cancer|fibrosis"
            r"|sclerosis|palsy|failure|condition|tumour))\b|\b(?:has|have|had|with) (?:an? "
            r"|been diagnosed with )?(?:\w+ )?(?:cystic fibrosis|(?:Crohn|Parkinson|Alzheimer|Hodgkin|Huntington"
            r"|Down)[’']?s?(?: disease| syndrome)?|multiple sclerosis|lupus|psoriasis|endometriosis|coeliac disease"
            r"|sickle cell|fibromyalgia|colitis|hepatitis|tuberculosis|leukaemia|a heart condition|a colostomy"
            r"|an eating disorder|a learning disability|cerebral palsy|kidney failure|a stroke|a seizure|a fit"
            r"|a hysterectomy|a termination|an abortion)\b",
        r"\b(?:is|was|has been) (?:an? )?(?:recovering |former |known |functioning |ex-)*(?:alcoholic|addict"
            r"|drinker|drug user|gambler|convict|offender|prisoner|asylum seeker|illegal immigrant|single mother"
            r"|surrogate|carer for)\b|\b(?:attempted|attempt at|thought of) suicide\b|\b(?:tried to"
            r"|wanted to) kill (?:himself|herself)\b|\bself-harm\w*\b|\b(?:has|had) (?:\w+ )?(?:affair|overdose"
            r"|nervous breakdown|hot temper|drink problem|points on (?:his|her) licence|unpaid debts?|rent arrears"
            r"|county court judg)\b",
        r"\b(?:his|her|their) (?:wages|salary|pay) (?:\w+ )?docked\b|\b(?:behind (?:on|with)|in arrears (?:on"
            r"|with)|defaulted on) (?:his|her|their|the) (?:\w+ )?(?:rent|mortgage|loan|debts?|payments|maintenance)\b"
            r"|\b(?:his|her) (?:wife|husband|partner|girlfriend|boyfriend) (?:has )?(?:left|died|walked out|cheated"
            r"|threw)\b|\b(?:overstayed|outstayed) (?:his|her) visa\b|\b(?:tested|testing) positive\b|\b(?:sleeps?"
            r"|sleeping|lives?|living) (?:rough|in (?:his|her|a) car|in a (?:hostel|refuge|shelter))\b",
        rf"\b(?:takes?|took|taking|is on|was on|needs?|put on) (?:\w+ )?(?:tablets|pills|medication|antidepressants"
            rf"|drugs|insulin|methadone|lithium|injections|dialysis|chemotherapy)\b|\b(?:panic attacks?|miscarried"
            rf"|relapsed|self-medicat\w+|transitioned|broke down in tears|collapsed at (?:work|his|her))\b"
            rf"|\bafter (?:his|her|their) (?:\w+ )?{TROUBLE}\b",
    )),
    re.IGNORECASE,
)  # fmt: skip
HARD_FACTS = re.compile(
    r"\b(?:went|is|was|been|declared) bankrupt\b|\b(?:owes|owed) (?:\w+ )?[£$€]\d|\b(?:years?|months?|time"
    r"|term) in (?:prison|jail)\b|\bserved (?:\w+ ){1,3}(?:prison|jail|sentence)|\bmultiple sclerosis\b"
    r"|\bleukaemia\b|\b(?:has|had) (?:an? )?tumour\b",
    re.IGNORECASE,
)
REACH = 90  # characters from the name to the matter
TOLD = re.compile(r"\b(?:says|said|writes|explains|recalls|author|actor|president|minister|tribunal|v)\b")

PRIVATE = Rule(
    check="private-matter",
    level=Level.WARNS,
    why="Health, family, pay and the end of a job are a person’s own; publishing them may harm the person and break the law (UK GDPR, articles 6 and 9).",
    advice="Leave the name out and change what gives the person away, or publish it only with their written consent.",
)


def private_matter(guide: DocumentText, site: SiteContext) -> Iterator[Finding]:
    for passage in guide.passages:
        if passage.kind in (Kind.HEADING, Kind.TITLE) or not NAMES.search(passage.text):
            continue
        for sentence in sentences(passage.text):
            if (name := _in_trouble(sentence)) and not TOLD.search(sentence):
                yield PRIVATE.found(passage.place, f"This tells of a private matter of {name}.", excerpt=cut(sentence))


def _in_trouble(sentence: str) -> str:
    """Whose private matter the sentence tells; empty where it tells none."""
    if match := BEFORE_NAME.search(sentence):
        return match["name"]
    person = PERSON.search(sentence) or FIRST.search(sentence)
    after = sentence[person.end() :][:REACH] if person else ""
    is_theirs = person and OF_THEIRS.search(sentence[person.end() - 2 if person[0].endswith("’s") else person.end() :])
    if person and (MATTER.search(after) or TROUBLED.search(after) or HARD_FACTS.search(after) or is_theirs):
        return person[0].strip(";: ").removesuffix("’s")
    return ""


CHECKS = (private_matter,)

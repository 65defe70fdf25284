"""Names that stand for nobody: “Name Surname”, “Jane Q. Sample, Director, Client Company”, “Acme Ltd”."""

import re

from articles.gate.prose.document_text import DocumentText, Kind, Passage
from articles.gate.prose.patterns import filtered

NAME = filtered(
    r"\b(?:First ?[Nn]ame (?:Sur|Last) ?[Nn]ame|Name Surname|(?i:firstname|forename) (?i:lastname|surname)|First Last(?=,)"
    r"|(?:Agency|Applicant|Author|Brand|Candidate|Client|Colleague|Company|Consultant|Contact|Customer|Employee|Employer|Event|Firm|Full"
    r"|Guest|Interviewer|Job|Last|Manager|Person|Product|Recipient|Recruiter|Role|School|Speaker|Team|University) Name(?= [a-z]|,|[.”]|$| (?:Ltd|Limited|PLC)\b)"
    r"|\b(?:Firstname|Lastname|Forename)(?= [a-z])|^(?:Surname|Lastname|Last name), (?:Forename|First ?name)$"
    r"|Your (?:Company|Business|Organisation|Brand|Agency|Firm|Name|Logo|Product|City|Town"
    r"|Team)(?: Name)?(?: Ltd| Limited)?(?= [a-z])|Your (?:[A-Z]\w+ ){1,2}Here"
    r"|A(?:CME|cme) (?:Co|Company|Corp(?:oration)?|Inc|Ltd|Limited|PLC|Group|Agency|Industries|Recruit(?:ment"
    r"|ers|ing)|Consult(?:ing|ants|ancy)|Software|Systems|Solutions|Tech(?:nology|nologies)?|Digital|Staffing"
    r"|Talent)|(?:Company|Client|Candidate|Customer|Employer|Agency)(?:Name|Co|Corp|X)"
    r"|Full Name, (?:Role|Job Title|Title)|(?:Person )?Name, (?:Role|Job Title|Title)(?:, Company)?(?=[.,]?$)|Full [Nn]ame here|Job Title, Company"
    r"|(?<=\w, )Job [Tt]itle(?=$|,)|Name Here|\b(?:Mr|Mrs|Ms|Mx|Dr) (?:Surname|Lastname|Name)|Company XYZ"
    r"|(?:ABC|XYZ) (?:Company|Ltd|Limited|Corp(?:oration)?)(?= [a-z]))(?![\w-]| [A-Z]\w+ [A-Z])"
)
# Names that stand for nobody and no firm, where somebody is named: a by-line, a company’s legal form, a speaker.
NOBODY = re.compile(
    r"(?:^(?:[Bb]y|[Ww]ords(?: by)?:?|[Ww]ritten by|[Aa]uthor:) |[–—-] ?|\b[Ss]ays |[”\"] ?)(?:A\. ?N\. Other"
    r"|N\. ?E\. ?Body|(?:Jane|John) (?:Doe|Q\.? Public)|Joe Bloggs|Joe Blow|Author Name|A (?:Client|Customer"
    r"|Candidate)(?=,))(?![\w-])"
    r"|\bA\. ?N\. Other\b|\b(?:Widgets?|Foo|Bar|Contoso|Example|Sample(?: Company)?|Dummy|Some Company|Fake"
    r"|Your Company|Test Company)(?: (?:Co|Corp(?:oration)?|Inc|Ltd|Limited|PLC|plc|LLC)\b)\.?"
    r"|\b(?:client|employer|firm|agency|at|for|from|join|with|of) Company [XYZ]\b|\b(?:Client|Candidate"
    r"|Employer|Company|Consultant) (?:[A-Z]\. )?Name(?= [a-z])|^(?:Jane|John) (?:Doe|Smith"
    r"|Bloggs), [A-Z][\w ]{3,40}$|\b(?:Mr|Mrs|Ms|Dr) (?:A\.?|B\.?) (?:Sample|Example|Nother)\b"
    r"|(?:\bto |\bat |\bjoin(?:ing)? |\bwith )Your (?:Company|Agency|Firm|Organisation|Business)(?: Name)?(?=[,.!;]|$)"
)
SAMPLE = r"(?:Sample|Example|Test|Dummy|Fake|Placeholder|Mock|Generic|Fictional|Bogus|Any|Some)"
FIRM = (
    r"(?:Client|Company|Customer|Employer|Agency|Firm|Corp(?:oration)?|Organisation|Organization|Business"
    r"|Startup|Start-up|Bank|Ltd|Limited|Plc|plc|Inc|Co)"
)
PERSON = r"(?:Candidate|Person|Employee|Applicant|Speaker|Consultant|Recruiter|Interviewee|Interviewer|Developer|Engineer|Manager|Author|Contractor)"
ROLE = r"(?:Your |Their |Job )?(?:Role|Title|Job Title|Position|Company|Organi[sz]ation|Client|Employer|Department|Company Name|Team)"
# Somebody or a firm whose name is a kind of thing: “Test Candidate”, “Jane Q. Sample”, “Speaker One, Company One”, “Role,
# Company”. “Test Manager” is a job.
KIND_OF = filtered(
    rf"\b(?!Test (?:Manager|Engineer|Developer|Consultant|Author)){SAMPLE} (?:{FIRM}|{PERSON}|Name|Street|Town"
    rf"|City|Surname)\b(?! [A-Z]|[’']s [A-Z])|\b(?:Client|Acme"
    rf"|ACME|Customer) (?:Company|Client|Bank|Corp|Ltd|plc)\b|\b(?:Bigcorp|BigCorp|Megacorp|Anycorp|Anyco"
    rf"|SomeCo|NewCo Ltd|Anytown|Anyville|Sometown|AN1 1AA|AA1 1AA)\b"
    rf"|\b(?:ABC|XYZ|123) {FIRM}\b|\b(?:\d+ )?(?:Any|Some|Sample|Example|Your) (?:Street|Road|Lane|Avenue|Town"
    rf"|City|County)\b|\b(?:Insert|Enter|Add|Type) (?:Name|Surname|Company|Client|Role|Job Title|Title)(?=,|$)"
    rf"|^Name(?: Here)?, (?:Job Title|Role|Position|Company|Director|Manager)(?= Here|,? (?:at |Company)"
    rf"|[,.]?$)"
    rf"|(?:^|[–—-] ?|\bsays )(?:[Cc]lient|[Cc]andidate|[Cc]ustomer|[Aa]uthor|[Ss]peaker)[’']s? name, [a-z]|\b(?:A|An)\. (?:Person"
    rf"|Body|Name|Customer|Client|Candidate|Sample)\b|\b(?:First|Full) ?[Nn]ame,? (?:Last|Sur"
    rf"|Family) ?[Nn]ame\b|\bXx{{2,}} Xx{{2,}}\b|\b(?:Someone|Somebody|Person) (?:Surname|Name|Lastname)\b"
    rf"|\bat (?:Company|Client|Firm|Employer|Agency) (?:Name|X|Y|Z)\b"
    r"|\b[A-Z][a-z]+ (?:[A-Z]\. ?)?(?:Sample|Lastname|Nobody|Testperson|Testman|Placeholder)\b(?=[,.]| [a-z]"
    r"|$)|\b(?:FIRST|First) ?(?:NAME )?(?:LAST|SURNAME)(?: ?NAME)?\b|\b(?:Mr|Mrs|Ms|Dr|Mx)\.? (?:X+|Xxx+"
    r"|[A-Z]\. [A-Z]\. [A-Z][a-z]+|Someone|Somebody|So-and-so|Placeholder)\b"
    rf"|, {ROLE}, {ROLE}\b|,? ?[–—-] ?{ROLE}, {ROLE}\b|^{PERSON} (?:One|Two|1|2|A|B),|^(?:[Bb]y|[Ww]ritten by"
    rf"|[Pp]osted by) (?:Author|Writer|Staff Member|Contributor|Your Name|First Last)\b\.?$"
    rf"|\((?:(?:use |insert |add )?(?:real|full|actual|correct|client|their|his|her)(?: full)? name(?: here"
    rf"| to come| tbc| needed)?|change name|name changed\?|name\?|name here)\)|\b(?:Joe|John"
    rf"|Jane) Public\b(?!’s)|\bJane Bloggs\b"
    rf"|\b(?:(?:[Tt]he|[Oo]ur|[Aa]) (?:client|firm|employer|company|agency|business),? |(?:at|for|with|by"
    rf"|from) ){FIRM} [A-FXYZ](?=[,.]| [a-z]|$)|(?<![”\"] )[–—-] ?{PERSON} [A-Z1-9](?=,|$)"
)
NOBODY_HINT = filtered(
    r"N\. ?[OE]|Doe|Bloggs|Public|Author Name|Name|\bA C|Widget|Foo |Bar |Contoso|Example|Sample|Dummy|Fake"
    r"|Test Comp|Some Comp|Company [XYZ]|Nother|Your [CAFOB]|^J"
)
FORM_WORDS = filtered(
    r"\b(?:say|suppose|imagine|if|example|such as|hypothetical|fields?|labels?|forms?|headers?|columns?"
    r"|boxe?s?|register\w*|template|enter|choose|fill|click|tick|(?:search|address) bar|drop-?downs?|log ?in)\b",
    re.IGNORECASE,
)
# “Developer 1 … Developer 2”, “from Company A to Company B”: told apart, so they are an example.
TOLD_APART = re.compile(
    rf"\b(?P<whom>{FIRM}|{PERSON}) (?P<which>[A-FXYZ1-9]|One|Two)\b.*\b(?P=whom) (?!(?P=which)\b)(?:[A-FXYZ1-9]|One|Two)\b"
)
ABOUT_NAMES = filtered(
    r"\b(?:suppose|imagine|hypothetical|such as|for example|e\.g|fictional|called|pseudonym|example of|tribunals?|ombudsman|claimants?"
    r"|courts?|judges?|appeal(?:s|ed)?|complain\w*|council)\b",
    re.IGNORECASE,
)
# “your Google Name”; an item “Event Name” by itself is what readers are to send.
OWNED = re.compile(r"\b(?:your|their|his|her|its)\s$", re.IGNORECASE)
# “Save Your Logo” is called so.
CALLED = re.compile(r"\b[A-Z][a-z]+\s$|\bby\s$")
SUBJECT = re.compile(
    r" (?:is|was|has|had|helps?|scheme|campaign|week|day|grants?|exhibition|survey|initiative|programme|project|awards?|app|film|book)\b"
)
LETTERED = re.compile(rf"({FIRM}|{PERSON}) ([A-FXYZ1-9]|One|Two)\b")
WORKED = re.compile(r"[£$€]\d")
LONGEST_OWNER = 12
NAME_HINT = filtered(r"name|job title|XYZ|ABC |First Last|Your [A-Z]|acme ", re.IGNORECASE)
PROSE = (Kind.PARAGRAPH, Kind.ITEM, Kind.LINE, Kind.QUESTION)


def name(passage: Passage, text: str, guide: DocumentText) -> str:
    """The first name that is still to come, or nothing; headings and cells may be about names."""
    if passage.kind not in PROSE or ABOUT_NAMES.search(text):
        return ""
    if TOLD_APART.search(text):
        return ""
    found = NOBODY.search(text) if NOBODY_HINT.search(text) else None
    if not found and not FORM_WORDS.search(text):
        found = KIND_OF.search(text) or (NAME.search(text) if NAME_HINT.search(text) else None)
    if not found or _belongs(text, found) or _is_one_of_two(found[0], guide):
        return ""
    return "" if passage.kind is Kind.ITEM and found[0] == text.strip() and found[0].endswith("Name") else found[0]


def _is_one_of_two(found: str, guide: DocumentText) -> bool:
    """Whether “Candidate A” stands beside a “Candidate B” in the guide."""
    lettered = LETTERED.search(found)
    if not lettered:
        return False
    others = {
        other[2] for passage in guide.prose for other in LETTERED.finditer(passage.text) if other[1] == lettered[1]
    }
    return len(others) > 1


def _belongs(text: str, found: re.Match[str]) -> bool:
    """Whether the words are somebody’s, or go on with a name."""
    if WORKED.search(text):
        return True  # a worked example: “Acme Ltd takes on Sam at £400 a day.”
    before = text[max(0, found.start() - LONGEST_OWNER) : found.start()]
    is_in_name = found[0].startswith("Your ") and CALLED.search(before) and SUBJECT.match(text, found.end())
    return bool(OWNED.search(before) or is_in_name)

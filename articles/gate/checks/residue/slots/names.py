"""What an empty slot is called, whichever marks a template puts around it: “company name”, “start date”, “photo”."""

# Who or what is named there.
PEOPLE = (
    r"(?:name|surname|initials|company|organisation|organization|business|brand|client|customer|candidate|applicant|"
    r"employee|employer|agency|firm|consultant|recruiter|recipient|contact|person|speaker|sponsor|author|interviewer|"
    r"(?:line |hiring )?manager|team name|colleague|job title|job|role|position|department|school|university)"
)
FACTS = (
    r"(?:date|day|month|year|time|amount|sum|figure|number|salary|salary range|pay|rate|price|fee|percentage|per cent|"
    r"city|town|county|country|location|place|venue|address|postcode|e-?mail|phone|telephone|website|url|web address|"
    r"industry|sector|skill|topic|subject|guide title|product|service)"
)
# What is to be put there.
PARTS = (
    r"(?:image|photo|photograph|picture|screenshot|logo|icon|video|film|chart|graph|diagram|infographic|table|map|"
    r"figure|illustration|pull quote|quote|quotation|testimonial|case study|statistic|stat|example|button|cta|"
    r"call to action|caption|bio|link|headline|subheading|paragraph|copy)s?"
)
# A slot as people name it, such as “the company’s name”, “start date” or “candidate name 2”.
NAMED = rf"(?:(?:your|their|his|her|our|my) )?(?:[\w’'-]+ ){{0,2}}(?:{PEOPLE}|{FACTS})(?:\(?s\)?)?(?: ?\d)?"
# The same where the name is a bare word of a program: “FirstName”, “company_name”, “candidate.name”.
CODED = (
    r"(?:(?:first|last|full|fore|sur|user|company|client|candidate|customer|contact|job|recipient|person|recruiter|"
    r"role|employer)[ _.-]?(?:name|title|email)|f?name|surname|company|client|candidate|customer|recipient|recruiter|"
    r"employer|sender|signature|your[ _]name|salutation|greeting|firstname|lastname|email|job|role|title|city|date"
    r"|address)"
)

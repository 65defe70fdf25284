"""The shapes in which a text boasts of what “we” have done or been, by who speaks and what recruiters do."""

import re

from articles.gate.prose.patterns import filtered

US = r"(?:we|i|us|our|my)"
OURS = (
    r"(?:(?:our|my) (?:\w+ )?(?:consultants?|recruiters?|team|desks?|founders?|directors?|agency|colleagues|partners|people|headhunters)"
    r"|(?:every|each|all|most|half|many|several) (?:one )?of (?:our|the) (?:\w+ )?(?:consultants|recruiters"
    r"|team|directors|founders|colleagues|headhunters))"
)
HAVE = r"(?:[’'](?:ve|d)|,? (?:have|has|had))(?: \w+ly| also| now| all| together| between us| once| long| themselves| been)*"
# What a recruiter does all day, done.
DONE = (
    r"(?:placed|hired|fired|interviewed|recruited|matched|relocated|filled|coached|onboarded|negotiated|vetted"
    r"|screened|sifted|shortlisted|briefed|debriefed"
    r"|headhunted|represented|introduced|counselled|mentored|advised|supported|guided|steered|prepared|walked"
    r"|talked|sat|watched|handled|closed|brokered|run|read|written|turned down|helped|seen|met|dealt)"
)
DOING = (
    r"(?:placing|hiring|interviewing|recruiting|matching|relocating|filling|coaching|negotiating|vetting"
    r"|screening|headhunting|representing|introducing|advising|staffing|finding (?:work|jobs|people)"
    r"|in (?:\w+ )?recruitment)"
)
# More than one could count, or of every kind.
PLENTY = (
    r"(?:hundreds|thousands|dozens|scores|tens of thousands|countless|many an?|so many|too many|enough [a-z]+s\b"
    r"|numerous|plenty of|every (?:major|kind|sort|size|level|shape|type)|all (?:kinds"
    r"|sorts|sizes|levels)"
    r"|of every (?:size|kind|sort|shape|type)|at every|for every|in every|each of the (?:big|major))"
)
WORKED = (
    r"(?:engineers|developers|testers|designers|analysts|programmers|managers|administrators|recruiters"
    r"|interviewers|contractors|coders|technicians|architects|scientists)"
)
A_WHILE = r"(?:\d+|[\w-]+teen|ten|twenty|thirty|forty|two|three|four|five|six|seven|eight|nine|eleven|twelve|many|several|all these|so many|long)"
BACKGROUND = filtered(
    "|".join((
        # “We have walked many a contractor through a review.”
        rf"\b(?:we|i|{OURS}){HAVE} {DONE}\b[^.;?!]{{0,60}}?\b{PLENTY}\b",
        # “We have hired, fired and been fired.”
        rf"\b(?:we|i){HAVE} {DONE}, (?:\w+, )*(?:\w+ )?and (?:been )?{DONE}\b",
        # “Having onboarded starters for years, we know …”
        rf"\bhaving (?:\w+ly |ourselves )?(?:{DONE}\b[^.;?!]{{0,40}}?\b{PLENTY}|been (?:{DOING}|recruiters"
            rf"|in (?:the|this) (?:business|trade|industry)))\b[^.;?!]{{0,60}}, {US}\b",
        # “As recruiters who have handled …, we know”, “As former developers ourselves, we …”
        rf"\bas (?:an? |the )?(?:\w+ )?(?:recruiters?|agency|consultants?|headhunters?|team|people"
            rf"|a firm)(?: of \w+)? (?:who|that|which) (?:ha(?:s|ve)|[’']ve|spent|spend|place"
            rf"|hire)\b[^.;?!]{{0,80}}, {US}\b",
        rf"\bas (?:former|ex-?|one-time|past|lapsed|retired) ?{WORKED}(?: ourselves)?,? (?:we|our)\b",
        # “After fifteen years on the desk, nothing surprises us.”
        rf"\b(?:after|with|in|over) (?:more than |over |nearly |almost |some |about "
            rf"|the best part of )?(?:{A_WHILE} years|{A_WHILE} decades|a decade|decades|a lifetime"
            rf"|a career)(?: or (?:so|more))? (?:(?:on|at|in|behind) (?:the|this|our|an?) (?:\w+ ){{0,2}}?(?:desks?"
            rf"|phones?|business|trade|job|industry|market|recruitment)|of (?:{DOING}|matching"
            rf"|working with))\b[^.;?!]{{0,60}}\b{US}\b",
        # “With thousands of placements behind us, …”
        r"\b(?:with|after) [^.;?!]{0,30}?\b(?:placements|interviews|searches|hires|years|decades|offers"
            r"|assignments|cvs)\b(?: \w+){0,3} (?:behind us|under our belts?|to our name|between us|on our books)\b",
        r"\b(?:between|among) us,? (?:we|our \w+)(?: \w+){0,2} (?:have|has|can look back|share|bring)\b[^.;?!]{0,40}\b(?:years|decades|placements)\b",
        # “I have been a recruiter since 2009”, “Since 2006 our agency has matched …”
        rf"\b(?:we|i|{OURS}){HAVE} (?:an? )?(?:recruiters?|headhunters?|(?:{DOING}))\b[^.;?!]{{0,50}}?\b(?:since"
            rf"|for (?:\w+ ){{0,3}}(?:years|decades)|long before)\b|\b(?:we"
            rf"|i) have been (?:an? )?(?:tech )?recruiters? (?:since|for)\b",
        rf"\bsince (?:(?:19|20)\d\d|before|the \w+),? (?:we|{OURS}){HAVE} {DONE}\b|\b(?:we|{OURS})(?:[’']ve| have"
            rf"| has) been (?:doing this|at (?:it|this)|in (?:this|the) (?:business|trade|game"
            rf"|industry)) (?:for (?:\w+ ){{0,3}}(?:years|decades|time)|since)\b",
        # “Our consultants once worked as system administrators.”
        rf"\b{OURS} (?:(?:all |once |first |themselves |each |have |has |had |also |now )*(?:worked|coded"
            rf"|programmed|tested|managed|led|started out|began|trained|used to (?:work|be|write|run|code)|were"
            rf"|was once|been)|come|comes?) (?:in (?:the )?|as |for |from )?(?:\w+ )?(?:\w+ )?(?:{WORKED}|software"
            rf"|industry|tech|code|engineering|development|delivery|IT|banking|studios?|backgrounds?|start-ups)\b",
        rf"\b{OURS} (?:has|have) (?:\w+ly |all |also |once )*(?:written|shipped|built|deployed|run|maintained|sat"
            rf"|been on|stood on|worked) (?:\w+ )?(?:production|code|software|systems|live|servers|exams?|both sides"
            rf"|the other side|on both|on the other|in your)\b",
        rf"\b{OURS} (?:spent|ha(?:s|ve) spent) (?:\w+ ){{0,3}}?(?:careers?|years|decades?|lives|life|time)\b",
        rf"\b(?:we|i|{OURS}){HAVE} {DONE} (?:with )?more [\w -]{{3,40}}? than\b",
        # “Trust us, …”, “lost count of the offers that I have seen”
        r"^(?:trust|believe) (?:us|me)\b(?=[,:;.]| on this)|\btake it from (?:us|people|somebody|someone|those"
            r"|recruiters|a (?:team|recruiter))\b|\b(?:we|i)(?:[’']ve| have)? (?:\w+ )?lost count of (?:\w+ ){0,5}?(?:calls?|offers?|CVs?|candidates?|applicants?|clients?|interviews?|projects?|times|hours|roles|people|companies|managers?|firms?)\b|\bwe(?:[’']ve"
            r"| have)? (?:learn(?:ed|t)|found out) (?:this |that |it |these )?(?:\w+ )?the hard way\b",
        rf"\b(?:years|decades|a lifetime|a career) of (?:working with|{DOING}|talking to|listening to|dealing with"
            rf"|sitting)\b[^.;?!]{{0,40}} (?:ha(?:s|ve) )?(?:taught|shown|convinced|made) (?:us|me)\b",
        r"\b(?:we|our consultants|our team) (?:know|speak|talk|write|say this|say so|learned"
            r"|learnt)(?: \w+)? from (?:long |bitter |hard |first-hand |painful |our own )?experience\b|\b(?:i"
            r"|we) (?:still |well |vividly )?remember (?:my|our) first (?:placement|client|candidate|deal|fee|hire)\b",
        rf"\bin (?:my|our) (?:time|days|years) as (?:an? )?(?:\w+ ){{0,2}}?(?:recruiters?|managers?|headhunters?"
            rf"|consultants?|{WORKED})\b|\bon both sides of the (?:table|desk|fence)\b(?<=both sides of the table)",
    )),
    re.IGNORECASE,
)  # fmt: skip

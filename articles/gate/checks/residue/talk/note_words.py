"""Words by which writers speak to one another about the page that they write."""

# A piece of the page, as its writers call it.
PIECE = (
    r"(?:section|paragraph|para|bit|sentence|line|heading|headline|title|wording|strapline|standfirst|text|copy|blurb|block|box|part|"
    r"intro|introduction|opening|ending|conclusion|caption|figures?|numbers|quote|example|stat|statistic|link|table|chart|picture|image|photo|"
    r"screenshot|logo|draft|version|chapter|passage|spelling|layout|typo|footnote|bullets?|story|case study|sidebar|FAQs?)"
)
# Work on a text, and not on anything that readers have in hand.
EDITING = (
    r"(?:re-?(?:word|phrase|write|draft|do)|proof-?(?:read)?|trim|tighten|tone (?:it |this |that )?down|swap|bin|lose|cut|drop|tidy|"
    r"shorten|soften|merge|split|flesh|pad|beef|polish|reinstate|delete|remove|edit|subedit|condense|simplify|double-check|fact-check|"
    r"spell-?check)"
)
EDITED = (
    r"(?:re-?(?:worded|phrased|written|drafted|done)|proof(?:ed|read)|trimmed|tightened|toned|swapped|binned|lost|cut|dropped|tidied|"
    r"shortened|softened|merged|split|polished|deleted|removed|edited|pasted|copied|lifted|nicked|borrowed|moved|kept|left|guessed|"
    r"made up|marked|highlighted|flagged|reinstated|parked|added|taken|put|changed|updated|checked|used|reused|invented|amended)"
)
HANDLING = (
    rf"(?:{EDITING}|check|confirm|verify|update|add|change|replace|fix|finish|move|link|mention|name|quote|cite|use|say|explain|"
    r"include|leave|keep|credit|supply|provide|send|write|find|source|approve|review|clear|sign|chase|ask|look|read|put|take|expand|"
    r"pick|choose|make|upload|embed|redraw|insert|print|publish|post|claim|repeat|show|define|spell|offer|touch|sort|draw|design|format|"
    r"fill|get|see|call|go with|crop|resize|label|number|order|align|shift|start|end|rename|reorder)"
)
# People in the house, by what they do.
TEAM = (
    r"(?:legal|finance|marketing|HR|compliance|design|sales|comms|PR|payroll|accounts|editorial|management|ops|SEO|"
    r"subs?|editors?|designers?|developers?|writers?|authors?|layout|production|"
    r"proofreaders?|photographer|illustrator|translator|intern|lawyers?|client|agency|desk|team)"
)
# The same, by what they are called in a sentence.
HOUSE = (
    r"(?:legal|finance|marketing|HR|compliance|design|sales|comms|PR|payroll|accounts|editorial|management"
    r"|(?:the )?(?:client|author)|the (?:desk|\w+ desk|editor|\w+ team|lawyers))"
)
# What stands before a comma or a colon and is nobody’s name.
NOT_NAMES = (
    r"(?:Note|Tip|Remember|Example|Question|Answer|Step|Warning|Important|Reminder|Time|Update|Why|How|What|Who|When|Where|Which|Read|"
    r"Next|Result|Then|Yes|No|Also|And|But|So|Now|First|Second|Third|Or|Well|However|Still|Today|Here|There|This|That|These|Those|If|"
    r"In|On|At|For|From|With|As|To|Of|By|Sure|Great|Finally|Instead|Sometimes|Often|Usually|Again|Once|Ideally|Luckily|Fortunately|"
    r"Everyone|Everybody|Nobody|People|Candidates?|Employers?|Managers?|Developers?|Engineers?|Employees?|Contractors?|Clients?|"
    r"Applicants?|Students?|Parents?|Companies|Teams?|Recruiters?|Interviewers?|Workers?|Things?|Something|Nothing|Anything|Ways?|"
    r"Tips|Need|Want|Try|Learn|Ready|Able|Free|Happy|Right|Please|Sorry|Thanks?|The|A|An|It|We|You|They|He|She|I|My|Our|Your|Not|All|"
    r"Some|Most|Many|More|Less|Too|Very|One|Two|Three|Salary|Pay|Location|Deadline|Contact|Website|Email|Date|Venue|Speakers?|Join|"
    r"Apply|Go|Use|Be|Do|Get|Keep|Make|Take|See|Let|Have|Ask|Check|Open|Start|Look|Find|Think|Write|Send|Tell|Talk|Show|Give|Put|Set|"
    r"Know|Work|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July|August|September|"
    r"October|November|December|Python|Java|Scrum|Agile|London|Manchester|Leeds|Bristol|Edinburgh|Glasgow|Cambridge|Oxford)"
)
NAME = rf"(?!{NOT_NAMES}\b)[A-Z][a-zé]{{1,11}}"
GREETING = (
    r"(?:Hi|Hello|Hey|Dear|FAO|F\.A\.O\.?|Attn:?|(?:Over|Back) to you,?|One for|Thanks|Sorry|Morning|(?:Question|Query|Note|Job|Task) for|"
    r"A (?:note|question|query) for)"
)
ASKING = (
    r"(?:[Dd]o|[Dd]id|[Ss]hould|[Cc]an|[Cc]ould|[Ss]hall|[Mm]ay|[Mm]ight|[Mm]ust|[Aa]re|[Hh]ave|[Ii]s|[Ww]as|[Ww]ere|[Dd]oes|[Hh]as|"
    r"[Ww]ould|[Ww]ill|[Dd]on[’']t|[Dd]idn[’']t|[Hh]aven[’']t|[Ii]sn[’']t|[Ss]houldn[’']t)"
)
# What is wrong with a piece that does not please.
FAULT = (
    r"(?:long|short|harsh|salesy|vague|dull|thin|dense|wordy|repetitive|blunt|technical|American|similar|negative|dated|clumsy|formal|"
    r"chatty|strong|weak|preachy|obvious|late|early|much)"
)
# How one speaks to a colleague, not to readers.
HEDGES = (
    r"(?:(?:I[’']m )?not sure|unsure|any (?:ideas|thoughts|objections|news|luck)|thoughts|sorry|shout|pls|plz|please|happy (?:for|to|with)|"
    r"hope|possibly|maybe|perhaps|worth|may want|for now|for the moment|if you (?:agree|hate|like|prefer|disagree|want|can|have|think)|"
    r"what do you think|really|suggest|reckon|I think|to be honest|tbh|feels|sounds|reads|too \w+|OK|fine|yet|in case|tomorrow|"
    r"this (?:week|afternoon)|before (?:Monday|Tuesday|Wednesday|Thursday|Friday|lunch)|asap|urgent|dated|cheers|ta|somebody|someone|"
    r"anyone|anybody|nobody|must)"
)
# What happens to a page before it is read.
WORKFLOW = (
    r"(?:sign(?:ed)?[ -]?off|goes live|go live|going live|un?publish(?:ed|ing)?|before (?:it|this|we) goes?|compliance|copyright|"
    r"approved (?:version|wording|text|copy)|between us|the client (?:has|have|to|wants?|asked|is|says|agrees?)|"
    r"old (?:site|page|website|guide)|brochure|last year[’']s|web team|house style|licen[cs]e (?:has|have|ran|runs|expired)|intranet|"
    r"embargo\w*|in the CMS|as agreed|style ?guide|typos?|not used|unused|have a look|take a look at (?:this|it|the)|run this past|"
    r"who wrote|where (?:this|that|it) (?:came|comes) from|out of date|repeat(?:s|ing)? (?:the|this|what|ourselves|para\w*)|"
    r"says the same|word for word|do not use|don[’']t (?:use|touch|publish|print|post)|been (?:told|asked)|stet|off[- ]topic|"
    r"(?:do not|don[’']t) add up|contradicts?|aimed at|as discussed|feedback|who (?:is|was) this|not our words|fill in the gaps|"
    r"[A-Z]\w+[’']s (?:comments?|e-?mails?|notes?|message|version|suggestion|draft|edits?|OK|okay|numbers|figures)|my (?:comments?|e-?mail|"
    r"notes?|version|suggestion|draft|edits?)|e-?mail from|(?:approved|edited|cleared|checked|added|amended|written) by|"
    r"(?:version|option|variant|alternative) (?:[AB\d]|one|two)|(?:alternative|old|new|spare) (?:intro|ending|version|wording|heading|"
    r"headline|title)|see comments?|track(?:ed)? changes)"
)
# Whom guides speak of and to.
READERS = (
    r"(?:your|you(?:[’']re| are|[’']ll| will| can| should| have to| use| change| need| must)|candidates?|employers?|interviewers?|"
    r"applicants?|developers|engineers|readers?|users?|employees|companies|people|participants?|team members?|components?)"
)
# Somebody who is told to do something, and not a headline such as “Questions to check”.
TASKED = rf"(?:(?!\w+s\b){NAME}|Chris|James|Jess|Ross|Lewis|Thomas|Lucas|Marcus|Nicholas|Niklas|Iris|Silas|Jonas|Agnes|Carlos|Elias)"

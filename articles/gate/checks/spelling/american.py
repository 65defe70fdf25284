"""American spellings that the spelling checker leaves alone, since some of them are right in other senses."""

from articles.gate.checks.spelling.wrong_words import read

# Programmes of people; what a computer runs is a program.
_FOR_PEOPLE = (
    "training|graduate|mentor(?:ing|ship)?|apprenticeship|work|working|onboarding|induction|leadership|referral|"
    "wellbeing|wellness|bonus|benefits|loyalty|study|degree|internship|intern|scholarship|returner|"
    "coaching|rotation|recognition|outreach|diversity|inclusion|rewards?|exchange|certification|academy|placement|"
    "equity|share|incentive|assistance|sponsorship|government|development|summer|pilot|hiring|recruitment|"
    "cycle to work|early careers|career|learning|education|bounty|affiliate"
)
WORDS = {
    "gray": "grey", "grayer": "greyer", "skillful": "skilful", "skillfully": "skilfully", "willful": "wilful",
    "willfully": "wilfully", "aging": "ageing", "math": "maths", "mom": "mum", "gotten": "got", "sulfur": "sulphur",
    "tranquility": "tranquillity", "instill": "instil", "colorized": "colourised", "wooly": "woolly",
    "program’s": "programme’s", "afterward": "afterwards", "analogs": "analogues", "breathalyzer": "breathalyser",
}  # fmt: skip
PHRASES = read(rf"""
program: ({_FOR_PEOPLE}) program → \1 programme
programs: ({_FOR_PEOPLE}) programs → \1 programmes
program: program (lasts|runs for|of (?:events|study|work|training|talks)|for (?:graduates|apprentices|returners|women|new starters)) → programme \1
license: (an?|the|his|her|their|your|our|my|no|this|that|any|driving|gangmasters|work|valid|full|sponsor) license → \1 licence
license: license (is|was|holder|holders|fee|fees|number|plate|expires|costs) → licence \1
licenses: (the|their|our|no|these|driving|software|valid|sponsor|many|all|new|of|for) licenses → \1 licences
licence: (to|must|may|can|will|should) licence (the|a|an|it|them|your|our|their|software|code) → \1 license \2
practise: (the|a|best|good|bad|common|general|our|their|this|that|in|standard|law|medical|normal|usual|accepted) practise → \1 practice
practises: (best|good|bad|common|hiring|employment|working|work|fair|recruitment|these|the|those|our|their|management|business) practises → \1 practices
practice: (you|they|we|i|must|should|can|could|will|would|please|and) practice (your|their|our|my|his|her|it|them|aloud|answering|saying|speaking|with a|on a|the (?:answers?|interview|test|talk|language)) → \1 practise \2
practice: to practice (your|their|our|my|his|her|it|them|aloud|answering|saying|speaking|with a|with somebody|on a|before|every day|for|law|medicine) → to practise \1
dialog: dialog (with|between|about|of) → dialogue \1
dialog: (open|honest|in|a|constant|the|constructive) dialog(?! (?:box|window|element|tag|appears|opens)) → \1 dialogue
inquiries, inquiry: (job|candidate|client|customer|sales|general|your|our) inquir(y|ies) → \1 enquir\2
check: (paid|pay|pays) by check → \1 by cheque
checks: (pay|paycheck|cash|bounced) checks → \1 cheques
meters: (\d+|few|hundred|square) meters → \1 metres
tires: (car|new|winter|flat) tires → \1 tyres
disk: (slipped) disk → \1 disc
math: do the math → do the maths
airplane: airplane mode → flight mode
story: (two|three|four|single|multi) story (house|building|office) → \1-storey \2
""")

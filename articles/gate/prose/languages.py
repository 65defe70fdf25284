"""The language of a sentence, told by the small words that no sentence of it can do without.

The lists are short on purpose: words that English has too, such as “die”, “in” or “me”, count for nothing.
"""

import re

WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)?")
ENGLISH = frozenset(
    [
        "a",
        "about",
        "after",
        "all",
        "also",
        "an",
        "and",
        "any",
        "are",
        "as",
        "at",
        "be",
        "because",
        "been",
        "before",
        "both",
        "but",
        "by",
        "can",
        "could",
        "do",
        "does",
        "each",
        "every",
        "for",
        "from",
        "had",
        "has",
        "have",
        "he",
        "her",
        "his",
        "how",
        "i",
        "if",
        "in",
        "into",
        "is",
        "it",
        "its",
        "just",
        "like",
        "may",
        "more",
        "most",
        "must",
        "my",
        "no",
        "not",
        "of",
        "on",
        "one",
        "only",
        "or",
        "other",
        "our",
        "out",
        "over",
        "own",
        "she",
        "should",
        "so",
        "some",
        "such",
        "than",
        "that",
        "the",
        "their",
        "them",
        "then",
        "there",
        "these",
        "they",
        "this",
        "those",
        "through",
        "to",
        "up",
        "us",
        "was",
        "we",
        "well",
        "were",
        "what",
        "when",
        "where",
        "which",
        "while",
        "who",
        "why",
        "will",
        "with",
        "would",
        "you",
        "your",
    ]
)
OTHERS = {
    "French": "à au aux avec avant ce ces cette dans de des dès deux du elle elles en entre est et être fait il ils je jours la le les leur "
    "leurs lors mais nos notre nous ont ou où par pas plus pour que qui sa sans se sera ses si son sont sous sur ta toujours tous tout "
    "très tu un une vos votre vous après chaque comme être été était aussi c’est d’un d’une l’offre n’est qu’il quand quel quelle rien",
    "German": "aber als am an auch auf aus bei bis bitte da damit das dass dem den der des dich die dir doch durch ein eine einem einen "
    "einer eines er es für gleich haben hat ich ihr ihre ihren im immer innerhalb ist jede jeder kann kein keine mehr mit muss nach nicht noch nur oder ob "
    "schon sehr sein seine sich sie sind so über um und uns unser unsere tagen unter vom von vor war was weil wenn wer werden wie wir wird "
    "wurde zu zum zur zwei zwischen",
    "Dutch": "aan al als altijd ben bent bij binnen contact dagen dan dat de deze die dit door een elk elke en er geen haar heb hebben heeft het hij hun ik "
    "in is ja je jij jouw kan krijgen krijgt kunnen maar meer met mijn moet na naar niet nog of om onder ons onze ook op over te tot tussen twee u uit "
    "uw van vaak veel voor voordat vraag wanneer want waren wat we wel werd wie wij wordt worden zal ze zelf zich zij zijn zo zonder",
    "Spanish": "a al antes ante aunque con contra como cuando cual de del desde donde dos e el ella ellos en entre era es esta está este esto estos "
    "están favor fue ha han hasta hay la las le les lo los más me mi muy nada ni no nos nosotros nuestra nuestro o para pero por porque "
    "puede que qué quien se ser si sí siempre sin sobre son su sus también tiene todo todos tu un una uno usted ustedes y ya",
    "Italian": "a ad al alla alle anche ancora che chi ci come con contro cosa cui da dal dalla dei del della delle dello di dopo dove e è ed "
    "essere fra gli ha hanno i il in io la le lei lo loro ma mi molto ne nel nella non nostra nostro o ogni per perché più prima può quale "
    "quando quanto quella quello questa questo se sempre senza si sono sua sul sulla suo tra tutti un una uno vi voi",
    "Portuguese": "a à ao aos antes as até com como da das de depois do dos e é ela ele eles em entre era essa esse esta está este eu foi há "
    "isso já lhe mais mas me mesmo muito na não nas nem no nos nós o os ou para pela pelo pode por porque quando que quem são se sem "
    "sempre ser será seu seus só sobre sua suas também tem toda todos um uma você vocês",
    "Polish": "a aby ale bardzo bez bo być by był była ciągu co czy dla do dni dniach gdy i ich ile im ja jak jako jest jeśli już każdy które który lub ma "
    "mają może można na nad nie niż o od oraz otrzymuje po pod ponieważ prosimy przed przez przy są się tak także tej tego ten to tylko w we "
    "więc wszystkie z za ze że żeby",
    "Swedish": "alltid all att av blir de dem den det detta dig din ditt du där efter eller en ett från för får ha har hos hur han honom i "
    "in innan inte är jag kan kommer man med men mig min mot måste ni nu när och om oss på sedan sig sin ska som så till under upp ut "
    "utan vad var vara vi vid vår",
    "Danish or Norwegian": "af altid at av bare ble blev blir de dem den der deres det dette din du efter eller en er et etter for fra før få få ha "
    "han har hvad hva hvis hvor i ikke jeg kan man med meg men mig min må når nå og også om op opp os oss på sender ser seg sig skal som "
    "så til ud under ut vi vil være vår",
    "Welsh": "a am ar at bod bydd byddwch chi chyn cyn dim dros dych dydd eich ei ein er eu fel fod fydd gan gwelwch gyda gyfer hwn hyn hynny i "
    "iawn mae mewn mor na neu ni nid o oddi oes os pan rhwng roedd rydym rydych sy sydd trwy un wedi wrth y yn yng ym yr",
}
PROFILES = {language: frozenset(words.split()) - ENGLISH for language, words in OTHERS.items()}
# Letters of no English word, and of few that English borrowed.
FOREIGN_LETTER = re.compile("[à-öø-ÿ\u0100-\u017f\u0218-\u021b]")
FEWEST_WORDS = 5
FEWEST_TELLING = 2
SHARE = 0.25


def language_of(sentence: str) -> str:
    """The name of the language that the sentence is in, empty for English and where nothing tells."""
    found = WORD.findall(sentence.replace("'", "’"))
    # A capital within the sentence begins a name, as “Los” and “El” do.
    words = [word.lower() if not number or word.islower() else "" for number, word in enumerate(found)]
    if len(words) < FEWEST_WORDS or sum(word in ENGLISH for word in words) * 6 > len(words):
        return ""
    told = {language: [word for word in words if word in profile] for language, profile in PROFILES.items()}
    language = max(told, key=lambda name: len(told[name]))
    is_told = len({word for word in told[language] if len(word) > 1}) >= FEWEST_TELLING
    if is_told and len(told[language]) >= SHARE * len(words):
        return language
    is_foreign = sum(FOREIGN_LETTER.search(word) is not None for word in words) >= FEWEST_TELLING
    return "another language" if is_foreign and not ENGLISH.intersection(words) else ""

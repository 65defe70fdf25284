"""The words of pasted salaries that are no amounts: levels, days, bases, currencies, and names as they compare."""

import re
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from functools import lru_cache

from articles.document.salary_bands import BASES, CURRENCIES
from articles.language.letters import plain

DATE_FORMATS = (
    "%Y-%m-%d", "%d/%m/%Y", "%d/%m/%y", "%d.%m.%Y", "%d-%m-%Y", "%d %B %Y", "%d %b %Y", "%d-%b-%Y", "%d-%b-%y", "%d %b %y",
    "%d-%B-%Y", "%B %d, %Y", "%b %d, %Y", "%B %Y", "%b %Y", "%b-%y", "%b-%Y", "%Y-%m",
)  # fmt: skip
MIDNIGHT = re.compile(r"[T ]00:00(?::00(?:\.0+)?)?$")
LIKE_A_DAY = re.compile(
    r"\d{1,4}[-/. ]\w{2,9}(?:[-/. ]\d{2,4})?|\d{1,2}[-/. ]\d{1,2}[-/. ]\d{2,4}|[a-z]{3,9}[- ]\d{1,4}(?:, \d{4})?",
    re.IGNORECASE,
)
QUARTER = re.compile(r"Q([1-4])[ /-]?(20\d\d)|(20\d\d)[ /-]?Q([1-4])", re.IGNORECASE)
SPREADSHEET_DAY_0 = date(1899, 12, 30)  # what Excel, Sheets and LibreOffice count days from
SPREADSHEET_DAYS = range(36_526, 73_051)  # 2000 to 2099
BASIS_WORDS = {
    "placements": ("placement", "placed", "our placement"),
    "adverts": ("advert", "ad", "job ad", "job advert", "advertisement", "job advertisement", "job posting"),
    "judgement": ("judgement", "judgment", "our judgement", "our judgment", "estimate", "our estimate", "opinion"),
}
LEVEL = re.compile(
    r"(?P<level>(?:very |upper |lower )?(?:junior|jnr|jr|graduate|grad|entry(?:[- ]level)?|associate|mid(?:[- ]?(?:level|weight|senior"
    r"|career))?|middle|intermediate|senior|snr|sr|lead|principal|staff|apprentice|trainee|intern|experienced))(?:[- ]level)?\b\.?",
    re.IGNORECASE,
)
SHORT_LEVELS = {"jr": "Junior", "jnr": "Junior", "sr": "Senior", "snr": "Senior", "grad": "Graduate"}
REGIONS = {
    "UK": ("uk", "u k", "united kingdom", "gb", "great britain", "britain"),
    "US": ("us", "u s", "usa", "u s a", "united state", "america"),
    **{name: (name.casefold(),) for name in (
        "London", "England", "Scotland", "Wales", "Northern Ireland", "Ireland", "Dublin", "Manchester", "Birmingham", "Leeds",
        "Bristol", "Edinburgh", "Glasgow", "Cambridge", "Oxford", "Europe", "Germany", "France", "Netherlands", "Spain", "Remote",
    )},
}  # fmt: skip


@lru_cache(maxsize=5_000)
def key(name: str) -> str:
    """A name as names are compared: without capitals, accents, hyphens and plurals."""
    words = re.findall(r"[^\W_]+|[+#]+", plain(name).replace("&", " and "))
    return " ".join(map(_singular, words))


@lru_cache(maxsize=1_000)
def level_key(level: str) -> str:
    """The same of a level: `Mid`, `mid level` and `Mid-level` are one."""
    full = SHORT_LEVELS.get(level.casefold().rstrip("."), level)
    words = [word for word in key(full).split() if word not in ("level", "weight")]
    return "".join(words) or key(full)


@lru_cache(maxsize=1_000)
def region_key(region: str) -> str:
    """The same of a region: `United Kingdom` and `uk` are one."""
    compared = key(region)
    return next((name.casefold() for name, written in REGIONS.items() if compared in written), compared)


def canonical(name: str, known: Iterable[str], of: object = key) -> str:
    """The spelling among those that are `known`; the name itself where there is none."""
    compare = of if callable(of) else key
    wanted = compare(name)
    return next((one for one in known if compare(one) == wanted), name)


def level_in(text: str) -> tuple[str, str]:
    """The level with which a title begins or ends, and the rest: `Senior` and `data engineer`; two empties for none."""
    if match := LEVEL.match(text):
        return _level(match), text[match.end() :].strip(" -–,:.")
    match = re.search(rf"[\s,(–-]+{LEVEL.pattern}\)?$", text, re.IGNORECASE)
    return (_level(match), text[: match.start()].strip(" -–,:(")) if match else ("", "")


@lru_cache(maxsize=1_000)
def day(text: str) -> date | None:
    """The day as the British write it; the first of a month or quarter where no day is given."""
    text = MIDNIGHT.sub("", re.sub(r"(?<=\d)(?:st|nd|rd|th)\b", "", text)).replace("Sept ", "Sep ")
    if match := QUARTER.fullmatch(text):
        return date(int(match[2] or match[3]), 3 * int(match[1] or match[4]) - 2, 1)
    if not LIKE_A_DAY.fullmatch(text):  # trying every form takes long, and most cells are no days
        return None
    for form in DATE_FORMATS:
        try:
            found = datetime.strptime(text, form).date()  # noqa: DTZ007 - a day, not a moment
        except ValueError:
            continue
        return found
    return None


def day_in_column(text: str) -> date | None:
    """The same in a column of days, where a spreadsheet may write a day as a number and people may write a year alone."""
    if text.isascii() and text.isdigit() and int(text[:6]) in SPREADSHEET_DAYS:
        return SPREADSHEET_DAY_0 + timedelta(days=int(text))
    return date(int(text), 1, 1) if re.fullmatch(r"20\d\d", text, re.ASCII) else day(text)


@lru_cache(maxsize=1_000)
def basis(text: str) -> str:
    """The basis as stored; empty where the text is none."""
    compared = key(text)
    named = {key(words): name for name, words in BASES.items()} | {key(name): name for name in BASES}
    written = {word: name for name, words in BASIS_WORDS.items() for word in words}
    return (named | written).get(compared, "")


def currency(text: str) -> str:
    """The code of a sign or a code of three letters; empty for anything else."""
    code = {sign: code for code, sign in CURRENCIES.items()}.get(text, text.upper())
    return code if re.fullmatch(r"[A-Z]{3}", code) and (code in CURRENCIES or text.isupper()) else ""


def _singular(word: str) -> str:
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "is", "us")) else word


def _level(match: re.Match[str]) -> str:
    level = match["level"]
    return SHORT_LEVELS.get(level.casefold(), level[0].upper() + level[1:])

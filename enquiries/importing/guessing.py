"""What the columns of a file probably are, by their headings and values; a person confirms it."""

import re
from collections.abc import Iterator, Sequence

from enquiries.importing.dates import Order, order_of, read
from enquiries.importing.kinds import SEVERAL, As
from enquiries.importing.mapping import LONDON, Mapping, answers, dates_in, folded
from enquiries.importing.tables import ADDRESS, Table
from enquiries.models import Role

LOOKED_AT = 200  # rows
MOST = 0.8  # of the filled cells
FEW_ANSWERS = 4
# In the order in which they are tried: what is to be left out or is the plug-in's own stands before what people are asked.
HEADINGS: tuple[tuple[As, str], ...] = tuple(
    (kind, pattern)
    for kind, patterns in (
        (As.STATUS, (r"(entry |submission |cfdb7 )?status", r"(is )?(spam|draft|test)", r"response type")),
        (As.ENTRY, (r"#", r"(entry|submission|response|form|feedback|seq(uence)?)? ?(id|no|number)")),
        (
            As.LEAVE,
            (
                r".*\bip\b.*",
                r".*\b(user agent|browser|device|geolocation|network id|user id|unique .* id|created by|updated( by| at)?)\b.*",
                r".*\b(consent|gdpr|opt ?in|newsletter|marketing|subscribe|privacy|acceptance|captcha)\b.*",
                r".*\b(viewed|starred|entry notes|payment|transaction|post id|stage date|start date|last updated|date updated)\b.*",
                r"tags|key|modified|(i agree|terms)\b.*",
                r"(form|conversion|contact form|source) ?(name|title|id)?.*\bform\b.*|form name.*|contact form|ending|consent method",
            ),
        ),
        (
            As.DATE,
            (
                r"(entry |submission |submitted |conversion |created |form |submit |send )?(date|time ?stamp)( submitted| created|time| and time| \(?utc\)?)?",
                r"(date )?(submitted|created|received|sent)( at| on| time)?",
                r"submission time",
            ),
        ),
        (As.TIME, (r"time",)),
        (
            As.PAGE,
            (r"(source|page|conversion|entry|referr?er|referring|from)? ?(url|page|page url|referr?er)", r"source"),
        ),
        (As.FIRST_NAME, (r".*\b(first|given|fore) ?name\b.*", r".*\bname \(?first\)?", r"fore ?name")),
        (As.SURNAME, (r".*\b(last|family) ?name\b.*", r".*\bname \(?last\)?", r"surname")),
        (As.EMAIL, (r".*\be ?mail\b.*",)),
        (As.PHONE, (r".*\b(phone|telephone|mobile|tel|cell)\b.*", r"contact number")),
        (As.ROLE_TO_FILL, (r".*\b(vacancy|role to fill|hiring for|looking to (hire|fill)|position to fill)\b.*",)),
        (
            As.ROLE,
            (
                r"(i am|i m|are you|you are|who are you|which are you)\b.*",
                r"(enquiry|inquiry|contact|enquirer) type|type( of .*)?",
            ),
        ),
        (As.ROLE_SOUGHT, (r".*\b(job title|role sought|desired (role|job)|position|role you|job you|job role)\b.*",)),
        (As.ORGANISATION, (r".*\b(company|organisation|organization|employer|business)\b.*",)),
        (As.LOCATION, (r".*\b(location|city|town|where (do|would) you)\b.*",)),
        (
            As.MESSAGE,
            (r".*\b(message|comments?|enquiry|inquiry|question|how can we help|tell us|details|textarea)\b.*",),
        ),
        (As.NAME, (r"(your |full |contact |my |candidate )?(full )?names?", r"(what is |what s )your (full )?name.*")),
    )
    for pattern in patterns
)
PREFIX = re.compile(r"^(your|\d{1,3})[\s_-]+|^(text|email|tel|textarea|name|phone|url|date)[\s_-]\d+$")
OTHER_SIGNS = re.compile(r"[^a-z0-9#()]+")
CLIENT = re.compile(
    r"\b(client|employer|hiring|hire|recruit(ing)? (for|someone|people)|company|vacanc|fill)", re.IGNORECASE
)
CANDIDATE = re.compile(
    r"\b(candidate|job ?seek|looking for (a )?(work|job|role|new)|job|career|applicant|work)", re.IGNORECASE
)


def columns(table: Table) -> list[As]:
    """What each column probably is."""
    taken: set[As] = set()
    guessed: list[As] = []
    for kind in (_by_heading(heading) for heading in table.headings):
        is_second = kind in taken and kind not in SEVERAL
        guessed.append(As.LINE if is_second and kind != As.DATE else As.LEAVE if is_second else kind)
        taken.add(kind)
    for kind, fits in ((As.EMAIL, ADDRESS.fullmatch), (As.DATE, _is_date)):
        if kind not in taken:
            place = next((at for at in range(len(guessed)) if _most(table, at, fits)), None)
            if place is not None:
                guessed[place] = kind
    if As.ROLE not in taken:
        guessed = _with_role(table, guessed)
    return guessed


def mapping(table: Table, form: str) -> Mapping:
    """What somebody would probably say of the whole file."""
    kinds = columns(table)
    said = answers(table, kinds.index(As.ROLE)) if As.ROLE in kinds else []
    return Mapping(
        form=form,
        headings=table.headings,
        columns=tuple(kinds),
        roles={folded(answer): role(answer) for answer in said},
        everybody=everybody(kinds),
        order=order_of(dates_in(table, kinds)),
        zone=zone(table.headings, kinds),
    )


def role(value: str) -> str:
    """What somebody who gave this answer probably is."""
    if CLIENT.search(value):
        return Role.CLIENT
    return Role.CANDIDATE if CANDIDATE.search(value) else Role.OTHER


def everybody(kinds: Sequence[As]) -> str:
    """What all of them are where no column says so, by what they were asked."""
    if As.ROLE_TO_FILL in kinds:
        return Role.CLIENT
    return Role.CANDIDATE if As.ROLE_SOUGHT in kinds else Role.OTHER


def _with_role(table: Table, guessed: list[As]) -> list[As]:
    """With the first column whose few answers all say whether somebody is a candidate or a client."""
    for place, kind in enumerate(guessed):
        said = answers(table, place) if kind == As.LINE else []
        if 1 < len(said) <= FEW_ANSWERS and all(role(answer) != Role.OTHER for answer in said):
            return [*guessed[:place], As.ROLE, *guessed[place + 1 :]]
    return guessed


def zone(headings: Sequence[str], kinds: Sequence[As]) -> str:
    """The clocks of the date, by its heading."""
    named = [heading for heading, kind in zip(headings, kinds, strict=True) if kind == As.DATE]
    return "UTC" if any("utc" in heading.casefold() for heading in named) else "Europe/London"


def _by_heading(heading: str) -> As:
    for called in _spellings(heading):
        for kind, pattern in HEADINGS:
            if re.fullmatch(pattern, called):
                return kind
    return As.LINE


def _spellings(heading: str) -> Iterator[str]:
    """The heading in small letters, as it is and without what plug-ins put before it."""
    plain = heading.casefold().rpartition(": ")[2]
    called = " ".join(OTHER_SIGNS.sub(" ", PREFIX.sub(lambda found: found[2] or "", plain)).split())
    yield called
    yield called.replace("(", "").replace(")", "")


def _most(table: Table, place: int, fits: object) -> bool:
    filled = [row[place].strip() for _, row in table.rows[:LOOKED_AT] if row[place].strip()]
    return bool(filled) and sum(1 for cell in filled if callable(fits) and fits(cell)) >= MOST * len(filled)


def _is_date(cell: str) -> bool:
    return not cell.isdecimal() and read(cell, Order.DAY, LONDON) is not None

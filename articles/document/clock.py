"""Times of day as people write them: 09:30, 9.30am, 9 am, noon, 2pm to 3pm."""

import re

TIME = r"(?:(?P<hour{0}>\d{{1,2}})(?:[:.](?P<minute{0}>[0-5]\d))?(?:\s*(?P<half{0}>[ap]\.?\s?m\b\.?))?|(?:12\s*)?(?P<word{0}>noon|midday|midnight)\b)"
SPAN = re.compile(rf"{TIME.format(1)}(?:\s*(?:–|—|-|to\b|until\b)\s*{TIME.format(2)})?", re.IGNORECASE)
WORDS = {"noon": "12:00", "midday": "12:00", "midnight": "00:00"}
AFTER = re.compile(r"\s*[-–—:,]?\s+")


def canonical(text: str) -> str:
    """`09:30`, or `09:30–10:15` for a span of time; empty when the text is neither."""
    return _told(found) if (found := SPAN.fullmatch(text.strip())) else ""


def cut(line: str) -> tuple[str, str]:
    """The time at which a line begins and what it says then; no time where it begins with none.

    A bare number is none there: “9 people” are not nine o’clock.
    """
    found = SPAN.match(line)
    said = AFTER.match(line, found.end()) if found else None
    if found is None or said is None or not _is_plain(found):
        return "", line
    time = _told(found)
    return (time, line[said.end() :]) if time else ("", line)


def _is_plain(found: re.Match[str]) -> bool:
    return any(found[name] for name in ("minute1", "half1", "word1", "minute2", "half2"))


def _told(found: re.Match[str]) -> str:
    spans = found["hour2"] or found["word2"]
    end = _time(found, 2) if spans else ""
    start = _time(found, 1, half=found["half2"] if spans else None)
    return "" if not start or (spans and not end) else f"{start}–{end}" if end else start


def _time(found: re.Match[str], number: int, half: str | None = None) -> str:
    """“9 to 10am” names its half of the day once; “11 to 1pm” does not mean eleven in the evening."""
    if word := found[f"word{number}"]:
        return WORDS[word.lower()]
    hour, minute = int(found[f"hour{number}"]), found[f"minute{number}"] or "00"
    own = found[f"half{number}"]
    if half and not own and (hour % 12) > int(found["hour2"]) % 12:
        half = "am" if half[0] in "pP" else "pm"
    half = own or half
    if half and not 1 <= hour <= 12:
        return ""
    if half:
        hour = hour % 12 + (12 if half[0] in "pP" else 0)
    return f"{hour:02}:{minute}" if hour < 24 else ""

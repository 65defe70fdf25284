"""The spelling checker: the program typos, with its list of known misspellings and of American spellings.

It knows what is wrong and not what is right, so that a name or a new word is no finding. To start it takes longer than
to read all words of a guide, so that each process remembers what it said of a word and asks once for the new ones.
"""

import json
import logging
import subprocess
import sysconfig
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path

logger = logging.getLogger(__name__)

type Corrections = Mapping[str, tuple[str, ...]]

PROGRAM = Path(sysconfig.get_path("scripts")) / "typos"
NOTHING, SOMETHING = 0, 2  # what it found, as its exit code tells
LONGEST = 10  # seconds
MOST = 50_000  # words remembered in each language
_remembered: defaultdict[str, dict[str, tuple[str, ...]]] = defaultdict(dict)


def misspelt(words: frozenset[str]) -> Corrections:
    """What each misspelt word among these may have been meant to be."""
    return _asked(frozenset(_asked(words, "en-gb")), "en")


def american(words: frozenset[str]) -> dict[str, str]:
    """The British spelling of each word among these that is right in America only."""
    found = _asked(words, "en-gb")
    wrong_anywhere = misspelt(words)
    return {word: meant[0] for word, meant in found.items() if word not in wrong_anywhere}


def _asked(words: frozenset[str], locale: str) -> Corrections:
    """Nothing when the program fails, which is logged: no guide is held back for it."""
    remembered = _remembered[locale]
    if unknown := words - remembered.keys():
        try:
            found = _read(unknown, locale)
        except (OSError, subprocess.SubprocessError):
            logger.exception("The spelling checker does not run.")
            return {}
        if len(remembered) > MOST:
            remembered = _remembered[locale] = {word: remembered.get(word, ()) for word in words}
        remembered |= {word: found.get(word, ()) for word in unknown}
    return {word: meant for word in words if (meant := remembered[word])}


def _read(words: frozenset[str], locale: str) -> Corrections:
    command = [str(PROGRAM), "--isolated", "--locale", locale, "--format", "json", "-"]
    text = "\n".join(sorted(words))
    done = subprocess.run(  # noqa: S603 - our own program, and the words go in by its standard input
        command, input=text, capture_output=True, encoding="utf-8", timeout=LONGEST, check=False
    )
    if done.returncode not in (NOTHING, SOMETHING):
        raise subprocess.CalledProcessError(done.returncode, command, done.stdout, done.stderr)
    found = map(json.loads, done.stdout.splitlines())
    return {one["typo"]: tuple(one["corrections"]) for one in found if one["type"] == "typo"}

"""Whether the text itself is whole: damaged letters, leftovers, dangling lead-ins, hard reading. Imported by the
registry of checks.
"""

from articles.gate.checks.wording import encoding, language, lead_ins, lost_characters

SUBJECTS = (
    lead_ins,
    encoding,
    lost_characters,
    language,
)
CHECKS = tuple(check for subject in SUBJECTS for check in subject.CHECKS)

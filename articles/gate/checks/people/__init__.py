"""What the guide says of people: wording that discriminates, and what is nobody else’s business about one person."""

from articles.gate.checks.people import (
    age,
    belief,
    contact_details,
    family,
    groups,
    health,
    identity_details,
    looks,
    origin,
    private_matters,
    pronouns,
    sex,
)

SUBJECTS = (
    age,
    sex,
    pronouns,
    origin,
    health,
    family,
    belief,
    looks,
    groups,
    contact_details,
    identity_details,
    private_matters,
)
CHECKS = tuple(check for subject in SUBJECTS for check in subject.CHECKS)

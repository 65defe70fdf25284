"""What a column of a file can be here."""

from django.db import models


class As(models.TextChoices):
    """The place of a column's values in an enquiry."""

    LEAVE = "leave", "leave it out"
    NAME = "name", "name"
    FIRST_NAME = "first_name", "first name"
    SURNAME = "surname", "surname"
    EMAIL = "email", "e-mail address"
    PHONE = "phone", "phone number"
    MESSAGE = "message", "message"
    LINE = "line", "a line below the message"
    DATE = "date", "date, with or without the time"
    TIME = "time", "time of the day"
    ROLE = "role", "what they are: candidate or client"
    ORGANISATION = "organisation", "organisation"
    ROLE_SOUGHT = "role_sought", "role they look for"
    ROLE_TO_FILL = "role_to_fill", "role to fill"
    LOCATION = "location", "location"
    PAGE = "page", "page they came from"
    STATUS = "status", "mark of spam, a test or an unfinished form"
    ENTRY = "entry", "number of the entry"


# Of these one enquiry can have several; of all others, one.
SEVERAL = frozenset({As.LEAVE, As.LINE, As.MESSAGE, As.STATUS})
GROUPS = (
    ("Who they are", (As.NAME, As.FIRST_NAME, As.SURNAME, As.EMAIL, As.PHONE, As.ORGANISATION, As.ROLE)),
    ("What they want", (As.MESSAGE, As.LINE, As.ROLE_SOUGHT, As.ROLE_TO_FILL, As.LOCATION)),
    ("The entry", (As.DATE, As.TIME, As.ENTRY, As.PAGE, As.STATUS)),
)

"""The fixed answers and states of an enquiry."""

from django.db import models


class Role(models.TextChoices):
    """What the enquirer is."""

    CANDIDATE = "candidate", "looking for work"
    CLIENT = "client", "hiring"
    OTHER = "other", "something else"


class State(models.TextChoices):
    """Where the work on an enquiry stands."""

    NEW = "new", "new"
    OPEN = "open", "taken"
    WAITING = "waiting", "waiting for the enquirer"
    CLOSED = "closed", "closed"
    SPAM = "spam", "suspected spam"
    ERASED = "erased", "erased"


class Assignment(models.TextChoices):
    """Who of a team gets what a rule sends to it."""

    __empty__ = "Whoever takes it from the list"
    ROTA = "rota", "Its members in turn"
    LOAD = "load", "The member with the fewest in hand"


class Outcome(models.TextChoices):
    """How a closed enquiry ended."""

    PLACED = "placed", "led to a placement"
    REGISTERED = "registered", "joined our candidates or clients"
    ANSWERED = "answered", "answered, nothing further"
    NO_REPLY = "no_reply", "the enquirer did not answer"
    UNSUITABLE = "unsuitable", "we could not help"
    WITHDRAWN = "withdrawn", "withdrawn by the enquirer"


class ReplyBy(models.TextChoices):
    """How the enquirer would like to hear from us."""

    EMAIL = "email", "By e-mail"
    PHONE = "phone", "By phone"
    EITHER = "either", "Either is fine"


class RightToWork(models.TextChoices):
    """A candidate's own answer; never asked of anybody else."""

    YES = "yes", "Yes"
    SPONSORSHIP = "sponsorship", "I would need sponsorship"
    UNSURE = "unsure", "I am not sure"


class Engagement(models.TextChoices):
    """The kind of hire that a client has in mind."""

    PERMANENT = "permanent", "Permanent"
    CONTRACT = "contract", "Contract"
    UNDECIDED = "undecided", "Not decided yet"


class Urgency(models.TextChoices):
    """How soon a client wants somebody to start."""

    MONTH = "month", "Within a month"
    QUARTER = "quarter", "In one to three months"
    LATER = "later", "Later"
    UNDECIDED = "undecided", "Not decided yet"


class Nation(models.TextChoices):
    """Whose bank holidays are kept."""

    ENGLAND = "ENG", "England"
    WALES = "WLS", "Wales"
    SCOTLAND = "SCT", "Scotland"
    NORTHERN_IRELAND = "NIR", "Northern Ireland"


class Source(models.TextChoices):
    """How an enquiry reached us."""

    FORM = "form", "our form"
    MAIL = "mail", "e-mail"
    PHONE = "phone", "phone"
    LINKEDIN = "linkedin", "LinkedIn"
    FAIR = "fair", "a fair or event"
    REFERRAL = "referral", "a referral"
    OTHER = "other", "elsewhere"
    EARLIER_SITE = "site", "a form of our earlier site"


class Channel(models.TextChoices):
    """How an enquirer was answered."""

    EMAIL = "email", "e-mail"
    PHONE = "phone", "phone"
    IN_PERSON = "in_person", "in person"
    OTHER = "other", "another way"

from datetime import date, datetime

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Left, Now
from django.utils.crypto import get_random_string

from articles.models import Article
from enquiries.models import phone_numbers
from enquiries.models.choices import Channel, Engagement, Outcome, ReplyBy, RightToWork, Role, Source, State, Urgency
from enquiries.models.protection.retained import Retained
from enquiries.models.routing import Team
from enquiries.models.wording import Wording

REFERENCE_LETTERS = (
    "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"  # pragma: allowlist secret - none that is easily taken for another
)
REFERENCE_LENGTH = 8
INDEXED_OF_MESSAGE = 100  # characters

# The one home of these rules: the querysets take them from here, and the properties of `Enquiry` say them of one at hand.
# While we wait for the enquirer no reply is owed: that state begins with our reply.
OWED_A_REPLY = (State.NEW, State.OPEN)
IN_HAND = (*OWED_A_REPLY, State.WAITING)
WAITS_FOR_A_REPLY = Q(state__in=OWED_A_REPLY, first_replied_at=None, is_synthetic=False, is_restricted=False)
# What came from an earlier site was promised nothing by this one.
IS_UNANSWERED = WAITS_FOR_A_REPLY & ~Q(source=Source.EARLIER_SITE)
IS_COUNTED = Q(is_synthetic=False) & ~Q(source=Source.EARLIER_SITE)
# A reply at the promised moment itself keeps the promise.
IS_OVERDUE = IS_UNANSWERED & Q(reply_due_at__lt=Now())
# What the work list is filtered by, beside the time.
LISTED_BY = (
    "state",
    "is_synthetic",
    "role",
    "source",
    "guide",
    "team",
    "owner",
    "outcome",
    "marketing_wording",
    "follow_up_on",
)
# Whatever the outcome: closing what nobody answered does not make it answered.
WAS_NEVER_ANSWERED = Q(state__in=(State.CLOSED, State.ERASED), first_replied_at=None)


def new_reference() -> str:
    """A reference that a visitor can read out on the phone: 40 bits, no look-alike letters."""
    return get_random_string(REFERENCE_LENGTH, REFERENCE_LETTERS)


class EnquiryQuerySet(models.QuerySet["Enquiry"]):
    def in_hand(self) -> "EnquiryQuerySet":
        """What staff work on: neither finished, nor put aside as spam, nor erased."""
        return self.filter(state__in=IN_HAND)

    def unanswered(self) -> "EnquiryQuerySet":
        """What was promised a reply and has had none; our own test enquiries, and what may not be used, are owed nothing."""
        return self.filter(IS_UNANSWERED)

    def counted(self) -> "EnquiryQuerySet":
        """What reports count: neither our own trials nor what an earlier site received."""
        return self.filter(IS_COUNTED)

    def overdue(self) -> "EnquiryQuerySet":
        """The unanswered ones whose promised time is over, by the database's clock."""
        return self.filter(IS_OVERDUE)

    def at_hand(self, today: date) -> "EnquiryQuerySet":
        """Without those that somebody put aside until a later day."""
        return self.exclude(follow_up_on__gt=today)

    def put_aside(self, today: date) -> "EnquiryQuerySet":
        """What staff work on, but not before a later day."""
        return self.in_hand().filter(follow_up_on__gt=today)

    def saying(self, message: str) -> "EnquiryQuerySet":
        """Those with just this message, by the index of their beginnings."""
        beginning = Left("message", INDEXED_OF_MESSAGE)
        return self.alias(beginning=beginning).filter(beginning=message[:INDEXED_OF_MESSAGE], message=message)


class Enquiry(Retained):
    """What somebody wants of us, who they are, and the guide they came from; and where the work on it stands.

    Only `receiving`, `entering` and `importing` make one and only the verbs of `handling` and `privacy` change one.
    """

    reference = models.CharField(max_length=REFERENCE_LENGTH, unique=True, default=new_reference, editable=False)
    # The form's token: however often one form arrives, it is one enquiry.
    token = models.CharField(max_length=64, unique=True, editable=False)
    # What one browser said; the form that is sent again unchanged after going back has another token.
    sent_as = models.CharField(max_length=64, blank=True, default="", db_default="", db_index=True, editable=False)
    role = models.CharField("I am", max_length=20, choices=Role)
    name = models.CharField(max_length=200)
    email = models.EmailField(
        "e-mail",
        max_length=254,
        blank=True,
        help_text="Empty when they gave us a phone number alone; then no mail goes to them.",
    )
    phone = models.CharField(
        max_length=phone_numbers.LONGEST,
        blank=True,
        help_text="E.164 with the extension, such as +441614960000;ext=123; as typed where it could not be read.",
    )
    reply_by = models.CharField("reply", max_length=10, choices=ReplyBy, default=ReplyBy.EMAIL)
    reply_when = models.CharField("best time", max_length=200, blank=True)
    message = models.TextField()

    role_sought = models.CharField(max_length=200, blank=True)
    location = models.CharField(max_length=200, blank=True)
    right_to_work = models.CharField("right to work in the UK", max_length=20, choices=RightToWork, blank=True)

    organisation = models.CharField(max_length=200, blank=True)
    role_to_fill = models.CharField(max_length=200, blank=True)
    engagement = models.CharField("permanent or contract", max_length=20, choices=Engagement, blank=True)
    urgency = models.CharField("how soon", max_length=20, choices=Urgency, blank=True)

    guide = models.ForeignKey(Article, null=True, on_delete=models.SET_NULL, related_name="+")
    source_path = models.CharField("came from", max_length=500, blank=True)
    source = models.CharField(
        "reached us by", max_length=10, choices=Source, default=Source.FORM, db_default=Source.FORM.value
    )
    privacy_wording = models.ForeignKey(
        Wording,
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text="Empty for what came from a form of an earlier site, which showed words of its own.",
    )
    marketing_wording = models.ForeignKey(
        Wording,
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text="The words they agreed to. Empty without their consent.",
    )

    state = models.CharField(max_length=10, choices=State, default=State.NEW)
    outcome = models.CharField(max_length=20, choices=Outcome, blank=True)
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="enquiries")
    team = models.ForeignKey(Team, null=True, on_delete=models.PROTECT, related_name="enquiries")
    spam_reasons = models.JSONField(default=list)
    was_suspected = models.BooleanField(
        null=True, editable=False, help_text="By the filter, when it came. Empty: only its reasons say so."
    )
    is_synthetic = models.BooleanField(default=False, help_text="A test that we sent ourselves; in no report.")

    received_at = models.DateTimeField(db_default=Now())
    reply_due_at = models.DateTimeField()
    first_replied_at = models.DateTimeField(null=True)
    first_reply_channel = models.CharField(
        max_length=10,
        choices=Channel,
        blank=True,
        default="",
        db_default="",
        help_text="How the first reply reached them. Empty without one, and for e-mails of earlier releases.",
    )
    reply_minutes = models.PositiveIntegerField(
        null=True, editable=False, help_text="Working minutes until the first reply. Empty until they are counted."
    )
    follow_up_on = models.DateField(
        "follow up on", null=True, blank=True, help_text="Out of the way until this day, then on top of the list."
    )
    ats_reference = models.CharField(
        "reference elsewhere",
        max_length=100,
        blank=True,
        default="",
        db_default="",
        help_text="Under which another system keeps this person or vacancy.",
    )
    closed_at = models.DateTimeField(null=True)
    erase_on = models.DateField(
        null=True, help_text="When the personal data will be erased; set when the enquiry is closed."
    )
    is_restricted = models.BooleanField(
        default=False, db_default=False, help_text="Kept and not used, as the enquirer asked (UK GDPR, article 18)."
    )

    # Who had it when it was erased, for the reports alone: it is nobody's any more.
    last_owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="+",
        db_index=False,
    )
    last_team = models.ForeignKey(
        Team, null=True, editable=False, on_delete=models.SET_NULL, related_name="+", db_index=False
    )
    tallied_in = models.DateField(
        null=True, editable=False, help_text="The week whose tallies count it; empty while its row does."
    )

    ended_links = models.JSONField(
        default=list,
        db_default=[],
        editable=False,
        help_text="Hashes of the status links that ended when the address was corrected.",
    )

    # What the form asks, in its order.
    ANSWERS = (
        "role",
        "name",
        "email",
        "phone",
        "reply_by",
        "reply_when",
        "role_sought",
        "location",
        "right_to_work",
        "organisation",
        "role_to_fill",
        "engagement",
        "urgency",
        "message",
    )

    objects = EnquiryQuerySet.as_manager()

    class Meta:
        ordering = ["-received_at", "-id"]
        verbose_name_plural = "enquiries"
        permissions = [
            ("handle_enquiry", "Can answer enquiries"),
            ("assign_enquiry", "Can give enquiries to others"),
            ("view_every_enquiry", "Can see the enquiries of every team"),
            ("erase_enquiry", "Can erase enquiries"),
            ("view_reports", "Can see the reports"),
            ("import_enquiry", "Can take in form entries of an earlier site"),
        ]
        indexes = [
            models.Index(fields=["state", "follow_up_on", "reply_due_at", "id"], name="enquiry_turn"),
            models.Index(fields=["owner", "state", "reply_due_at"], name="enquiry_mine"),
            models.Index(fields=["state", "-received_at", "-id"], name="enquiry_newest"),
            models.Index(
                fields=["follow_up_on", "reply_due_at", "id"],
                condition=Q(follow_up_on__isnull=False),
                name="enquiry_follow_up",
            ),
            # Holds all by which the work list is filtered: where few fit, no enquiry itself is read to learn that.
            models.Index(fields=["-received_at", "-id", *LISTED_BY], name="enquiry_list"),
            # What reports count from rows: little, once the worker has tallied.
            models.Index(fields=["received_at"], condition=Q(tallied_in=None) & IS_COUNTED, name="enquiry_to_tally"),
            # Holds all that the numbers on the work list's tabs need.
            models.Index(fields=["state", "follow_up_on"], condition=Q(is_synthetic=False), name="enquiry_counts"),
            models.Index(fields=["reply_due_at"], condition=WAITS_FOR_A_REPLY, name="enquiry_unanswered"),
            models.Index(fields=["id"], condition=Q(state__in=IN_HAND), name="enquiry_in_hand"),
            models.Index(fields=["email"], name="enquiry_email"),
            # For the same words from others; PostgreSQL refuses a long text in an index.
            models.Index(Left("message", INDEXED_OF_MESSAGE), name="enquiry_message"),
            models.Index(fields=["id"], condition=Q(state=State.SPAM, erase_on=None), name="enquiry_not_dated"),
            models.Index(fields=["erase_on"], condition=Q(erase_on__isnull=False), name="enquiry_erase"),
        ]

    def __str__(self) -> str:
        return f"{self.name}, {self.get_role_display()} ({self.reference})"

    @property
    def phone_in_words(self) -> str:
        return phone_numbers.in_words(self.phone)

    @property
    def phone_link(self) -> str:
        """Empty when no number can be read in what was typed."""
        return phone_numbers.link(self.phone)

    @property
    def is_imported(self) -> bool:
        """Whether it came from a form of an earlier site: nothing was promised, and no report counts it."""
        return self.source == Source.EARLIER_SITE

    @property
    def is_in_hand(self) -> bool:
        return self.state in IN_HAND

    @property
    def is_open(self) -> bool:
        """Whether it is unfinished in the enquirer's eyes: they do not learn that it is suspected spam."""
        return self.is_in_hand or self.state == State.SPAM

    @property
    def may_be_passed_on(self) -> bool:
        """Whether its data may leave for another system."""
        return self.state not in (State.SPAM, State.ERASED) and not self.is_restricted and not self.is_synthetic

    @property
    def is_unanswered(self) -> bool:
        is_owed = self.state in OWED_A_REPLY and not self.is_synthetic and not self.is_restricted
        return is_owed and not self.is_imported and self.first_replied_at is None

    def is_overdue(self, now: datetime) -> bool:
        return self.is_unanswered and self.reply_due_at < now


class SearchWord(models.Model):
    """A word of who an enquirer is: a name, an address, a number. Other enquiries of the same person are found by it."""

    enquiry = models.ForeignKey(Enquiry, on_delete=models.CASCADE, related_name="search_words")
    word = models.CharField(max_length=100, db_index=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["enquiry", "word"], name="one_word_per_enquiry")]

    def __str__(self) -> str:
        return self.word


class SearchText(models.Model):
    """The different words of an enquiry and its history, folded: what staff find it by.

    The database keeps an index of single words beside it by itself: see migration 0018.
    """

    enquiry = models.OneToOneField(Enquiry, primary_key=True, on_delete=models.CASCADE, related_name="search_text")
    words = models.TextField()

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return f"The words of enquiry {self.enquiry_id}"

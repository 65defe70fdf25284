"""Whether those who are quoted have approved their words."""

from collections.abc import Iterator

from articles.document import Document, Insight
from articles.drafts.linking import referred
from articles.gate.findings import Finding, Level, Place, Rule
from articles.models import ApprovalRequest, Article, Author, GuideEvent
from articles.review.approvals import ANSWERS, KINDS, words_of

UNAPPROVED = Rule(
    check="approval",
    level=Level.WARNS,
    why="They were asked to approve their words, and readers will believe that these are the ones.",
    advice="Wait for their answer, or ask them again under “Share for approval”.",
)


def findings(article: Article, document: Document) -> list[Finding]:
    """The insights whose voices were asked about their words and have not approved these."""
    insights = [
        (position, block)
        for position, block in enumerate(document.blocks)
        if isinstance(block, Insight) and block.is_shown() and block.speaker
    ]
    if not insights:
        return []
    approved = _approved_words(article)
    return [
        finding
        for position, block in insights
        if block.speaker and block.speaker.slug in approved
        for finding in _unapproved(position, block, block.speaker.name, approved[block.speaker.slug])
    ]


def _approved_words(article: Article) -> dict[str, set[str] | None]:
    """For each voice that was asked, what it approved of its words with its last answer; None while it has not approved."""
    asked = ApprovalRequest.objects.filter(article=article.pk, ended_at=None, speaker__isnull=False)
    approved: dict[str, set[str] | None] = dict.fromkeys(asked.values_list("speaker__slug", flat=True))
    answers = GuideEvent.objects.filter(article=article.pk, kind__in=ANSWERS, request__speaker__isnull=False)
    for event in answers.select_related("request__speaker", "version").order_by("at", "pk"):
        if event.request and event.request.speaker:
            approved[event.request.speaker.slug] = _words_approved_by(event, event.request.speaker)
    return approved


def _words_approved_by(event: GuideEvent, speaker: Author) -> set[str] | None:
    if event.kind != KINDS.APPROVED or event.version is None:
        return None
    document = event.version.document()
    # Its links may have become references since, which changes no words.
    return {block.html for known in (document, referred(document)) for block in words_of(speaker, known)}


def _unapproved(position: int, block: Insight, name: str, approved: set[str] | None) -> Iterator[Finding]:
    place = Place(block=position, field="html")
    if approved is None:
        yield UNAPPROVED.found(place, f"{name} has not approved these words yet.")
    elif block.html not in approved:
        yield UNAPPROVED.found(place, f"These words of {name} are not the ones that they approved.")

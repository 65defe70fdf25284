"""What needs attention first among the guides, for the admin's front page: only what the user may act on."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

from django import template
from django.db.models import Case, CharField, Count, Exists, F, OuterRef, Q, QuerySet, Subquery, Value, When, Window
from django.db.models.functions import Coalesce, Least
from django.urls import reverse
from django.utils import timezone
from django.utils.text import capfirst

from articles.drafts.states import State, in_state, with_states
from articles.lib.days import in_words, moment_in_words
from articles.lib.front_page.dashboard import DashboardItem, DashboardLine
from articles.lib.people import name_of
from articles.models import Article, GuideEvent
from articles.outbox.models import Message
from articles.references import texts
from articles.review import upkeep

SHOWN = 5
WEEK = timedelta(days=7)
KINDS = GuideEvent.Kind
ANSWERS = (KINDS.APPROVED, KINDS.COMMENTED)

register = template.Library()


@register.simple_tag
def guide_dashboard(user: Any) -> list[DashboardItem]:
    """What the user should see to, the most urgent first; nothing for those who may not change guides."""
    if not user.has_perm("articles.change_article"):
        return []
    return [item for item in _items(user) if item.count]


def _items(user: Any) -> Iterator[DashboardItem]:
    """In one query each, however many guides there are."""
    guides = with_states(Article.objects.select_related("owner"))
    own = guides.filter(owner=user)
    mine = guides if user.has_perm("articles.change_every_article") else own
    publishes = user.has_perm("articles.publish_article")
    if publishes:
        yield _item("Not published as scheduled", _failed(mine), _why_not, page="checks")
    overdue = mine.filter(pk__in=upkeep.overdue().order_by().values("pk")).order_by("review_by", "pk")
    yield _item("Review overdue", overdue, _since, page="checks", state=State.OVERDUE)
    looked = mine.select_related("owner", "look")
    touched = looked.filter(look__law__gt="").order_by("pk")
    yield _item(
        "Touched by a change of the law", touched, lambda guide: guide.look.law, page="checks", query="night=law"
    )
    new = looked.filter(look__news_count__gt=0).order_by("-look__news_count", "pk")
    yield _item("New findings on live pages", new, _news, page="checks", query="night=news")
    if publishes:
        waiting = in_state(mine, State.IN_REVIEW).order_by("sent_for_review_at", "pk")
        yield _item("Waiting for an editor", waiting, _sent, page="checks", state=State.IN_REVIEW)
    yield _item("Sent back to you", _sent_back(own), _what_to_do)
    yield _answers(mine)
    yield _item("Questions proposed by colleagues", mine.filter(is_asked=True).order_by("pk"), _owner, page="questions")
    yield _broken_links(user)
    if user.has_perm("outbox.view_message"):
        messages = Message.objects.plain()
        yield _messages("Not sent for more than 15 minutes", messages.late(), "late")
        yield _messages("Undeliverable", messages.undeliverable(), "undeliverable")
    if publishes:
        yield _item(
            "Scheduled in the next seven days", _soon(mine), _what_happens, page="checks", state=State.SCHEDULED
        )
        changed = in_state(mine, State.CHANGED).order_by(_own_first(user), "-saved_at", "pk")
        yield _item("Live, with changes to publish", changed, _saved, page="checks", state=State.CHANGED)
    drafts = in_state(own, State.DRAFT).filter(sent_for_review_at=None).exclude(pk__in=_sent_back(own).values("pk"))
    yield _item("Your drafts", drafts.order_by("-saved_at", "pk"), _saved, state=State.DRAFT)


def _item(
    title: str,
    guides: QuerySet,
    remark: Callable[[Any], str],
    *,
    page: str = "change",
    state: State | None = None,
    query: str = "",
) -> DashboardItem:
    found = _first(guides)
    lines = [DashboardLine(title=str(guide), address=_page(page, guide.pk), remark=remark(guide)) for guide in found]
    return DashboardItem(
        title=title,
        count=_count(found),
        lines=lines,
        address=_listed(query or (state and f"state={state.value}") or ""),
    )


def _answers(guides: QuerySet) -> DashboardItem:
    """Approvals and comments from outside, each with its words."""
    recent = GuideEvent.objects.filter(kind__in=ANSWERS, at__gte=timezone.now() - WEEK, article__in=guides.values("pk"))
    found = _first(recent.select_related("article", "by").order_by("-at", "-pk"))
    lines = [
        DashboardLine(title=str(event.article), address=_page("history", event.article_id), remark=_answer(event))
        for event in found
    ]
    return DashboardItem(title="Answers in the last seven days", count=_count(found), lines=lines)


def _broken_links(user: Any) -> DashboardItem:
    """Texts outside of guides with links that do not lead where they should."""
    found = [(text, sentences) for text, sentences in texts.broken_links() if text.may_change(user)]
    lines = [
        DashboardLine(title=text.name, address=text.edited_at, remark=" ".join(sentences))
        for text, sentences in found[:SHOWN]
    ]
    return DashboardItem(title="Links that lead nowhere", count=len(found), lines=lines)


def _messages(title: str, messages: QuerySet, arrival: str) -> DashboardItem:
    """Messages about guides that do not leave."""
    found = _first(messages.order_by("created_at", "pk"))
    lines = [
        DashboardLine(
            title=str(message),
            address=reverse("admin:outbox_message_change", args=[message.pk]),
            remark=f"written {moment_in_words(message.created_at)}",
        )
        for message in found
    ]
    address = f"{reverse('admin:outbox_message_changelist')}?arrival={arrival}"
    return DashboardItem(title=title, count=_count(found), lines=lines, address=address)


def _failed(guides: QuerySet) -> QuerySet:
    """Those whose scheduled publication was refused, until they are published or scheduled again."""
    failed, settled = _newest(KINDS.NOT_PUBLISHED), _newest(KINDS.PUBLISHED, KINDS.SCHEDULED)
    marked = guides.annotate(failed_at=failed.values("at")[:1], reason=failed.values("note")[:1])
    later = Exists(settled.filter(at__gt=OuterRef("failed_at")))
    return marked.filter(~later, failed_at__isnull=False).order_by("-failed_at", "pk")


def _sent_back(guides: QuerySet) -> QuerySet:
    """Those whose last step on the way to publication was back to their author."""
    step = _newest(KINDS.SENT_BACK, KINDS.SENT_FOR_REVIEW, KINDS.PUBLISHED)
    marked = guides.annotate(
        last_step=Subquery(step.values("kind")[:1]),
        step_note=Subquery(step.values("note")[:1]),
        step_at=Subquery(step.values("at")[:1]),
    )
    return marked.filter(last_step=KINDS.SENT_BACK).order_by("-step_at", "pk")


def _soon(guides: QuerySet) -> QuerySet:
    """Those that are scheduled to go live or be withdrawn within a week, the next first."""
    end = timezone.now() + WEEK
    due = guides.filter(Q(goes_live_at__lte=end) | Q(withdraw_at__lte=end))
    # The smaller of two moments of which one may be missing.
    first = Least(Coalesce("goes_live_at", "withdraw_at"), Coalesce("withdraw_at", "goes_live_at"))
    return due.annotate(next_at=first).order_by("next_at", "pk")


def _newest(*kinds: GuideEvent.Kind) -> QuerySet[GuideEvent]:
    return GuideEvent.objects.filter(article=OuterRef("pk"), kind__in=kinds).order_by("-at", "-pk")


def _own_first(user: Any) -> Case:
    return Case(When(owner=user, then=Value("a")), default=Value("b"), output_field=CharField())


def _first(found: QuerySet) -> list[Any]:
    """The first few, each with the number of all."""
    return list(found.annotate(of=Window(Count(F("pk"))))[:SHOWN])


def _count(found: list[Any]) -> int:
    return found[0].of if found else 0


def _page(name: str, pk: int) -> str:
    return reverse(f"admin:articles_article_{name}", args=[pk])


def _listed(query: str) -> str:
    return f"{reverse('admin:articles_article_changelist')}?{query}" if query else ""


def _why_not(guide: Any) -> str:
    return f"{moment_in_words(guide.failed_at)}: {guide.reason}"


def _since(guide: Any) -> str:
    return f"since {in_words(guide.review_by)}, {_owner(guide)}"


def _news(guide: Any) -> str:
    first, *others = guide.look.news
    more = f" And {len(others)} more." if others else ""
    return f"{first['what']}{more} {capfirst(_owner(guide))}."


def _sent(guide: Any) -> str:
    return f"sent {moment_in_words(guide.sent_for_review_at)}, {_owner(guide)}"


def _what_to_do(guide: Any) -> str:
    return f"{moment_in_words(guide.step_at)}: {guide.step_note}"


def _what_happens(guide: Any) -> str:
    goes_live = guide.goes_live_at == guide.next_at
    return f"{'goes live' if goes_live else 'will be withdrawn'} on {moment_in_words(guide.next_at)}"


def _saved(guide: Any) -> str:
    return f"saved {moment_in_words(guide.saved_at)}, {_owner(guide)}"


def _answer(event: GuideEvent) -> str:
    who = event.by_name or (event.by and event.by.get_full_name()) or "Somebody"
    told = f"{who} {'approved' if event.kind == KINDS.APPROVED else 'commented'} {moment_in_words(event.at)}"
    return f"{told}: {event.note}" if event.note else told


def _owner(guide: Article) -> str:
    return f"looked after by {name_of(guide.owner)}" if guide.owner else "with no owner"

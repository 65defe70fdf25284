"""Who takes a new enquiry: the first rule that fits decides, and nothing stays unowned."""

from typing import Any, NamedTuple

from django.db.models import Q

from articles.models import Article, Author, Mention
from enquiries import cover
from enquiries.intake import turns
from enquiries.models import RoutingRule, Team
from enquiries.teams import default_team


class Destination(NamedTuple):
    """A person, if a rule names one, and always the team that answers for the enquiry."""

    owner: Any
    team: Team


def route(role: str, guide: Article | None) -> Destination:
    """Where an enquiry of this role from this guide goes.

    A rule is skipped when its person can no longer sign in. While they are away whoever stands in for them takes it, or
    the team if nobody does.
    """
    return _decide(role, guide)[1]


def give(role: str, guide: Article | None) -> Destination:
    """The same, and the member of the team whose turn it is, if the rule gives it to one.

    Call it in the transaction that stores what is given: their turn is then over.
    """
    rule, destination = _decide(role, guide)
    if rule and rule.team and rule.assignment:
        return Destination(turns.next_of(rule.team, rule.assignment), rule.team)
    return destination


def _decide(role: str, guide: Article | None) -> tuple[RoutingRule | None, Destination]:
    for rule in _fitting(role, guide):
        person = _voice_of(guide) if rule.to_voice else rule.person
        if rule.team or (person and person.is_active):
            return rule, Destination(cover.today().answering_for(person), rule.team or default_team())
    return None, Destination(None, default_team())


def _fitting(role: str, guide: Article | None) -> Any:
    fits = Q(role__in=["", role])
    fits &= Q(topic=None) | Q(topic=guide.topic_id) if guide else Q(topic=None)
    fits &= Q(guide=None) | Q(guide=guide) if guide else Q(guide=None)
    return RoutingRule.objects.filter(fits).select_related("team", "person")


def _voice_of(guide: Article | None) -> Any:
    """The account of the first person quoted in the guide's insights, as visitors read them."""
    if guide is None:
        return None
    spoken = Mention.objects.filter(kind=Mention.Kind.SPEAKER, revision__in=guide.revisions.published())
    slugs = list(spoken.values_list("slug", flat=True))
    authors = Author.objects.filter(slug__in=slugs, account__is_active=True).select_related("account")
    accounts = {author.slug: author.account for author in authors}
    return next((accounts[slug] for slug in slugs if slug in accounts), None)

"""The rest of the site as the checks need it."""

from collections.abc import Callable
from dataclasses import replace
from urllib.parse import urlsplit

from django.conf import settings
from django.urls import Resolver404, resolve
from django.utils import timezone

from articles.gate import contacts, levels
from articles.gate.context import Law, Owner, SiteContext
from articles.gate.live_paragraphs import live_paragraphs
from articles.gate.other_guides import OtherGuide, OtherGuides
from articles.models import UNTITLED, Article, Author, LawChange, Revision, StyleTerm, Topic

LISTED: dict[str, type[Topic] | type[Author]] = {"articles:topic": Topic, "articles:author": Author}


def site_context() -> SiteContext:
    """The rest of the site as the checks need it, in nine queries however large the site is.

    A process reads guides that went live since it last asked in a query more.
    """
    guides = Article.objects.values_list("pk", "slug", "title", "standfirst", "description")
    published = list(Revision.objects.published().values_list("pk", "created_at", "article_id", "slug", "title"))
    live = {article: slug for _pk, _made, article, slug, _title in published}
    former = Revision.objects.exclude(went_live_at=None).order_by("went_live_at").values_list("article_id", "slug")
    terms = list(StyleTerm.objects.all())
    live_slugs = frozenset(live.values())
    return SiteContext(
        today=timezone.localdate(),
        hosts=frozenset({(settings.SITE.hostname or "").lower()}),
        others=OtherGuides(
            OtherGuide(slug=slug, title=title or UNTITLED, standfirst=standfirst, description=description)
            for _pk, slug, title, standfirst, description in guides
        ),
        live=live_slugs,
        unpublished=frozenset(slug for pk, slug, *_rest in guides if pk not in live),
        withdrawn=frozenset(slug for pk, slug in former if pk not in live and slug not in live_slugs),
        moved={slug: live[pk] for pk, slug in former if pk in live and slug not in live_slugs},
        exists=_page_finder(),
        paragraphs=live_paragraphs(
            {(pk, made): Owner(article, title) for pk, made, article, _slug, title in published}
        ),
        spellings={wrong: term.name for term in terms for wrong in term.avoided()},
        known=frozenset(term.name for term in terms if term.is_known),
        contacts=contacts.own(),
        levels=levels.as_set(),
        laws=tuple(
            Law(subject=law.subject, phrases=law.phrases(), in_force_on=law.in_force_on, what=law.what, link=law.link)
            for law in LawChange.objects.all()
        ),
    )


def without(article: Article, site: SiteContext) -> SiteContext:
    """The same for one guide, without itself among the other guides."""
    return replace(site, own=article.slug, paragraphs=replace(site.paragraphs, own=article.pk))


def _page_finder() -> Callable[[str], bool]:
    """A function that says whether a path that is not a guide's has a page on this site."""
    slugs = {name: set(model.objects.values_list("slug", flat=True)) for name, model in LISTED.items()}

    def exists(path: str) -> bool:
        try:
            match = resolve(urlsplit(path).path)
        except Resolver404:
            return False
        listed = slugs.get(match.view_name)
        return listed is None or match.kwargs["slug"] in listed

    return exists

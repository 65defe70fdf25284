"""What guides and profiles say, in the words of schema.org, for search engines and assistants.

Each function gives plain data for JSON-LD, and nothing that its page does not show. What the page says anyway, such as
its language and its address, is left out: nobody looks for it here. The agency itself is named by reference: the page
that holds the data describes it (`AGENCY`).
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby
from operator import attrgetter
from typing import Any

import nh3
from django.utils import timezone
from django.utils.text import capfirst

from articles.document import Video, references, richtext
from articles.document.layout import Page, Question
from articles.document.salary_bands import Figure
from articles.lib.urls import absolute, path_to
from articles.models import Author, Revision
from articles.pictures import places
from articles.public.breadcrumbs import Crumb
from articles.public.social_image import social_image
from articles.references import reading

# A schema.org node: JSON data with an "@type".
type Node = dict[str, Any]
AGENCY = "/#agency"
# developers.google.com/search/docs/appearance/structured-data/faqpage names these and a few that no answer has.
ANSWER_TAGS = {"p", "br", "ul", "ol", "li", "a", "strong", "em"}


def guide(revision: Revision, content: Sequence[Node]) -> list[Node]:
    """The article, and what `content_of` says of its page."""
    return [article(revision), *content]


def content_of(revision: Revision, page: Page) -> list[Node]:
    """The guide's questions and films; what each role pays is told by the salary page, for all guides.

    Steps are not told: search engines show no `HowTo` any more (developers.google.com/search/blog/2023/08).
    """
    questions = [question for part in page.parts for question in part.questions]
    told = [faq(questions, absolute(revision.get_absolute_url()))] if questions else []
    return told + [film for part in page.parts if isinstance(part.block, Video) for film in video(part.block, revision)]


def video(block: Video, revision: Revision) -> list[Node]:
    """A film, as far as search engines list it: with a still, and the day since when it can be seen.

    A film of ours is new with its guide, unless its editor says otherwise.
    """
    since = block.shown_since or (timezone.localdate(revision.published_at) if block.film else None)
    still = places.shown(block.image, "figure") if block.image else None
    if not still or not since or not (block.film or block.hosted):
        return []
    where = {"contentUrl": absolute(block.film.url)} if block.film else {"embedUrl": block.hosted.frame}  # type: ignore[union-attr]
    return [
        {
            "@type": "VideoObject",
            "name": block.title,
            "description": revision.standfirst,
            "thumbnailUrl": absolute(still.src),
            "uploadDate": since.isoformat(),
            **({"duration": block.lasts} if block.lasts else {}),
            **where,
        }
    ]


def article(revision: Revision) -> Node:
    """The guide as a whole, with the dates that its readers see."""
    return {
        "@type": "Article",
        "headline": revision.title,
        "description": revision.standfirst,
        "image": social_image(revision).url,
        "author": signatory(revision.author),
        "publisher": {"@id": absolute(AGENCY)},
        "datePublished": timezone.localdate(revision.published_at).isoformat(),
        "dateModified": timezone.localdate(revision.updated_at).isoformat(),
    }


def faq(questions: Sequence[Question], address: str) -> Node:
    """The questions of a page with their answers; links in these are whole, from the page's address."""
    return {
        "@type": "FAQPage",
        "mainEntity": [
            {
                "@type": "Question",
                "name": question.question,
                "acceptedAnswer": {"@type": "Answer", "text": _answer(question.answer, address)},
            }
            for question in questions
        ],
    }


def _answer(html: str, address: str) -> str:
    """The answer with its paragraphs, lists and links, as Google takes it; raised and struck-out signs as plain text."""
    return nh3.clean(
        richtext.typed(html),
        tags=ANSWER_TAGS,
        attributes={tag: names for tag, names in richtext.ATTRIBUTES.items() if tag in ANSWER_TAGS},
        url_schemes=richtext.STORED_SCHEMES,
        link_rel=None,
        url_relative=("rewrite_with_base", address),
    )


def linked(nodes: Sequence[Node]) -> list[Node]:
    """The nodes of `content_of` with whole addresses for the references in their answers."""
    found = reading.addresses(references.in_html(" ".join(_texts(nodes))))
    whole = {reference: absolute(path) for reference, path in found.items()}
    return [_mapped(node, lambda text: references.addressed(text, whole)) for node in nodes]


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list | tuple | dict):
        for item in value.values() if isinstance(value, dict) else value:
            yield from _texts(item)


def _mapped(value: Any, change: Callable[[str], str]) -> Any:
    if isinstance(value, dict):
        return {name: _mapped(item, change) for name, item in value.items()}
    if isinstance(value, list):
        return [_mapped(item, change) for item in value]
    return change(value) if isinstance(value, str) else value


def occupations(role: str, figures: Iterable[Figure]) -> list[Node]:
    """A role in each region that there are figures for."""
    by_region = groupby(sorted(figures, key=attrgetter("region")), key=attrgetter("region"))
    return [
        {
            "@type": "Occupation",
            "name": capfirst(role),
            "occupationLocation": {"@type": "AdministrativeArea", "name": region},
            "estimatedSalary": [salary(figure) for figure in figures],
        }
        for region, figures in by_region
    ]


def salary(figure: Figure) -> Node:
    """What a level earns a year: a range, since a distribution would claim percentiles that we do not know."""
    most = {} if figure.open_ended else {"maxValue": figure.high}
    return {
        "@type": "MonetaryAmount",
        "name": figure.level,
        "currency": figure.currency,
        "value": {"@type": "QuantitativeValue", "minValue": figure.low, **most, "unitText": "YEAR"},
    }


def profile(author: Author) -> list[Node]:
    """The public page of a person or desk."""
    image = author.portrait_image()
    who = signatory(author) | {"description": richtext.plain(author.biography)}
    if image:
        who["image"] = absolute(image.url)
    return [{"@type": "ProfilePage", "url": who["url"], "mainEntity": who}]


def staff(teams: Sequence[Author], people: Sequence[Author]) -> list[Node]:
    """The page of everybody: the agency's teams as parts of it, and who works for it."""
    known = {"department": [_named(team) for team in teams], "employee": [_named(person) for person in people]}
    agency = {"@id": absolute(AGENCY)} | {name: nodes for name, nodes in known.items() if nodes}
    return [{"@type": "AboutPage", "url": absolute(path_to("articles:people")), "mainEntity": agency}]


def _named(author: Author) -> Node:
    """Somebody by name and address."""
    kind = "Organization" if author.is_team else "Person"
    return {"@type": kind, "name": author.name, "url": absolute(author.get_absolute_url())}


def signatory(author: Author) -> Node:
    """Who signs a guide: somebody who works for the agency, or a desk that is part of it."""
    known = {"name": author.name, "url": absolute(author.get_absolute_url())}
    agency = {"@id": absolute(AGENCY)}
    if author.is_team:
        return {"@type": "Organization", **known, "parentOrganization": agency}
    return {"@type": "Person", **known, "jobTitle": author.role, "worksFor": agency}


def breadcrumbs(trail: Sequence[Crumb]) -> Node:
    """The line of links above the page's heading."""
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {
                "@type": "ListItem",
                "position": position,
                "name": crumb.name,
                **({"item": absolute(crumb.path)} if crumb.path else {}),
            }
            for position, crumb in enumerate(trail, start=1)
        ],
    }

"""What the agency says about itself in the terms of schema.org, and everything that one page says."""

from collections.abc import Callable, Sequence

from django.templatetags.static import static

from agency.models import Identity
from articles.lib.urls import absolute, path_to
from articles.public.breadcrumbs import Crumb
from articles.public.structured_data import AGENCY, Node, breadcrumbs


def graph(
    identity: Identity, nodes: Sequence[Node] = (), trail: Sequence[Crumb] = (), about: Sequence[str] = ()
) -> Node:
    """What one page says: `nodes`, the line of links, and what `about` names of `ABOUT`; empty when it says nothing."""
    said = [ABOUT[name](identity) for name in about]
    said += [*nodes, *([breadcrumbs(trail)] if len(trail) > 1 else [])]
    if not said:
        return {}
    named = [] if "agency" in about else [publisher(identity)]
    return {"@context": "https://schema.org", "@graph": [*named, *said]}


def publisher(identity: Identity) -> Node:
    """The agency, in as much detail as a page about something else needs."""
    return {
        "@type": "EmploymentAgency",
        "@id": absolute(AGENCY),
        "name": identity.name,
        "url": absolute(path_to("home")),
        "logo": absolute(static("img/icon.svg")),
    }


def agency(identity: Identity) -> Node:
    """Everything the agency says about itself; fields left empty are left out."""
    told = {
        "slogan": identity.tagline,
        "description": identity.introduction,
        "legalName": identity.company_name,
        "vatID": identity.vat_number,
        "email": identity.email,
        "telephone": identity.phone,
        "address": ", ".join(line.strip() for line in identity.address.splitlines() if line.strip()),
        "sameAs": [url for _name, url in identity.social_links()],
    }
    return publisher(identity) | {name: value for name, value in told.items() if value}


def website(identity: Identity) -> Node:
    """The site, and how to search it."""
    return {
        "@type": "WebSite",
        "@id": absolute("/#website"),
        "name": identity.name,
        "url": absolute(path_to("home")),
        "publisher": {"@id": absolute(AGENCY)},
        "potentialAction": {
            "@type": "SearchAction",
            "target": {
                "@type": "EntryPoint",
                "urlTemplate": absolute(path_to("articles:search")) + "?q={query}",
            },
        },
    }


ABOUT: dict[str, Callable[[Identity], Node]] = {"agency": agency, "website": website}

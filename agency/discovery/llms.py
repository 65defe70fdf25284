"""The site on one page of Markdown, for assistants that look around before they answer (llmstxt.org)."""

from collections.abc import Iterator
from itertools import groupby
from operator import attrgetter

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from agency import identity
from agency.models import Identity
from articles.document.markdown import escape
from articles.lib.cacheable import cacheable
from articles.lib.urls import absolute
from articles.models import Revision
from articles.views import markdown

# The newest; a longer page is none that anybody reads before they answer. The sitemap has the rest.
LISTED = 1000


@require_safe
@cacheable()
def page(request: HttpRequest) -> HttpResponse:
    """`/llms.txt`."""
    return HttpResponse("\n\n".join(_sections()) + "\n", content_type="text/plain; charset=utf-8")


def _sections() -> Iterator[str]:
    agency = identity.current()
    yield f"# {escape(agency.name)}"
    yield from (escape(" ".join(text.split())) for text in (agency.tagline, agency.introduction) if text)
    yield "Each guide is listed as Markdown; its web page has the same address with / in place of .md."
    newest = Revision.objects.published().select_related("topic").defer("stored")[:LISTED]
    by_topic = sorted(newest, key=attrgetter("topic.position", "topic.name"))
    for topic, members in groupby(by_topic, key=attrgetter("topic")):
        yield _section(topic.name, map(_guide, members))
    yield _section("Salaries", _salaries())
    yield _section("Contact", _contact(agency))
    yield _section("More", _more())


def _section(heading: str, lines: Iterator[str]) -> str:
    return "\n".join([f"## {escape(heading)}", "", *(f"- {line}" for line in lines)])


def _guide(revision: Revision) -> str:
    return f"{_link(revision.title, markdown.path(revision))}: {escape(revision.description)}"


def _salaries() -> Iterator[str]:
    yield f"{_link('What tech roles pay', reverse('articles:salaries'))}: every figure with its basis and date"
    yield f"{_link('The same as a table', reverse('articles:salaries_csv'))}: CSV"


def _contact(agency: Identity) -> Iterator[str]:
    yield f"{_link('Our teams and people', reverse('articles:people'))}: who recruits for what"
    yield f"{_link('Send an enquiry', reverse('enquiries:new'))}: for people looking for work and people hiring"
    yield _link("Contact us", reverse("page", args=["contact"]))
    yield from (escape(text) for text in (agency.email, agency.phone) if text)


def _more() -> Iterator[str]:
    yield f"{_link('Newest guides in full', reverse('articles:feed'))}: Atom feed"
    yield f"{_link('Every address', reverse('sitemap'))}: sitemap"


def _link(words: str, path: str) -> str:
    return f"[{escape(words)}]({absolute(path)})"

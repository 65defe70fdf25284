"""A paragraph that another live guide has is found, as soon as that guide is live and for as long as it says so."""

import pytest

from articles.document import CallToAction, Text
from articles.drafts.rows import document_of, replace_blocks
from articles.gate import inspection
from articles.models import Article
from articles.publishing import publication
from tests import cast
from tests.articles import live

pytestmark = pytest.mark.django_db

BRIEF = (
    "A good brief says what the person will do in the first month, who will help them do it, and how everybody will "
    "know by the end of it that the two of them have found each other."
)
NEARLY = BRIEF.replace("the first month", "the first three months").replace("everybody", "all of us")
WHAT = "The guide “The brief” has this paragraph too, or nearly."


def guide(slug: str, *paragraphs: str, title: str = "A guide") -> Article:
    draft = cast.draft(slug)
    Article.objects.filter(pk=draft.pk).update(title=title)
    draft.refresh_from_db()
    replace_blocks(draft, (Text(html="".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)),))
    return draft


def found(draft: Article) -> list[str]:
    findings = inspection.findings(draft, document_of(draft))
    return [finding.what for finding in findings if finding.check == "paragraph-in-another-guide"]


@pytest.mark.parametrize("paragraph", [BRIEF, NEARLY, BRIEF.replace("good brief", "<strong>good</strong> brief")])
def test_a_copy_of_a_live_guide_is_found(paragraph: str) -> None:
    live.publish(guide("brief", BRIEF, title="The brief"))
    assert found(guide("copy", "Ask early.", paragraph)) == [WHAT]


def test_a_guide_is_no_copy_of_itself_nor_of_a_draft() -> None:
    brief, copy = guide("brief", BRIEF), guide("copy", BRIEF)
    live.publish(brief)
    assert (found(brief), len(found(copy))) == ([], 1)
    publication.withdraw(brief, by=None)
    assert (found(brief), found(copy)) == ([], [])


def test_what_is_published_counts_from_then_on() -> None:
    brief, copy = guide("brief", "Something else altogether stands here."), guide("copy", BRIEF)
    live.publish(brief)
    assert found(copy) == []
    replace_blocks(brief, (Text(html=f"<p>{BRIEF}</p>"),))
    live.publish(brief)
    assert len(found(copy)) == 1


def test_a_call_and_a_short_paragraph_may_stand_in_many_guides() -> None:
    short = "Write to us, and somebody answers within a day."
    live.publish(guide("brief", short, title="The brief"))
    draft = guide("copy", short)
    replace_blocks(draft, (Text(html=f"<p>{short}</p>"), CallToAction(heading="Write", label="Write", text=BRIEF)))
    assert found(draft) == []

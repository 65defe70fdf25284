from datetime import date

import pytest
from django.core.management import call_command

from agency.models import Identity
from articles.document import word_count
from articles.models import Article, Author, JobRole, Revision, Topic
from tests import demo

pytestmark = pytest.mark.django_db


def counts() -> list[int]:
    return [model.objects.count() for model in (Topic, Author, JobRole, Article, Revision)]


def test_the_demo_is_loaded_whole(capsys: pytest.CaptureFixture[str]) -> None:
    call_command("seed_demo")

    assert capsys.readouterr().out == "18 guides loaded\n"
    assert Revision.objects.published().count() == 18
    assert Identity.objects.get().name == "Adria Solutions"


def test_loading_it_again_adds_nothing_and_keeps_what_was_changed() -> None:
    demo.load()
    before = counts()
    Identity.objects.update(name="Another agency")
    Article.objects.filter(slug="how-to-write-a-tech-cv").update(title="Changed")

    call_command("seed_demo", verbosity=0)

    assert counts() == before
    assert Identity.objects.get().name == "Another agency"
    assert Article.objects.get(slug="how-to-write-a-tech-cv").title == "Changed"


def test_more_guides_are_made_up_for_tests_of_scale() -> None:
    demo.load()
    call_command("seed_demo", "--articles", "3", verbosity=0)
    call_command("seed_demo", "--articles", "5", verbosity=0)

    assert Revision.objects.published().count() == 18 + 5


def test_every_demo_guide_has_its_next_review() -> None:
    demo.load()

    reviews = dict(Article.objects.values_list("slug", "review_by"))
    assert None not in reviews.values()
    assert reviews["how-to-write-a-tech-cv"] == date(2027, 5, 26)
    assert reviews["how-to-bring-a-new-engineer-on-board"] == date(2027, 2, 26)  # it rests on the law
    assert reviews["how-to-hire-your-first-security-engineer"] == date(2027, 5, 20)  # never updated


def test_every_demo_guide_has_what_a_good_guide_has() -> None:
    demo.load()

    for revision in Revision.objects.published():
        guide = revision.document()
        kinds = [block.kind for block in guide.blocks]
        assert 700 <= word_count(guide) <= 2_000, revision.slug
        assert 110 <= len(guide.description) <= 155, revision.slug
        assert guide.hero.image, revision.slug
        assert guide.hero.alt, revision.slug
        assert {"text", "key_takeaways", "insight", "question_answer", "final_takeaway", "call_to_action"} <= set(kinds)
        assert Revision.objects.published().filter(topic=revision.topic).count() >= 4

"""An export of this program as a source of drafts, beside whatever a site has already."""

from io import StringIO
from pathlib import Path
from shutil import make_archive

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command

from articles.document import Insight, SalaryTable, Text
from articles.drafts.rows import document_of
from articles.importing import uploads
from articles.models import Article, ImportedPost, ImportRun, Picture, Revision
from tests import cast
from tests.articles import staff
from tests.articles.exporting import full_site

pytestmark = pytest.mark.django_db(transaction=True)


def move_in(export: Path) -> None:
    call_command("import_site", export, stdout=StringIO())


def of(slug: str) -> ImportedPost:
    return ImportedPost.objects.get(article__slug=slug)


def test_each_guide_becomes_a_draft_with_its_picture_and_its_date(export: Path) -> None:
    cast.topic("roles")
    cast.author(cast.PAT)

    move_in(export)

    guide = Article.objects.get(slug="second-address")
    assert Revision.objects.count() == 0
    assert (guide.topic.slug, guide.author.slug) == ("roles", "pat-example")  # type: ignore[union-attr]
    assert guide.published_elsewhere_at is not None
    picture = Picture.objects.get()
    assert (guide.hero_picture, picture.title, picture.alt, picture.focus) == (picture, "A desk", "A desk.", (20, 50))
    assert sorted(Article.objects.values_list("slug", flat=True)) == [
        "only-a-draft",
        "scheduled",
        "second-address",
        "withdrawn",
    ]


def test_a_picture_that_only_decorates_still_does(tmp_path: Path) -> None:
    full_site.fill()
    Picture.objects.update(alt="", decorative=True)
    full_site.export(tmp_path / "export")
    full_site.empty()

    move_in(tmp_path / "export")

    assert list(Picture.objects.values_list("alt", "decorative")) == [("", True)]


def test_links_between_guides_lead_to_the_drafts_under_their_new_numbers(export: Path) -> None:
    cast.live_guides(7)
    move_in(export)

    guide = Article.objects.get(slug="second-address")
    [text] = document_of(Article.objects.get(slug="only-a-draft")).blocks
    assert guide.pk > 7
    assert text == Text(
        html=f'<p>See <a href="ref:guide:{guide.pk}#the-work">the work</a> and <a href="ref:page:contact">us</a>.</p>'
    )


def test_people_and_roles_that_are_here_stay_what_they_were(export: Path) -> None:
    cast.author(cast.PAT)
    cast.job_role(cast.TESTER)

    move_in(export)

    blocks = document_of(Article.objects.get(slug="second-address")).blocks
    assert [one.role for one in blocks if isinstance(one, SalaryTable)] == ["tester"]
    assert [one.speaker.slug for one in blocks if isinstance(one, Insight) and one.speaker] == ["pat-example"]


def test_those_that_are_not_are_asked_for_and_no_figure_is_lost(export: Path) -> None:
    move_in(export)

    blocks = document_of(Article.objects.get(slug="second-address")).blocks
    assert [one.speaker for one in blocks if isinstance(one, Insight)] == [None]
    assert [one for one in blocks if isinstance(one, SalaryTable)] == []
    assert any("£30,000 to £50,000" in one.html for one in blocks if isinstance(one, Text))
    said = {line["what"] for line in of("second-address").lines}
    assert {
        "Who says this is nobody here yet: add them, and choose them in the block",
        "Its figures are no records here, so they stay a table: paste salaries.csv under “Job roles and salaries”",
    } <= said
    assert ImportRun.objects.get().lines[0]["what"].startswith("Histories, topics, authors")


def test_a_second_run_and_a_zip_of_the_folder_change_nothing(export: Path, tmp_path: Path) -> None:
    move_in(export)
    before = list(Article.objects.order_by("pk").values())

    move_in(Path(make_archive(str(tmp_path / "packed"), "zip", tmp_path, "export")))

    assert list(Article.objects.order_by("pk").values()) == before


def test_it_can_be_uploaded(export: Path, tmp_path: Path) -> None:
    packed = Path(make_archive(str(tmp_path / "packed"), "zip", export))
    run = uploads.receive(SimpleUploadedFile("export.zip", packed.read_bytes()), by=staff.editor("mo"))

    assert uploads.work_off(lambda: False) == 1

    run.refresh_from_db()
    assert (run.state, run.done, run.problem) == ("done", 4, "")
    assert Article.objects.filter(owner__username="mo").count() == 4

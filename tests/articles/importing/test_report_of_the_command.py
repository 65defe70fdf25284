"""What `import_site --report` writes: the posts of the report in the admin, as a list."""

import json
from pathlib import Path

import pytest
from django.core.management import call_command

from articles.importing.telling import as_data
from articles.models import ImportedPost

pytestmark = pytest.mark.django_db


def test_each_post_is_told_with_what_became_of_it(tmp_path: Path) -> None:
    (tmp_path / "pay.md").write_text("# What we pay\n\nWe pay on the last working day of each month.\n")
    report = tmp_path / "report.json"

    call_command("import_site", str(tmp_path / "pay.md"), report=report)

    [post] = ImportedPost.objects.all()
    assert post.state == "added"
    assert json.loads(report.read_text()) == [json.loads(json.dumps(as_data(post)))]


def test_a_document_is_listed_by_the_title_that_its_guide_gets(tmp_path: Path) -> None:
    (tmp_path / "pay.md").write_text("# What we pay\n\nWe pay on the last working day of each month.\n")
    (tmp_path / "notice-periods.md").write_text("How long is a notice period?\n")
    report = tmp_path / "report.json"
    call_command("import_site", str(tmp_path), report=report, dry_run=True)
    tried = [post["title"] for post in json.loads(report.read_text())]

    call_command("import_site", str(tmp_path))

    taken = dict(ImportedPost.objects.order_by("key").values_list("title", "article__title"))
    assert taken == {"Notice periods": "Notice periods", "What we pay": "What we pay"}
    assert tried == list(taken)


def test_where_nothing_was_new_the_list_is_empty(tmp_path: Path) -> None:
    (tmp_path / "pay.md").write_text("# What we pay\n\nWe pay on the last working day of each month.\n")
    call_command("import_site", str(tmp_path / "pay.md"))

    call_command("import_site", str(tmp_path / "pay.md"), report=tmp_path / "report.json")

    assert json.loads((tmp_path / "report.json").read_text()) == []

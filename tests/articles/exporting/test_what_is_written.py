"""What an export holds, for other programs and for people."""

import json
from dataclasses import fields
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from django.conf import settings
from django.contrib.auth.models import User

from articles.document import BLOCKS
from articles.exporting import guides, tables
from articles.importing.sources.archives import Folder
from articles.importing.sources.documents import markdown
from articles.models import Article, SalaryFigure
from articles.moved import csv_rows
from articles.salaries.pasting.reading import parse
from tests.articles.exporting import full_site
from tests.enquiries import data_subject

pytestmark = pytest.mark.django_db(transaction=True)
SCHEMA = json.loads((Path(settings.BASE_DIR) / "docs/guide.schema.json").read_text())
ASKED = "sam@client.example"


@pytest.fixture
def export(tmp_path: Path) -> Path:
    full_site.fill()
    data_subject.enquiry(message="Only for the agency", email="enquirer@home.example")
    full_site.export(tmp_path / "export")
    return tmp_path / "export"


def checked_by(schema: dict[str, Any]) -> Any:
    kind = jsonschema.validators.validator_for(schema)
    kind.check_schema(schema)
    return kind(schema, format_checker=kind.FORMAT_CHECKER)


def at(export: Path, slug: str) -> Path:
    """Where the files of a guide are."""
    [found] = export.glob(f"guides/*-{slug}")
    return found


def test_every_guide_is_as_its_schema_says(export: Path) -> None:
    guide, version = checked_by(SCHEMA), checked_by({**SCHEMA["$defs"]["version"], "$defs": SCHEMA["$defs"]})
    told = [json.loads(path.read_text()) for path in export.glob("guides/*/guide.json")]
    lines = [
        json.loads(line)
        for path in export.glob("guides/*/versions.jsonl")
        for line in path.read_text().split("\n")[:-1]
    ]

    assert [error.message for one in told for error in guide.iter_errors(one)] == []
    assert [error.message for one in lines for error in version.iter_errors(one)] == []
    assert sorted(one["state"] for one in told) == ["draft", "live", "scheduled", "withdrawn"]
    assert {(one["is_conflict"], one["is_autosaved"]) for one in lines} == {
        (False, False),
        (True, False),
        (False, True),
    }


def test_the_schema_names_every_kind_of_block_and_each_of_its_fields() -> None:
    described = {
        one["properties"]["kind"]["const"]: set(one["properties"])
        for one in SCHEMA["$defs"].values()
        if "kind" in one.get("properties", {}) and "const" in one["properties"]["kind"]
    }
    assert described == {kind: {"kind", *(entry.name for entry in fields(block))} for kind, block in BLOCKS.items()}


def test_a_guide_says_where_readers_find_it_and_found_it(export: Path) -> None:
    told = json.loads((at(export, "second-address") / guides.DATA).read_text())

    assert told["address"] == "http://localhost/guides/second-address/"
    assert told["old_addresses"] == ["/guides/first-address/"]
    assert [(one["is_live"], one["document"]["slug"]) for one in told["revisions"]] == [
        (False, "first-address"),
        (True, "second-address"),
    ]
    assert {line["by"] for line in told["history"]} == {None, "ed"}


def test_our_own_reader_of_markdown_knows_a_guide_again(export: Path) -> None:
    folder = at(export, "second-address")
    post = markdown.post(Folder(export), str((folder / "guide.md").relative_to(export)))

    guide = Article.objects.get(slug="second-address")
    live = guide.revisions.published().get()
    assert (post.title, post.slug, post.description) == (guide.title, "second-address", guide.description)
    assert (post.topics, post.author.name, post.published_at) == (("Topic roles",), "Pat Example", live.published_at)  # type: ignore[union-attr]
    assert post.status == "live"
    assert {"/guides/second-address/", "/guides/first-address/"} <= set(post.addresses)
    assert post.hero.address == f"/{full_site.LIBRARY}"  # type: ignore[union-attr]
    assert f'href="/{full_site.FILE}"' in post.html
    assert [line.words for line in post.lines] == ["image_credit: Pat"]


def test_a_page_by_itself_shows_the_originals_and_leads_to_the_site(export: Path) -> None:
    page = (at(export, "second-address") / "guide.html").read_text()
    linking = (at(export, "only-a-draft") / "guide.html").read_text()

    assert f'<img src="../../{full_site.LIBRARY}" alt="A desk.">' in page
    assert f'<a href="../../{full_site.FILE}">' in page
    assert '<a href="http://localhost/guides/second-address/#the-work">the work</a>' in linking
    assert '<a href="http://localhost/contact/">us</a>' in linking


def test_salaries_and_old_addresses_are_files_that_the_admin_reads_back(export: Path) -> None:
    figures = {
        (row.level, row.low, row.high, row.as_of) for row in parse((export / "salaries.csv").read_text("utf-8-sig"))
    }
    [address] = csv_rows.read((export / "old-addresses.csv").read_text())

    assert figures == set(SalaryFigure.objects.values_list("level", "low", "high", "as_of"))
    assert (address.address, address.target) == ("/2021/05/our-post", "/guides/second-address/")


def test_every_file_is_on_the_list_and_nothing_else(export: Path) -> None:
    listed = json.loads((export / "manifest.json").read_text())["files"]
    found = full_site.files(export)

    del found["manifest.json"]
    assert listed == found


def test_a_second_export_of_the_same_site_is_the_same(export: Path, tmp_path: Path) -> None:
    assert full_site.export(tmp_path / "second") == full_site.files(export)


def test_nobody_finds_enquirers_passwords_or_addresses_in_it(export: Path) -> None:
    written = b"".join(path.read_bytes() for path in export.rglob("*") if path.is_file()).decode(errors="replace")
    hidden = ["Only for the agency", "enquirer@home.example", ASKED, "ed@agency.example", User.objects.get().password]

    assert [words for words in hidden if words in written] == []


def test_originals_that_are_lost_are_named(tmp_path: Path) -> None:
    full_site.fill()
    (Path(settings.MEDIA_ROOT) / full_site.LIBRARY).unlink()

    full_site.export(tmp_path / "export")

    assert json.loads((tmp_path / "export/manifest.json").read_text())["missing"] == [full_site.LIBRARY]


def test_every_table_that_is_exported_is_named_once() -> None:
    names = [table.name for table in tables.every()]
    assert len(names) == len(set(names)) == 14

"""The arrows between the packages, and the one home of `mark_safe`, read from the source."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
# Each package may import itself, those to its right, and whatever is not a package of this project.
ORDER = ("agency", "enquiries", "articles")
HOME_OF_MARK_SAFE = "articles/document/richtext.py"


def imported(path: Path) -> Iterator[str]:
    """The dotted names that a file imports, at any level of the file."""
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: imports are written out in full, so that they can be checked"
            yield from (f"{node.module}.{name.name}" for name in node.names)


def sources(root: Path) -> Iterator[Path]:
    for package in ORDER:
        yield from sorted((root / package).rglob("*.py"))


def wrong_arrows(root: Path) -> list[str]:
    """Each import that points from a package to one on its left."""
    found = []
    for path in sources(root):
        package = path.relative_to(root).parts[0]
        forbidden = ORDER[: ORDER.index(package)]
        found += [
            f"{path.relative_to(root)} imports {name}" for name in imported(path) if name.split(".")[0] in forbidden
        ]
    return found


def homes_of_mark_safe(root: Path) -> list[str]:
    """The files that use `mark_safe`, or make a `SafeString` of something, which is the same."""
    return [
        str(path.relative_to(root))
        for path in sources(root)
        if any(map(trusts_a_text, ast.walk(ast.parse(path.read_text()))))
    ]


def trusts_a_text(node: ast.AST) -> bool:
    match node:
        case ast.Name(id="mark_safe") | ast.Attribute(attr="mark_safe") | ast.alias(name="mark_safe"):
            return True
        case ast.Call(args=[ast.Constant(value="")]):
            return False
        case ast.Call(func=ast.Name(id="SafeString") | ast.Attribute(attr="SafeString")):
            return True
        case ast.alias(name="SafeString", asname=str()):
            return True
    return False


def test_packages_import_only_what_is_below_them() -> None:
    assert wrong_arrows(ROOT) == []


def test_mark_safe_has_one_home() -> None:
    assert homes_of_mark_safe(ROOT) == [HOME_OF_MARK_SAFE]


def test_no_page_switches_escaping_off() -> None:
    pages = (ROOT / "templates").rglob("*.html")
    assert [str(page) for page in pages if re.search(r"\|\s*safe\b|autoescape\s+off", page.read_text())] == []


@pytest.mark.parametrize(
    "source",
    [
        "import agency",
        "import agency.models as models",
        "from agency import models",
        "from agency.models import Page",
        "def late():\n    from agency.models import Page",
        "if True:\n    import os, agency.views",
    ],
)
def test_a_wrong_arrow_is_found(tmp_path: Path, source: str) -> None:
    write(tmp_path / "articles/models/article.py", source)
    assert len(wrong_arrows(tmp_path)) == 1


def test_arrows_point_one_way_between_the_apps(tmp_path: Path) -> None:
    write(tmp_path / "agency/views.py", "import enquiries, articles, django, agencyware")
    write(tmp_path / "enquiries/views/form.py", "from articles import models\nfrom enquiries import forms")
    write(tmp_path / "articles/views/guides.py", "from enquiries.models import Enquiry")
    assert wrong_arrows(tmp_path) == ["articles/views/guides.py imports enquiries.models.Enquiry"]


@pytest.mark.parametrize(
    "source",
    [
        "from django.utils.safestring import mark_safe",
        "from django.utils import safestring\nsafestring.mark_safe('<b>')",
        "from django.utils.safestring import SafeString as Text",
        "from django.utils.safestring import SafeString\nSafeString(text)",
    ],
)
def test_a_second_home_of_mark_safe_is_found(tmp_path: Path, source: str) -> None:
    write(tmp_path / "enquiries/views/form.py", source)
    assert homes_of_mark_safe(tmp_path) == ["enquiries/views/form.py"]


def write(path: Path, source: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(source)

"""The arrows between the apps and inside each, the size of its folders, and the one home of `mark_safe`; all read from
the source, imports inside functions included."""

import ast
import re
from collections import defaultdict
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
# Each app may import itself, those to its right, and whatever is not of this project.
APPS = ("agency", "enquiries", "articles")
# The layers of each app, the top one first: a package or module may import what stands below its line, and nothing of
# its own line but itself. What is named nowhere (`apps`, and the app's own `__init__`) imports nothing at import time.
LAYERS = {
    "agency": (
        "settings urls wsgi admin management",
        "templatetags design_system home views",
        "discovery design_samples deployment accounts moving_out first_steps",
        "serving identity pages groups",
        "monitoring",
        "backups",
        "models running",
    ),
    "enquiries": (
        "urls admin templatetags",
        "views management previews",
        "inbound",
        "handling moving_out importing",
        "intake privacy monitoring demo handoff",
        "notices scanning consents",
        "follow_ups",
        "answers history wordings countdown access_links reply_addresses teams defaults locking reports sealed_text",
        "tallies search cover",
        "first_reply",
        "working_hours",
        "models",
    ),
    "articles": (
        "urls admin first_steps",
        "views demo",
        "management",
        "publishing importing",
        "exporting",
        "gate templatetags",
        "salaries review library",
        "moved",
        "drafts search public readership",
        "references",
        "remembering",
        "models",
        "pictures files diff outbox audit",
        "document language",
        "artwork",
        "lib",
    ),
}
HOME_OF_MARK_SAFE = "articles/document/richtext.py"
HOME_OF_LIVE = "articles/models/revision.py"
CHOOSES_WHAT_IS_LIVE = re.compile(r"__is_live|\b(?:filter|exclude|order_by)\([^)]*\bis_live")
MOST_MODULES = 20
# Django says where these are, however few modules they hold.
PRESCRIBED = {"commands", "en_GB", "formats", "management", "migrations", "templatetags"}


def imported(path: Path) -> Iterator[str]:
    """The dotted names that a file imports, at any level of the file."""
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: imports are written out in full, so that they can be checked"
            yield from (f"{node.module}.{name.name}" for name in node.names)


def sources(root: Path) -> Iterator[Path]:
    for app in APPS:
        yield from sorted((root / app).rglob("*.py"))


def wrong_arrows(root: Path) -> list[str]:
    """Each import that points from an app to one on its left, or from a part of an app to one that is not below it."""
    return [
        f"{path.relative_to(root)} imports {name}"
        for path in sources(root)
        for name in imported(path)
        if points_to_the_left(path.relative_to(root), name) or points_up(path.relative_to(root), name)
    ]


def points_to_the_left(path: Path, name: str) -> bool:
    return name.split(".")[0] in APPS[: APPS.index(path.parts[0])]


def points_up(path: Path, name: str) -> bool:
    """Whether a file imports what is not below its own part of the same app."""
    app, *rest = name.split(".")
    own = path.parts[1].removesuffix(".py")
    if app != path.parts[0] or not rest or own in ("__init__", "apps", "migrations") or own == rest[0]:
        return False
    return rank(app, rest[0]) <= rank(app, own)


def rank(app: str, part: str) -> int:
    """The number of its layer, counted from the top. Raises `LookupError` for a part that no layer names."""
    found = [number for number, layer in enumerate(LAYERS[app]) if part in layer.split()]
    if not found:
        raise LookupError(f"Give {app}/{part} its place in LAYERS.")
    return found[0]


def circle(root: Path) -> list[str]:
    """Modules that import one another in a ring; empty when there is no such ring."""
    files = {dotted(path.relative_to(root)): path for path in sources(root)}
    graph: dict[str, set[str]] = defaultdict(set)
    for module, path in files.items():
        for name in imported(path):
            target = name if name in files else name.rpartition(".")[0]
            if target in files and target != module:
                graph[module].add(target)
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        return list(error.args[1])
    return []


def dotted(path: Path) -> str:
    return ".".join(path.with_suffix("").parts).removesuffix(".__init__")


def packages(root: Path) -> Iterator[Path]:
    """Every folder of code."""
    for app in APPS:
        yield from (path.parent for path in sorted((root / app).rglob("__init__.py")))


def modules_in(folder: Path) -> list[Path]:
    return [path for path in folder.iterdir() if path.suffix == ".py" and path.stem != "__init__"]


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


def test_everything_imports_only_what_is_below_it() -> None:
    assert wrong_arrows(ROOT) == []


def test_no_modules_import_one_another_in_a_circle() -> None:
    assert circle(ROOT) == []


def test_every_layer_names_what_exists() -> None:
    named = {f"{app}/{part}" for app, layers in LAYERS.items() for layer in layers for part in layer.split()}
    assert {part for part in named if not any((ROOT / part).with_suffix(end).exists() for end in ("", ".py"))} == set()


def test_no_folder_is_crowded_or_holds_a_single_module() -> None:
    sizes = {
        str(folder.relative_to(ROOT)): len(modules_in(folder))
        for folder in packages(ROOT)
        if folder.name not in PRESCRIBED
    }
    assert {folder: size for folder, size in sizes.items() if size == 1 or size > MOST_MODULES} == {}


def test_every_package_says_what_lives_there() -> None:
    silent = [
        str(folder.relative_to(ROOT))
        for folder in packages(ROOT)
        if folder.name not in PRESCRIBED and not ast.get_docstring(ast.parse((folder / "__init__.py").read_text()))
    ]
    assert silent == []


def test_mark_safe_has_one_home() -> None:
    assert homes_of_mark_safe(ROOT) == [HOME_OF_MARK_SAFE]


def test_only_published_says_what_is_live() -> None:
    choosing = [
        str(path.relative_to(ROOT))
        for path in sources(ROOT)
        if "migrations" not in path.parts and CHOOSES_WHAT_IS_LIVE.search(path.read_text())
    ]
    assert choosing == [HOME_OF_LIVE]


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
def test_a_wrong_arrow_between_apps_is_found(tmp_path: Path, source: str) -> None:
    write(tmp_path / "articles/models/article.py", source)
    assert len(wrong_arrows(tmp_path)) == 1


def test_arrows_point_one_way_between_the_apps(tmp_path: Path) -> None:
    write(tmp_path / "agency/views.py", "import enquiries, articles, django, agencyware")
    write(tmp_path / "enquiries/views/form.py", "from articles import models\nfrom enquiries.models import Enquiry")
    write(tmp_path / "articles/views/guides.py", "from enquiries.models import Enquiry")
    assert wrong_arrows(tmp_path) == ["articles/views/guides.py imports enquiries.models.Enquiry"]


@pytest.mark.parametrize(
    "source",
    [
        "from articles import gate",
        "import articles.gate.checks",
        "from articles.gate.overrides import may_override",
        "def late():\n    from articles.publishing import publication",
        "from articles.search import results",  # a neighbour
    ],
)
def test_a_wrong_arrow_inside_an_app_is_found(tmp_path: Path, source: str) -> None:
    write(tmp_path / "articles/drafts/saving.py", source)
    assert len(wrong_arrows(tmp_path)) == 1


def test_a_part_without_a_layer_is_found(tmp_path: Path) -> None:
    write(tmp_path / "articles/drafts/saving.py", "from articles import attic")
    with pytest.raises(LookupError, match="articles/attic"):
        wrong_arrows(tmp_path)


def test_a_circle_is_found(tmp_path: Path) -> None:
    write(tmp_path / "articles/drafts/saving.py", "from articles.drafts.rows import document_of")
    write(tmp_path / "articles/drafts/rows.py", "def late():\n    from articles.drafts import saving")
    assert set(circle(tmp_path)) == {"articles.drafts.rows", "articles.drafts.saving"}


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

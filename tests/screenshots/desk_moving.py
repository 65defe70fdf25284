"""What the pictures of moving in show: an old site that came in, one that is on its way, and a file that was none."""

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from articles.importing import running
from articles.importing.sources import opening
from articles.models import ImportedPost, ImportRun
from tests.articles.importing.corpus import HTML
from tests.articles.importing.wordpress.wxr import attachment, export, item

State = ImportRun.State


def load(editor: Any) -> dict[str, int]:
    """Makes it; returns the numbers of what the pages are about, by name."""
    done = _come_in(editor)
    failed = ImportRun.objects.create(name="holiday.zip", started_by=editor)
    running.end(failed, State.FAILED, problem="holiday.zip is no ZIP file that can be opened.")
    moving = ImportRun.objects.create(
        name="WordPress: Harbour & Pine", started_by=editor, state=State.RUNNING, done=1240, total=3900
    )
    post = ImportedPost.objects.filter(run=done, title__startswith="What Does").get()
    return {"moved": done.pk, "moved_post": post.pk, "moving": moving.pk, "not_moved": failed.pk}


def _come_in(editor: Any) -> ImportRun:
    page = (HTML / "data-engineer.html").read_text()
    with TemporaryDirectory() as folder:
        export_file = Path(folder, "site.xml")
        export_file.write_text(
            export(
                attachment(9, "team.jpg", alt="Three people at a table"),
                item(7, title="What Does a Data Engineer Do?", content=page),
                item(
                    8, title="How to leave well", content="<p>Say thanks, and <a href='/2025/01/gone/'>mean it</a>.</p>"
                ),
                item(10, title="Notice periods", content="<p>How long?</p>", creator="olli"),
                item(
                    12,
                    title="Come and meet us",
                    content="[contact-form-7 id='3'] [zz_map]Leeds[/zz_map]",
                    status="private",
                ),
                item(13, title="Home", post_type="nav_menu_item"),
            )
        )
        source = opening.open_source(export_file)
        run = ImportRun.objects.create(name=source.name, started_by=editor)
        running.go(source, run, by=editor)
    return run

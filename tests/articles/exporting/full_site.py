"""A site on which everything has happened that an export has to know of, and the same site with nothing on it."""

import hashlib
from datetime import UTC, date, datetime, timedelta
from io import StringIO
from pathlib import Path
from typing import Any
from uuid import uuid4

from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.management import call_command
from django.test import override_settings
from django.utils import timezone

from agency.models import Identity, Page
from articles.document import Download, File, Text
from articles.drafts import autosaving, conflicts, saving
from articles.drafts.rows import document_of
from articles.models import Article, CheckRule, LawChange, OldAddress, Picture, Revision, StyleTerm, SynonymGroup
from articles.moved import recording
from articles.publishing import publication
from articles.review import approvals
from tests import cast
from tests.articles import live, staff

FILE = "files/0123456789abcdef/survey.csv"
LIBRARY = "pictures/0123456789abcdef.png"
SPRING = datetime(2026, 4, 1, 9, tzinfo=UTC)


def fill() -> Article:
    """Guides in each state, with all that they can show, and the agency's own settings; returns the one that has it all."""
    editor = staff.editor()
    editor.first_name, editor.last_name = "Ed", "Itor"
    editor.save()
    _settings()
    guide = _moved(editor)
    _in_other_states(guide, editor)
    return guide


def make(folder: Path) -> None:
    """Writes an export of the full site, and leaves this one empty."""
    with override_settings(MEDIA_ROOT=folder / "media"):
        fill()
        export(folder / "export")
        empty()


def export(folder: Path) -> dict[str, str]:
    """Writes an export and tells the checksum of each file in it."""
    call_command("export_site", folder, stdout=StringIO(), stderr=StringIO())
    return files(folder)


def import_(folder: Path, **how: Any) -> str:
    """Makes the site again as it was; returns what is said."""
    out = StringIO()
    call_command("import_site", folder, publish=True, stdout=out, **how)
    return out.getvalue()


def files(folder: Path) -> dict[str, str]:
    """The checksum of each file in a folder."""
    found = (path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest() for path in found}


def empty() -> None:
    """Leaves what a new site has, with a media folder that holds nothing."""
    call_command("flush", interactive=False, verbosity=0)
    settings.MEDIA_ROOT = Path(settings.MEDIA_ROOT).with_name(uuid4().hex)


def _settings() -> None:
    Identity.objects.update(name="Example Recruitment", phone="+44 20 7946 0000")
    Page.objects.filter(slug="contact").update(body="<p>Ring us.</p>", updated_at=SPRING)
    CheckRule.objects.filter(name=CheckRule.objects.earliest("name").name).update(level="silent")
    StyleTerm.objects.get_or_create(name="TypeScript", defaults={"avoid": "Typescript"})
    LawChange.objects.create(
        subject="notice", words="notice", in_force_on=date(2026, 5, 1), what="Longer.", link="https://www.gov.uk/notice"
    )
    SynonymGroup.objects.create(words="CV, curriculum vitae")


def _moved(editor: Any) -> Article:
    """Live under its second address, with a newer draft, a conflicting version, work that nobody saved, and an approval."""
    default_storage.save(LIBRARY, ContentFile(cast.picture(size=(1200, 800))))
    picture = Picture.objects.create(title="A desk", file=LIBRARY, alt="A desk.", credit="Pat", focus_x=20)
    default_storage.save(FILE, ContentFile(b"role,pay\ntester,1\n"))
    body = [*cast.one_of_each(), Download(title="The survey", file=File(name=FILE, size=18))]
    guide = cast.full_draft("first-address", body=body, hero_picture=picture)
    guide.published_elsewhere_at = SPRING - timedelta(days=400)
    guide.save()
    saving.save(guide, by=editor)
    live.publish(guide, at=SPRING)
    guide.slug = "second-address"
    guide.save()
    saving.save(guide, by=editor)
    live.publish(guide, at=SPRING + timedelta(days=30))
    person = guide.author
    person.picture, person.account = picture, editor  # type: ignore[union-attr]
    person.save()  # type: ignore[union-attr]
    before = document_of(Article.objects.get(pk=guide.pk))
    conflicts.keep_conflict(guide, before, number=1, by=editor)
    autosaving.keep(guide, before, row_ids=[None], number=1, by=editor, token=str(uuid4()))
    approvals.ask(
        guide, name="Sam", email="sam@client.example", days=5, speaker=None, message="Please read.", by=editor
    )
    approvals.answer(
        guide.approval_requests.get(), approves=True, note="Fine.", version=Article.objects.get(pk=guide.pk).version
    )
    return Article.objects.get(pk=guide.pk)


def _in_other_states(guide: Article, editor: Any) -> None:
    links = Text(
        html=f'<p>See <a href="ref:guide:{guide.pk}#the-work">the work</a> and <a href="ref:page:contact">us</a>.</p>'
    )
    withdrawn = cast.full_guide("withdrawn").article
    publication.withdraw(withdrawn, by=editor, note="It was wrong.")
    live.schedule(cast.full_draft("scheduled", body=[links]), timezone.now() + timedelta(days=7))
    cast.full_draft("only-a-draft", body=[links], topic=cast.topic("hiring"))
    recording.record("/2021/05/our-post/", f"ref:guide:{guide.pk}")
    OldAddress.objects.update(hits=3, last_hit=date(2026, 10, 1), added_at=SPRING)
    assert Revision.objects.published().count() == 1

import pytest

from enquiries.intake.cv_kinds import inspect_pdf, pdfs
from enquiries.intake.cv_kinds.eicar import EICAR


@pytest.fixture
def inspector_here(monkeypatch: pytest.MonkeyPatch) -> None:
    """The program that looks through a PDF, without the quarter of a second that starting it takes."""
    monkeypatch.setattr(pdfs, "_inspected", lambda content: pdfs.ENDINGS[inspect_pdf.inspect(content, EICAR)])

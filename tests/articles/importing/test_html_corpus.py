"""Pages as programs write them: what each becomes stands beside it, block by block and line by line.

After a change that is meant, `python -m tests.articles.importing.corpus` writes what they become now.
"""

import re
from datetime import date
from pathlib import Path

import pytest

from articles.gate.checks import examine
from articles.gate.context import SiteContext
from articles.importing.doctor import heal
from articles.importing.posts import Post
from tests.articles.importing.corpus import HTML, PAGES, became


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_a_page_becomes_its_document(page: Path) -> None:
    made = became(page)
    assert made == page.with_suffix(".txt").read_text()
    assert "found no place" not in made


def test_the_gate_names_the_faults_of_a_page_that_came_in() -> None:
    """What is certain was repaired on the way; what needs an editor is held back."""
    page = (HTML / "data-engineer.html").read_text()
    page = re.sub(r"<script type=.application/ld.json.>.*?</script>", "", page, flags=re.DOTALL)
    document = heal(Post(key="1", title="", html=page)).document

    held_back = {
        finding.check for finding in examine(document, SiteContext(today=date(2026, 11, 24))) if finding.blocks
    }
    assert held_back == {
        "answers-without-questions",
        "basics-missing",
        "dangling-lead-in",
        "insight-without-speaker-or-date",
        "placeholder",
        "unsourced-salaries",
    }

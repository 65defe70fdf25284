"""Names that are spelt as their owners do not spell them."""

from datetime import date

import pytest

from articles.document import Document, Quote, Text
from articles.gate.checks.spelling import names
from articles.gate.context import SiteContext
from articles.gate.findings import Level, Place
from articles.gate.prose.document_text import DocumentText

NAMES = {
    "Postgres": "PostgreSQL",
    "javascript": "JavaScript",
    "Java Script": "JavaScript",
    "github": "GitHub",
    "Adria": "Adria Solutions",
    "Node": "Node.js",
    ".Net": ".NET",
}
FACTS = SiteContext(today=date(2026, 11, 24), spellings=NAMES, known=frozenset({"SFIA"}))
NO_LIST = SiteContext(today=date(2026, 11, 24))
TEXT = Place(block=0, field="html")


def guide(text):
    return Document(blocks=(Text(html=f"<p>{text}</p>"),))


def found(check, document, site=FACTS):
    """Place and excerpt of each finding, all of which warn."""
    findings = list(check(DocumentText(document), site))
    assert {finding.level for finding in findings} <= {Level.WARNS}
    return [(finding.place, finding.excerpt) for finding in findings]


def meant(text):
    return [finding.advice for finding in names.name_spelling(DocumentText(guide(text)), NO_LIST)]


def test_a_name_spelled_wrong_is_found_with_the_right_spelling():
    (finding,) = names.name_spelling(DocumentText(guide("Learn Postgres; Postgres is free.")), FACTS)
    assert (finding.check, finding.level, finding.place) == ("name-spelling", Level.WARNS, TEXT)
    assert (finding.what, finding.advice) == ("“Postgres” should be “PostgreSQL”.", "Write “PostgreSQL”.")
    assert finding.excerpt == "Postgres"


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Learn POSTGRES well.", "POSTGRES"),
        ("We like javascript.", "javascript"),
        ("We like Java Script.", "Java Script"),
        ("Put it on github.", "github"),
        ("It runs on github-hosted machines.", "github"),
        ("Adria finds people.", "Adria"),
        ("It runs on Node and little else.", "Node"),
        ("We hire .Net developers.", ".Net"),
    ],
)
def test_spellings_of_many_shapes_are_found(text, wrong):
    assert found(names.name_spelling, guide(text)) == [(TEXT, wrong)]


@pytest.mark.parametrize(
    "text",
    [
        "Learn PostgreSQL and JavaScript.",
        "See github.com/people or write to team@github.com.",
        "Adria Solutions finds people.",
        "It runs on Node.js and little else.",
        "We hire .NET developers.",
        "Nodes and javascripts are other words.",
        "JAVASCRIPT SHOUTED IS NOT LISTED",
        "GitHub, GitHub’s and “GitHub”.",
        "Open https://github/ if you can.",
    ],
)
def test_right_spellings_addresses_and_longer_words_pass(text):
    assert found(names.name_spelling, guide(text)) == []


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("They store it in PostgresQL.", "They store it in PostgreSQL."),
        ("Queues run on Rabbit MQ.", "Queues run on RabbitMQ."),
        ("They write dot net and C Sharp.", "They write .NET and C#."),
        ("The app is in Vue JS and ReactJs.", "The app is in Vue.js and React."),
        ("They use Tera form and Ansable.", "They use Terraform and Ansible."),
        ("The site runs on Word Press.", "The site runs on WordPress."),
        (
            "Ask about Kubernettes, Type Script and Git hub actions.",
            "Ask about Kubernetes, TypeScript and GitHub Actions.",
        ),
    ],
)
def test_names_of_technology_are_known_without_a_word_list_and_repaired_together(text, right):
    (finding,) = names.name_spelling(DocumentText(guide(text)), NO_LIST)
    assert finding.fix(guide(text)) == guide(right)


@pytest.mark.parametrize(
    "text",
    [
        "PostgreSQL, Postgres, MySQL, Node.js, React, .NET, C#, C++, GitHub, macOS, iOS and scikit-learn.",
        "We react to feedback, excel at it and spark joy.",
        "The sales force of a word press company sees the data bricks of a snow flake.",
        "A red hat, a power shell, a tail wind and an open API.",
        "Install it with <code>pip install Pytorch</code>, or read docs.Github.com and @Github.",
        "“We hire Javascript people,” says the advert.",
        "Docker, Ansible and Terraform’s modules; Kubernetes’ own tools.",
        "Ms Jenkins, Mr Decker and Cassandra met in Reading.",
    ],
)
def test_right_names_and_ordinary_words_pass(text):
    assert meant(text) == []


def test_a_name_and_what_begins_with_it_are_one_finding():
    (finding,) = names.name_spelling(DocumentText(guide("Put it on Github, then run Github actions.")), NO_LIST)
    assert (finding.excerpt, finding.advice) == (
        "Github",
        "Write “GitHub”. The guide has 2 such places. Others are “Github actions”.",
    )
    assert finding.fix(guide("On Github: Github actions.")) == guide("On GitHub: GitHub actions.")


def test_the_word_list_goes_before_the_names_of_technology():
    site = SiteContext(today=date(2026, 11, 24), spellings={"VS Code": "VSCode"})
    assert found(names.name_spelling, guide("Use VSCode."), site) == []


def test_what_somebody_else_wrote_is_theirs():
    document = Document(blocks=(Quote(text="We love Javascript.", source="A blog"),))
    assert found(names.name_spelling, document) == []


def test_the_repair_writes_the_right_name():
    (finding,) = names.name_spelling(DocumentText(guide("Put it on Git Hub.")), NO_LIST)
    assert finding.fix(guide("Put it on Git Hub.")) == guide("Put it on GitHub.")


def test_a_name_in_many_places_is_one_finding_whose_repair_writes_it_everywhere():
    wrong, right = (
        Document(
            title=f"{name} for teams", blocks=(Text(html=f"<p>Use {name}.</p>"), Text(html=f"<p>{name} is a host.</p>"))
        )
        for name in ("Git Hub", "GitHub")
    )
    (finding,) = names.name_spelling(DocumentText(wrong), NO_LIST)
    assert finding.advice == "Write “GitHub”. The guide has 3 such places."
    assert finding.fix(wrong) == right

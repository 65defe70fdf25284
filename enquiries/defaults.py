"""What every site needs before the first enquiry comes: a team, a promise, wordings, retention, words to begin with."""

from typing import Any

from django.apps import apps as current_apps
from django.db.models import Model

from enquiries.models import ReplyPromise, ReplyTemplate, Retention, Team, ViewingPeriod, Wording

PRIVACY = (
    "We use what you send us to answer you and, if you ask us to, to help you find work or people. Our recruiters see it; "
    "nobody else does unless you agree. We tell you when it will be erased, and you can ask us to erase it sooner."
)
MARKETING = "You may write to me now and then about jobs, people and guides that could interest me. I can stop this at any time."
WORDINGS = {Wording.Kind.PRIVACY: PRIVACY, Wording.Kind.MARKETING: MARKETING}
RETENTION_DAYS = {
    ("", ""): 365,
    ("", "unsuitable"): 180,
    ("", "withdrawn"): 30,
    ("candidate", ""): 730,
    ("candidate", "unsuitable"): 180,
    ("candidate", "withdrawn"): 30,
}
TEMPLATES = [
    (
        "Candidate: let us talk",
        "candidate",
        "Your enquiry {reference}",
        "Hello {name},\n\nThank you for writing to us. I would like to hear more about what you are looking for. "
        "When would be a good time for a short call?\n\nKind regards\n{signature}",
    ),
    (
        "Client: let us talk",
        "client",
        "Your enquiry {reference}",
        "Hello {name},\n\nThank you for telling us about the role. I would like to ask a few questions so that we can say "
        "plainly whether we can help. When would be a good time for a short call?\n\nKind regards\n{signature}",
    ),
    (
        "We cannot help with this",
        "",
        "Your enquiry {reference}",
        "Hello {name},\n\nThank you for writing to us. I am sorry to say that we cannot help with this. "
        "I wish you success with it.\n\nKind regards\n{signature}",
    ),
]


def ensure(apps: Any = current_apps, **_signal: Any) -> None:
    """Makes what is missing; what an administrator changed stays. `apps` are the models as the migrations left them."""
    there = {model._meta.label for model in apps.get_app_config("enquiries").get_models()}
    _ensure(Team, [Team(name="Enquiries team", is_default=True)])
    _ensure(ReplyPromise, [ReplyPromise()])
    if ViewingPeriod._meta.label in there:  # not after migrations were taken back
        _ensure(ViewingPeriod, [ViewingPeriod()])
    _ensure(Wording, [Wording(kind=kind, version=1, text=text) for kind, text in WORDINGS.items()])
    _ensure(
        Retention,
        [Retention(role=role, outcome=outcome, days=days) for (role, outcome), days in RETENTION_DAYS.items()],
    )
    _ensure(
        ReplyTemplate,
        [ReplyTemplate(name=name, role=role, subject=subject, body=body) for name, role, subject, body in TEMPLATES],
    )


def _ensure(model: type[Model], rows: list[Any]) -> None:
    if not model._default_manager.exists():
        model._default_manager.bulk_create(rows)

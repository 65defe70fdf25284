"""Staff and enquiries for the tests of handling."""

from datetime import timedelta
from itertools import count
from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from django.utils import timezone

from enquiries import search, wordings
from enquiries.models import CV, Attachment, Enquiry, Team, Wording

numbers = count()


def team(name: str = "Data desk", **fields: Any) -> Team:
    return Team.objects.get_or_create(name=name, defaults={"email": f"desk{next(numbers)}@agency.example"} | fields)[0]


def default_team() -> Team:
    return Team.objects.get(is_default=True)


def consultant(name: str = "sam", *teams: Team, may: tuple[str, ...] = ()) -> Any:
    """Somebody of the group “Consultants”, in `teams`, who may also do what `may` names."""
    user = get_user_model().objects.create_user(
        name, f"{name}@agency.example", is_staff=True, first_name=name.title(), last_name="Example"
    )
    user.groups.add(Group.objects.get(name="Consultants"))
    user.teams.set(teams)
    user.user_permissions.set(Permission.objects.filter(content_type__app_label="enquiries", codename__in=may))
    return user


def enquiry(**fields: Any) -> Enquiry:
    """An enquiry as it is once received, with the default team and some hours left."""
    number = next(numbers)
    made = Enquiry.objects.create(
        **{
            "token": f"token {number}",
            "role": "candidate",
            "name": f"Pat Number{number}",
            "email": f"pat{number}@example.org",
            "message": "Is there a job?",
            "team": default_team(),
            "privacy_wording": wordings.current(Wording.Kind.PRIVACY),
            "reply_due_at": timezone.now() + timedelta(days=7),
        }
        | fields
    )
    search.index(made)
    made.refresh_from_db()
    return made


def cv(enquiry: Enquiry, **fields: Any) -> CV:
    return CV.objects.create(
        enquiry=enquiry,
        **{"name": "cv.pdf", "content_type": "application/pdf", "content": b"%PDF-1.7 words", "size": 14} | fields,
    )


def attachment(enquiry: Enquiry, **fields: Any) -> Attachment:
    return Attachment.objects.create(
        enquiry=enquiry,
        **{"name": "letter.pdf", "content_type": "application/pdf", "content": b"%PDF-1.7 a letter", "size": 17}
        | fields,
    )

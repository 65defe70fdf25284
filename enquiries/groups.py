"""The two groups of staff that a site begins with. Their permissions are made once; what an administrator changed stays."""

from typing import Any

from django.apps import apps
from django.contrib.auth.management import create_permissions
from django.contrib.auth.models import Group, Permission
from django.db.models import Q

EDITORS = "Editors"
CONSULTANTS = "Consultants"
CONSULTANTS_MAY = [
    "view_enquiry",
    "handle_enquiry",
    "assign_enquiry",
    "download_cv",
    "view_reports",
    "view_replytemplate",
    "add_replytemplate",
    "change_replytemplate",
    "view_privacyrequest",
    "change_privacyrequest",
]


def ensure(**_signal: Any) -> None:
    """Makes the groups that are missing."""
    _ensure(EDITORS, Q(content_type__app_label__in=["articles", "agency"]))
    _ensure(CONSULTANTS, Q(content_type__app_label="enquiries", codename__in=CONSULTANTS_MAY))


def _ensure(name: str, may: Q) -> None:
    group, is_new = Group.objects.get_or_create(name=name)
    if is_new:
        # Django makes the permissions on the same signal, but later.
        for label in ("articles", "agency", "enquiries"):
            create_permissions(apps.get_app_config(label), verbosity=0)
        group.permissions.set(Permission.objects.filter(may))

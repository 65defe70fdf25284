"""The groups of staff that a new site has.

A group that is missing is made with all its permissions. One that is there keeps what an administrator made of it, and
gains only permissions that the site did not have before: nobody can have decided on those.
"""

from collections.abc import Iterable
from typing import Any

from django.apps import apps as current_apps
from django.contrib.auth.management import create_permissions, rename_permissions_after_model_rename
from django.contrib.auth.models import Group, Permission
from django.db.models import Q

from articles.audit.recording import unrecorded
from articles.models import BLOCK_MODELS

APPS = ("agency", "enquiries", "articles", "outbox", "audit", "auth")


def _may(app: str, *codenames: str) -> Q:
    return Q(content_type__app_label=app, codename__in=codenames)


def _all_of(app: str, *models: str) -> Q:
    return Q(content_type__app_label=app, content_type__model__in=models)


BLOCKS = _all_of("articles", *(model._meta.model_name for model in BLOCK_MODELS))
AUTHORS = BLOCKS | _may(
    "articles",
    "add_article",
    "change_article",
    "view_article",
    "add_picture",
    "change_picture",
    "view_picture",
    "view_topic",
    "view_author",
    "view_jobrole",
    "view_salaryfigure",
    "view_styleterm",
)
EDITORS = (
    Q(content_type__app_label="articles")
    & ~Q(codename__in=["override_article", "add_lawchange", "change_lawchange", "delete_lawchange"])
    & ~Q(content_type__model="checkrule")
) | _may("agency", "view_page", "view_identity")
CONSULTANTS = _all_of("enquiries", "absence") | _may(
    "enquiries",
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
)
MANAGERS = (
    EDITORS
    | CONSULTANTS
    | _may("articles", "override_article")
    | _all_of("articles", "lawchange")
    | _may("agency", "change_page", "change_identity")
    | _may("enquiries", "view_every_enquiry", "erase_enquiry", "import_enquiry", "add_privacyrequest")
    | _may("enquiries", "view_consent", "export_consent", "view_suppression", "add_suppression")
    | _may("enquiries", "view_viewing", "view_viewingperiod", "change_viewingperiod")
    | _all_of("enquiries", "closure", "team", "routingrule", "replypromise", "replytemplate")
    | _may("outbox", "view_message", "change_message")
)
ADMINISTRATORS = Q(content_type__app_label__in=["agency", "enquiries", "articles", "outbox", "audit"]) | _all_of(
    "auth", "user", "group"
)
GROUPS = {
    "Authors": AUTHORS,
    "Editors": EDITORS,
    "Consultants": CONSULTANTS,
    "Managers": MANAGERS,
    "Administrators": ADMINISTRATORS,
}


def ensure(apps: Any = current_apps, plan: Any = (), **_signal: Any) -> None:
    """Makes the groups that are missing, and hands out the permissions that are new.

    `apps` are the models as the migrations of `plan` left them.
    """
    # Django renames the permissions of renamed models and makes the missing ones on the same signal, but later. One that
    # was made before it could be renamed would stop Django, and would be new to groups that had it under its old name.
    configs = [current_apps.get_app_config(label) for label in APPS]
    for config in configs:
        rename_permissions_after_model_rename(config, verbosity=0, plan=plan, apps=apps)
    known = set(Permission.objects.values_list("pk", flat=True))
    for config in configs:
        create_permissions(config, verbosity=0, apps=apps)
    new = list(Permission.objects.exclude(pk__in=known))
    with unrecorded():
        for name, may in GROUPS.items():
            _ensure(name, may, new)


def _ensure(name: str, may: Q, new: Iterable[Permission]) -> None:
    group, is_new = Group.objects.get_or_create(name=name)
    meant = Permission.objects.filter(may)
    group.permissions.add(*meant if is_new else meant.filter(pk__in=[permission.pk for permission in new]))

"""The admin of enquiries and of what decides over them, one module a subject. Nothing imports it but Django."""

from enquiries.admin import (
    enquiries,
    handoff,
    notices,
    privacy,
    protection,
    reports,
    retention,
    routing,
    templates,
    tray,
    wordings,
)
from enquiries.admin.cover import absences, hours
from enquiries.admin.importing import entry_import_admin

__all__ = [
    "absences",
    "enquiries",
    "entry_import_admin",
    "handoff",
    "hours",
    "notices",
    "privacy",
    "protection",
    "reports",
    "retention",
    "routing",
    "templates",
    "tray",
    "wordings",
]

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

__all__ = [
    "absences",
    "enquiries",
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

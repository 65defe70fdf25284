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

__all__ = [
    "enquiries",
    "handoff",
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

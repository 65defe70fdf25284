"""The admin of enquiries and of what decides over them, one module a subject. Nothing imports it but Django."""

from enquiries.admin import (
    consents,
    enquiries,
    handoff,
    notices,
    privacy,
    reports,
    retention,
    routing,
    templates,
    wordings,
)
from enquiries.admin.incoming import tray

__all__ = [
    "consents",
    "enquiries",
    "handoff",
    "notices",
    "privacy",
    "reports",
    "retention",
    "routing",
    "templates",
    "tray",
    "wordings",
]

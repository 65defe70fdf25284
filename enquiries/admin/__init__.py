"""The enquiries in the admin, one module per subject; each registers what is its own."""

from enquiries.admin import enquiries, notices, privacy, reports, routing, templates, wordings

__all__ = ["enquiries", "notices", "privacy", "reports", "routing", "templates", "wordings"]

"""Other systems in the admin: who is told of what, and on the page of an enquiry what became of it."""

from enquiries.admin.handoff import receivers

__all__ = ["receivers"]

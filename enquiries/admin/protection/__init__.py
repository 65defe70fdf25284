"""Data protection in the admin: consent to news, what is kept from being erased, and who looked at what."""

from enquiries.admin.protection import consents, viewings

__all__ = ["consents", "viewings"]

from typing import Any

from django.db import models
from django.db.models.functions import Now

LONGEST = 300  # characters of what a line is about


class Entry(models.Model):
    """One line of the audit trail. It names people as they were called then, and so outlives their accounts.

    Written once: this model refuses to change it, and so does the database itself.
    """

    class Action(models.TextChoices):
        SIGNED_IN = "signed_in", "signed in"
        SIGN_IN_FAILED = "sign_in_failed", "sign-in failed"
        SIGNED_OUT = "signed_out", "signed out"
        SESSION_ENDED = "session_ended", "session ended"
        PASSWORD_CHANGED = "password_changed", "password changed"
        FACTOR_ADDED = "factor_added", "second factor added"
        FACTOR_REMOVED = "factor_removed", "second factor removed"
        INVITED = "invited", "invited by e-mail"
        ACCOUNT_ADDED = "account_added", "account added"
        ACCOUNT_DELETED = "account_deleted", "account deleted"
        ROLE_CHANGED = "role_changed", "role changed"
        GROUP_CHANGED = "group_changed", "permissions of a group changed"
        CV_DOWNLOADED = "cv_downloaded", "CV downloaded"
        EXPORTED = "exported", "data exported"
        IMPORTED = "imported", "data imported"
        ERASED = "erased", "personal data erased"
        CHECK_SET = "check_set", "level of a check set"

    at = models.DateTimeField("when", db_default=Now())
    who = models.CharField(max_length=150, blank=True, help_text="The user name. Empty: the site itself, or unknown.")
    action = models.CharField("what", max_length=20, choices=Action)
    about = models.CharField("of what or whom", max_length=LONGEST, blank=True)
    address = models.CharField("from", max_length=43, blank=True, help_text="An IPv6 visitor's is their network.")

    class Meta:
        verbose_name = "line of the audit trail"
        verbose_name_plural = "lines of the audit trail"
        ordering = ["-id"]
        default_permissions = ("view",)
        indexes = [
            models.Index(fields=["at"], name="audit_at"),
            models.Index(fields=["who", "-id"], name="audit_who"),
            models.Index(fields=["action", "-id"], name="audit_action"),
            models.Index(fields=["about", "-id"], name="audit_about"),
        ]

    def __str__(self) -> str:
        return f"{self.get_action_display()}: {self.about}" if self.about else self.get_action_display()

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Raises `TypeError` for a line that is already written."""
        if self.pk:
            raise TypeError("A line of the audit trail cannot be changed.")
        super().save(*args, **kwargs)

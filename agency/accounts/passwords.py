"""Passwords that everybody tries first are refused, in whatever guise, without asking anybody (ASVS 6.2.4 and 6.2.12)."""

import re
from string import ascii_lowercase, digits, punctuation
from typing import Any

from django.contrib.auth import password_validation
from django.core.exceptions import ValidationError

REPEATED = re.compile(r"(.+?)\1+")
KEYBOARD = "qwertyuiopasdfghjklzxcvbnm"  # pragma: allowlist secret - it is what everybody has
RUNS = (digits[1:] + digits * 5, digits * 6, ascii_lowercase * 3, KEYBOARD * 2)


class CommonPasswordValidator(password_validation.CommonPasswordValidator):
    """Knows a common password also when it is repeated, or made longer by digits and signs, and runs along the keyboard."""

    def validate(self, password: str, user: Any = None) -> None:
        super().validate(password, user)
        typed = password.lower()
        unit = found[1] if (found := REPEATED.fullmatch(typed)) else typed
        for guise in (unit, typed.strip(digits + punctuation), "".join(filter(str.isalnum, typed))):
            super().validate(guise, user)
        if any(typed in run or typed in run[::-1] for run in RUNS):
            raise ValidationError(self.get_error_message(), code="password_too_common")

"""Moments by the 24-hour clock, in the admin's lists and forms as everywhere else on the site."""

TIME_FORMAT = "H:i"
DATETIME_FORMAT = "j M Y, H:i"
SHORT_DATETIME_FORMAT = "d/m/Y H:i"

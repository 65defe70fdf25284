"""Dates that cannot be, that have passed, or that are given as the newest and are not."""

"""Patterns that are tried only where they can match."""

from articles.gate.prose.patterns.filtering import Pattern, filtered

__all__ = ["Pattern", "filtered"]

"""What other programs, templates, assistants and drafts left in the text. Imported by the registry of checks."""

from articles.gate.checks.residue import (
    asides,
    chat,
    citations,
    entities,
    escapes,
    furniture,
    help_texts,
    html_tags,
    markdown,
    notes,
    placeholders,
    programs,
    prompts,
    shortcodes,
    trial_text,
)

SUBJECTS = (
    placeholders,
    help_texts,
    shortcodes,
    chat,
    citations,
    prompts,
    notes,
    asides,
    trial_text,
    furniture,
    markdown,
    html_tags,
    entities,
    escapes,
    programs,
)
CHECKS = tuple(check for subject in SUBJECTS for check in subject.CHECKS)

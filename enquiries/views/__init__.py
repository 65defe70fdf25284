"""The form, its confirmation, the enquirer's own page and the reports of bounced mail. Imported by addresses."""

"""The gate before publication: what is found in a guide, what blocks it, and which overrides let it through.

Imported by publishing, the admin and the commands.
"""

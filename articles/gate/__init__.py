"""The gate before publication: what is found in a guide, what blocks it, what is let through. Imported by publishing,
the admin and the commands.
"""

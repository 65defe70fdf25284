"""Salary figures as records: their rules, pasting them, storing them, choosing among them. Imported by publishing,
views and the admin.
"""

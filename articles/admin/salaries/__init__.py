"""Salary figures in the admin: by role in a table, pasted, taken a year forward, and shown anew by guides. Nothing
imports it but `articles.admin`.
"""

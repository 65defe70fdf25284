"""Who did what with accounts and personal data: one line each, written once, for administrators to read.

Knows nothing of guides or enquiries; whatever must leave a line imports `recording`.
"""

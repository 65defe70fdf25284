"""What staff do with an enquiry, and what helps them: the work list, permissions, similar enquiries. Imported by the
admin.
"""

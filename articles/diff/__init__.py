"""What differs between two documents, and putting two changes of one document together. Imported by drafts and the
admin.
"""

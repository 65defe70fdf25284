"""Keeping guides right with other people: approval, handing over, review dates and their reminders. Imported by the
gate, publishing, views and the admin.
"""

"""The verbs that decide what visitors read: publish, schedule, withdraw. Imported by the admin, the worker and the
demo.
"""

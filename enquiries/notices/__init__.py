"""Messages about an enquiry: written, recorded as sent or bounced, and the reminders of promises.

Imported by every verb that sends a message.
"""

"""The restore drill: is everything that was acknowledged before a backup in it? Run it with `make restore-drill`.

Visitors submit through real HTTP while backups are made, on PostgreSQL and on SQLite. Each backup is then restored on the
other database and served from there: every enquiry that was acknowledged before the backup began must be in it under its
reference, every guide be the same byte for byte, and every link in the mails to enquirers work. All on this machine.
"""

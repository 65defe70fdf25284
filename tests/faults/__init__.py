"""The fault test: is anything lost that was acknowledged, while everything around it breaks? Run it with `make fault-test`.

Eight visitors submit through real HTTP while the web server and the workers are killed, PostgreSQL is stopped and
started, and the mail server refuses, hangs, drops the line, is full or asks for a password that nobody has. Every tenth
visitor is refused for good. Afterwards every thank-you must be found in the database, once, and every notice in the mail
server's hands, or undeliverable where it was refused for good and nowhere else. Then all of it must be erased on its day.
All on this machine, bounded in number and in time.
"""

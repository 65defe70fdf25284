"""The fault test: is anything lost that was acknowledged, while everything around it breaks? Run it with `make fault-test`.

Eight visitors submit through real HTTP while the web server and the workers are killed, PostgreSQL is stopped and
started, and the mail server refuses, hangs and drops the line. Afterwards every thank-you must be found in the database,
once, and every notice in the mail server's hands. All of it on this machine, bounded in number and in time.
"""

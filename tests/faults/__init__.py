"""The fault test: is anything lost that was acknowledged, while everything around it breaks? Run it with `make fault-test`.

Two web servers, two workers, one PostgreSQL and one folder of pictures stand behind the shipped configuration of nginx.
Two recruitment CRMs are told of each enquiry by signed webhooks.
First they must behave as one site: sessions, brakes, schedules, migrations, a rolling restart. Then the database hangs.
Then eight visitors submit through real HTTP while web servers, workers, database and proxy are killed in turn, and the
mail server refuses for now, for good or until it is asked again, hangs, drops the line, is full, is away, or asks for a
password that nobody has. Every tenth visitor is refused for good whatever its mood; readers read on all the while. Who was
thanked answers by mail, into a mailbox whose server hangs, drops the line and lies dumb after it did what it was told, or by
a provider's webhook, which posts again until it is told yes. One of the CRMs at a time fails, hangs, takes what it is told
without saying so, is away, or is killed in the middle.

Afterwards every thank-you must be found in the database, once, with one line of history for each thing that happened, and
every notice in the mail server's hands, or undeliverable where it was refused for good and nowhere else. Every answer that a
mailbox or a webhook took must stand in the history of its enquiry, once. Each CRM must have been told of each enquiry, and
in the end of its erasure, under one id, with a signature that the reference implementation takes. No reader may
have met an error while there was a proxy. What killed workers had in hand must arrive within a minute, and with every node
and the database gone, the proxy must still serve guides. In the end all of it must be erased on its day.
A site on SQLite whose disk is full must go on reading, and keep what was typed.

All on this machine, bounded in number and in time.
"""

"""The freshness test: does anybody ever read an old, a half or somebody else's page? Run it with `make freshness-test`.

Two nodes of three web processes share one PostgreSQL. Changes of every kind are published through the verbs, the admin's
forms and the worker while sixteen clients read every kind of page; each page says which change it shows. Then many are
published at once, a node is killed and started anew, the database goes away, and a transaction stays open. Every answer
is judged afterwards by the moments at which PostgreSQL committed. All on this machine, in some minutes.
"""

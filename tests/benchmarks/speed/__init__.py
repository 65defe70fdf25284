"""How fast is the site, and against what? Run it with `make bench`; it writes its tables into docs/performance.md.

Everything runs on this machine, in one run and in turns, so that what else the machine does is shared by all: our site
with and without its page cache, a bare WSGI application and nginx that serve the same bytes, and a plain Django project.
"""

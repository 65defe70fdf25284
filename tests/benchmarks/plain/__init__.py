"""What the bench measures us against: guides and an enquiry form as a careful Django developer would first write them.

A project of its own, as `startproject` makes one: the default middleware, models, class-free views, a `ModelForm`,
templates that inherit. The database and the web server are those of our site. Run it with

    .venv/bin/python -m tests.benchmarks.plain --port 8123
"""

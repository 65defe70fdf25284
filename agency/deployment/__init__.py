"""What `manage.py check --deploy` knows of a deployment; each finding says which line of which file mends it.

`agency.apps` imports the modules, which register their checks.
"""

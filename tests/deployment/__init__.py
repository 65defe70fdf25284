"""`make deploy-test`: the scripts of deploy/ in an empty folder, from nothing to a site that is upgraded while it is read.

The folder takes the place of `/`. What the scripts call and only root on a server may do is done by stand-ins; PostgreSQL,
nginx, the mail server, the packages, certificates and the site itself are real, and the services are what the unit files say.
"""

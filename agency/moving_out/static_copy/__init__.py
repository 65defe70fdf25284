"""The public site as files that any web server can serve.

Every page is asked of Django itself, as the page cache asks it, and written where a web server looks for it; what it links to
and shows is asked next (`copying`). What cannot work without the site, the form and the search, is a page that says so
(`standing_in`). Where old addresses lead is written for the web servers that are known to read it (`moved`, `servers`).
"""

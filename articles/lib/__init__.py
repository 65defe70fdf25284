"""Small tools that know nothing of guides: CSV, HTTP, mail, addresses, days, page numbers. Anybody may import it."""

"""What the law asks for: what is held, for how long, and erasing it. Imported by handling, views and the admin."""

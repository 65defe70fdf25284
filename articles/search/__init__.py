"""Finding live guides by their words, alike on both databases. Imported by publishing and views."""

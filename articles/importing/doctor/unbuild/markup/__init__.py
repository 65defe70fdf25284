"""Elements that page builders and plug-ins write into pages, known by their classes, as elements that mean the same."""

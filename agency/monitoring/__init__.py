"""What those learn who watch the site: health, logs that belong together, figures, faults."""

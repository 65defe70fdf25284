"""Running the site: reading the environment, preparing a first run, serving on one machine. Imported by the settings."""

"""Whether readers and search engines can tell guides apart. Imported by the registry of checks."""

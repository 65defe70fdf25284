"""Whether links lead somewhere and search engines can tell guides apart. Imported by the registry of checks."""

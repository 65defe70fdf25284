"""Whether claims and salaries say where they come from and from when. Imported by the registry of checks."""

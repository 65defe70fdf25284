"""Whether claims and salaries say where they come from and how old they are. Imported by the registry of checks."""

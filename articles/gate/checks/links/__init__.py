"""Links: whether readers arrive, at the right page and without a detour. Imported by the registry of checks."""

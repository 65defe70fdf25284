"""Whether a guide agrees with itself: numbers, names, lists. Imported by the registry of checks."""

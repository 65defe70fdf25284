"""Whether headings, questions and pictures are where and what they should be. Imported by the registry of checks."""

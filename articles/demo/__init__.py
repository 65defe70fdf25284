"""The demo content, and guides made up for tests of scale. Imported by management commands."""

"""The demo content: guides written for this project, and generated ones for tests of scale."""

"""The demo content: guides written for this project, and generated ones for tests of scale."""

"""Made-up enquiries, for tests of scale."""

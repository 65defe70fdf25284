"""Answers that staff write down or put right for an enquirer."""

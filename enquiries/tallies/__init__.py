"""Counting enquiries by week, and keeping the counts, so that reports need not read every row."""

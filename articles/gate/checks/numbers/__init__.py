"""Numbers that cannot be: sums that do not come out, and shares of more than the whole."""

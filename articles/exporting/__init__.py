"""Moving out: everything that editors made, as files that other programs read and that our own import takes back."""

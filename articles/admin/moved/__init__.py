"""The table of old addresses: its list and form, CSV files, and what is asked for in vain."""

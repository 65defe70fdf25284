"""Counting enquiries, as tables and charts. Imported by the admin."""

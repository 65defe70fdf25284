"""Showing an uploaded document in the browser: its pages as pictures, its words as text. Nothing of it runs."""

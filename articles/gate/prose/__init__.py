"""Reading tools for checks: passages, sentences, amounts, links, damaged characters.

They make no findings themselves. Imported by checks.
"""

"""Reading tools for checks: passages, sentences, amounts, links, damaged characters. They find nothing wrong by
themselves. Imported by checks.
"""

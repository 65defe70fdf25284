"""Whether the text itself is whole: damaged letters, leftovers, dangling lead-ins, hard reading. Imported by the
registry of checks.
"""

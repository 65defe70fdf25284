"""Whether enquiries arrive and are answered: health, trials of the path, what the log leaves out. Imported by the
admin, commands and the agency.
"""

"""Moving in: what another site or folder holds becomes drafts, and nothing of it gets lost unsaid.

A source (`sources/`) reads what another program wrote as posts; the doctor (`doctor/`) makes a document of each, and says
what it did; the documents become drafts, and what was said of them stays with them.
"""

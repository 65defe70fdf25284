"""Everything that the site sends: one row a message, stored in the transaction that causes it, sent until it arrives.

Knows nothing of guides or enquiries; every verb that sends a message may import it.
"""

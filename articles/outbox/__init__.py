"""Everything that leaves the house: one row a message, stored in the transaction that causes it and sent until it arrives.
Knows nothing of guides or enquiries; every verb that tells somebody something may import it.
"""

"""Out to other systems: which enquiry's event is told to whom, how it is told, and what became of it.

A hand-off is a message of the outbox, written in the transaction of its event. It holds no word of the enquiry; what is
told is read when it leaves, so erasing an enquiry leaves nothing behind here.
"""

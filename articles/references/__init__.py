"""What references mean: the addresses of the day, for readers; what is wrong with one, for editors; how one is chosen, and
made of an address of this site. Imported by drafts, public pages and the gate; imports what is remembered and the models.
"""

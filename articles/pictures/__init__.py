"""Uploaded pictures: what is accepted, where they are kept, the sizes in which they are served, and the files made of
them. Knows no guide; models and everything above may import it.
"""

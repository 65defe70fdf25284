"""The draft of a guide: its rows, its versions, its states, who may change it and where things are used. Imported by
everything that shows or changes drafts: review, gate, publishing, views, admin.
"""

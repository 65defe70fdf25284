"""The pages of one guide in the admin: editing, checks, preview, history, sharing, publishing. Each is an entry in the
table of `guide_admin`. Nothing imports it but `articles.admin`.
"""

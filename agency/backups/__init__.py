"""Backups: everything that cannot be made again, in one encrypted file, and back from it.

A backup is a tar archive, packed with gzip, encrypted with age (https://age-encryption.org/v1): `about.json` (what made
it, and what the tables look like), `settings.env`, the rows of each table as lines of JSON, the pictures, and last
`manifest.json`, by which one knows that it is whole.
"""

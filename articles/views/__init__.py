"""The pages that visitors read. Imported by addresses, by the admin's previews and by the agency."""

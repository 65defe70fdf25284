"""The tables of data protection: consent to news, what is kept from being erased, and who looked at what."""

"""An export of this program put back as it was, on an empty site: what is live there is live here."""

"""The first steps of a new site: how far it is, what somebody said of them, and where staff see them."""

"""What the guide says of people: wording that discriminates, and what is nobody else’s business about one person."""

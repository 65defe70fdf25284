"""What the admin's front page is made of: what to see to, and the first steps of a new site."""

"""What writers and assistants say to one another about the page, and what tells it from what readers are told."""

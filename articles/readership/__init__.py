"""What a guide does for its readers: views, searches and enquiries are counted by day, and nothing of who they are."""

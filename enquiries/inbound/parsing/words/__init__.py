"""What is read in a mail: plain text and HTML as lines, and what was written apart from what is quoted."""
